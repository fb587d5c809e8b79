"""Working together: agreements with partners, places to belong, and overlaps judged."""

import datetime as dt
from collections.abc import Iterable

from hjemmebane.domain.partners.actions import add_offer, agree_with_partner, describe_function
from hjemmebane.domain.partners.choices import AgreementStatus
from hjemmebane.domain.plans.actions import judge_overlap
from hjemmebane.domain.sharing.queries import overlaps_around
from hjemmebane.faces.operations.demo.case import Case
from hjemmebane.faces.operations.demo.chance import key
from hjemmebane.faces.operations.demo.days import Days
from hjemmebane.faces.operations.demo.house import TeamHouse
from hjemmebane.faces.operations.demo.together_entries import (
    AgreementEntry,
    FunctionEntry,
    JudgedEntry,
    OfferEntry,
    TogetherEntry,
)
from hjemmebane.foundation.actors import Actor, acting

AHEAD = dt.timedelta(weeks=4)


def fill_together(
    entry: TogetherEntry, teams: dict[int, TeamHouse], cases: Iterable[Case], days: Days
) -> None:
    """Agreements and offers in every municipality by one of its regulars; then what was judged."""
    for house in teams.values():
        by = house.actors[house.regulars[0]]
        with acting(by):
            for agreement in entry.agreement:
                _agree(agreement, house, by, days)
            for function in entry.function:
                _describe(function, house, by, days)
            for offer in entry.offer:
                _offer(offer, house, by, days)
    by_code = {case.story.code: case for case in cases}
    for judged in entry.judged:
        _judge(judged, by_code[judged.citizen], days)


def _agree(entry: AgreementEntry, house: TeamHouse, by: Actor, days: Days) -> None:
    review = days.ago(entry.review_ago) if entry.review_ago else days.ahead(entry.review)
    standing = {
        "status": AgreementStatus.IN_FORCE,
        "agreed_on": days.ago(entry.agreed),
        "review_on": review,
    }
    agree_with_partner(
        id=key(days.now, "agreement", house.team.name, entry.partner),
        organisation=house.organisations[entry.partner],
        values={
            "content": entry.content,
            "contact_points": entry.contact_points,
            **({} if entry.draft else standing),
        },
        by=by,
        at=days.now,
    )


def _describe(entry: FunctionEntry, house: TeamHouse, by: Actor, days: Days) -> None:
    describe_function(
        id=key(days.now, "function", house.team.name, entry.partner),
        organisation=house.organisations[entry.partner],
        method_pack=house.team.method_pack,
        answers=entry.said,
        by=by,
        at=days.now,
    )


def _offer(entry: OfferEntry, house: TeamHouse, by: Actor, days: Days) -> None:
    municipality = house.team.municipality
    values = entry.model_dump(exclude={"checked", "name", "themes"})
    add_offer(
        id=key(days.now, "offer", municipality.code, entry.name),
        municipality=municipality,
        values={
            **values,
            "name": entry.name.format(sted=municipality.name.split()[-1]),
            "themes": list(entry.themes),
            "checked_on": days.ago(entry.checked),
        },
        is_demo=True,
        by=by,
        at=days.now,
    )


def _judge(entry: JudgedEntry, case: Case, days: Days) -> None:
    by = case.house.actors[case.usual(days.now)]
    with acting(by):
        found = overlaps_around(case.course, since=days.now, until=days.now + AHEAD)
        question = next(one.question for one in found.asked if one.question.kind == str(entry.kind))
        judge_overlap(
            id=key(days.now, "overlap", case.story.code, entry.kind),
            course=case.course,
            question=question,
            asked="\n".join(effort.says for effort in question.efforts),
            seen=question.rests_on,
            judgement=entry.judgement,
            why=entry.why,
            by=by,
            at=days.now,
        )
