"""What follows from all that was told: follow-ups the records ask for, and some calls for help."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from hjemmebane.domain.contacts.actions import (
    FOLLOW_UPS,
    ContactDetails,
    call_for_help,
    close_call,
    log_contact,
    raise_due_follow_ups,
    take_call,
)
from hjemmebane.domain.contacts.choices import Caller, ContactKind, InitiatedBy, Urgency
from hjemmebane.domain.courses.choices import Place
from hjemmebane.faces.operations.demo.case import Case
from hjemmebane.faces.operations.demo.days import Days
from hjemmebane.foundation.actors import acting

# How long ago, after how many minutes somebody was there, and what was said.
ANSWERED = (
    ("40d", 25, "Døren er sparket ind. Tør ikke gå hjem."),
    ("23d", 50, "Stemmerne er tilbage og siger grimme ting."),
    ("9d", 15, "Står på jobcentret og er ved at gå igen."),
)
CLOSED = "Ringede selv igen. Faldt til ro ved at tale om det."
WAITS = "Har ikke sovet i to nætter og vil gerne have besøg i dag."


def follow_up(cases: Iterable[Case], days: Days) -> None:
    """The last words of the demo: whatever was told before is known now."""
    by_team: dict[int, list[Case]] = defaultdict(list)
    for case in cases:
        if not case.story.is_over and not case.citizen.died_on:
            by_team[case.story.team].append(case)
    for going_on in by_team.values():
        _call(going_on, days)
    for going_on in by_team.values():
        for case in going_on:
            with acting(FOLLOW_UPS):
                raise_due_follow_ups(course_id=case.course.pk, by=FOLLOW_UPS, at=days.now)


def _call(cases: list[Case], days: Days) -> None:
    """Three that were answered, one closed in words, one that waits; each about another citizen.

    Whoever is told to be silent has not called.
    """
    known = [case for case in cases if case.course.started_on < days.ago("60d")]
    old = [case for case in known if not case.story.silent_weeks]
    for case, (ago, minutes, words) in zip(old, ANSWERED, strict=False):
        _ask(case, days.moment(ago, 13), words)
        _come(case, days.moment(ago, 13, minutes))
    for case in old[3:4]:
        _ask(case, days.moment("5d", 10), "Har skældt naboen ud.", closed=CLOSED)
    for case in old[4:5]:
        _ask(case, days.now - dt.timedelta(minutes=20), WAITS, urgency=Urgency.TODAY)


def _ask(
    case: Case,
    at: dt.datetime,
    words: str,
    *,
    urgency: Urgency = Urgency.NOW,
    closed: str = "",
) -> None:
    by = case.house.actors[case.usual(at)]
    with acting(by):
        call = call_for_help(
            id=case.key(at, "call"),
            course=case.course,
            caller=Caller.CITIZEN,
            urgency=urgency,
            words=words,
            by=by,
            at=at,
        )
        if closed:
            later = at + dt.timedelta(minutes=10)
            call = take_call(call=call, by=by, at=later)
            close_call(call=call, words=closed, version=call.version, by=by, at=later)


def _come(case: Case, at: dt.datetime) -> None:
    who = case.usual(at)
    by = case.house.actors[who]
    with acting(by):
        log_contact(
            id=case.key(at, "called"),
            course=case.course,
            details=ContactDetails(
                started_at=at,
                kind=ContactKind.VISIT,
                place=Place.OUTDOORS,
                initiated_by=InitiatedBy.CITIZEN,
                direct_minutes=45,
                is_acute=True,
                note="Kom, så hurtigt det kunne lade sig gøre. Vi talte, til det var stille igen.",
            ),
            staff=case.staff(who),
            sub_goals={},
            by=by,
            at=at,
        )
