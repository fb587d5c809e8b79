import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from django.conf import settings

from hjemmebane.domain.fidelity.calculations.quarters import Quarter, quarter_of
from hjemmebane.domain.fidelity.choices import AssessmentRefusal, FigureKind, TalkRefusal
from hjemmebane.domain.fidelity.models import (
    QuarterFigure,
    QuarterTalk,
    SelfAssessment,
)
from hjemmebane.domain.fidelity.queries.believed import (
    method_of_answers,
    opened_assessments,
    own_assessment,
    spreads,
    talk_of,
    talk_to_change,
    with_method,
)
from hjemmebane.domain.fidelity.queries.logged import readings_of
from hjemmebane.domain.fidelity.rules import (
    TALK_NOTES,
    check_answers,
    check_can_assess,
    check_can_close,
    check_can_note,
    check_is_of_method,
    check_open,
    check_talk,
)
from hjemmebane.domain.method.content.entries import with_code
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved

PLACES = Decimal("0.001")


@action
def assess_oneself(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    team: Team,
    quarter: Quarter,
    staff_member: StaffMember,
    answers: Mapping[str, int],
    comments: Mapping[str, str],
    by: Actor,
    at: dt.datetime,
) -> SelfAssessment:
    """Say how far one does what the method says, from 1 to 5; lines may be left out.

    Refuses whoever does not work in the team now or answers for another, a quarter that is not
    this one or the one before, a closed one, no answer at all, what is no level, a comment with a
    CPR number, and a second answer: that is changed instead. Raises UnknownCode for what is no
    line of the quarter's method: that of its talk, else the team's.
    """
    today = day_of(at)
    check_can_assess(by, team, staff_member.pk, quarter, today=today)
    talk = talk_to_change(team.pk, quarter)
    method = method_of_answers(team, talk)
    given = SelfAssessment(
        id=id,
        team=team,
        quarter_on=quarter.first,
        staff_member=staff_member,
        **_answered(method, answers, comments, today=today),
        method_pack=method.code,
        method_version=method.version,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    given.check_unsent()
    check_open(talk)
    if own_assessment(team.pk, quarter, staff_member.pk):
        raise Refused(AssessmentRefusal.ANSWERED)
    return given.insert()


@action
def change_self_assessment(
    *,
    assessment: SelfAssessment,
    answers: Mapping[str, int],
    comments: Mapping[str, str],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> SelfAssessment:
    """Change one's own answers, until the quarter's talk is closed; refuses as answering does.

    Refuses too what was answered by a method that the quarter is no longer answered by. Raises
    AlreadySaved where the same is there, and EditConflict.
    """
    team, quarter, today = assessment.team, quarter_of(assessment.quarter_on), day_of(at)
    check_can_assess(by, team, assessment.staff_member_id, quarter, today=today)
    talk = talk_to_change(team.pk, quarter)
    check_open(talk)
    check_is_of_method(assessment, method_of_answers(team, talk).code)
    method = pack(assessment.method_pack, assessment.method_version)
    changes = _answered(method, answers, comments, today=today)
    if changes == {"answers": assessment.answers, "comments": assessment.comments}:
        raise AlreadySaved(assessment)
    return assessment.save_changes(changes, version=version)


def _answered(
    method: MethodPack, answers: Mapping[str, int], comments: Mapping[str, str], *, today: dt.date
) -> dict[str, dict[str, int] | dict[str, str]]:
    """The fields of an assessment, without empty comments; refuses what is no answer."""
    for code in {*answers, *comments}:
        with_code(method.self_assessments, code)
    written = {code: text.strip() for code, text in comments.items() if text.strip()}
    check_answers(answers, written, levels=len(method.self_assessment_levels), today=today)
    return {"answers": dict(answers), "comments": written}


@action
def note_quarter_talk(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    team: Team,
    quarter: Quarter,
    values: Mapping[str, object],
    by: Actor,
    at: dt.datetime,
) -> QuarterTalk:
    """Note what the team talked about: the day, who was there, and four themes.

    Refuses whoever does not work in the team, a quarter that is not this one or the one before, a
    day to come or before the quarter, nobody or strangers present, a CPR number, a second note.
    """
    method, today = pack(team.method_pack), day_of(at)
    check_can_note(by, team, today=today)
    talk = QuarterTalk(
        id=id,
        team=team,
        quarter_on=quarter.first,
        **_noted(values),
        method_pack=method.code,
        method_version=method.version,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    talk.check_unsent()
    check_talk(talk, quarter, today=today)
    if talk_of(team.pk, quarter):
        raise Refused(TalkRefusal.ALREADY)
    return talk.insert()


@action
def change_quarter_talk(
    *,
    talk: QuarterTalk,
    values: Mapping[str, object],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> QuarterTalk:
    """Correct the note while it is open; refuses as noting does, and what is closed.

    Of an older quarter too: it is read as it was left.
    """
    check_can_note(by, talk.team, today=day_of(at))
    if talk.closed_at:
        raise Refused(TalkRefusal.CLOSED)
    changes = _noted(values)
    said = QuarterTalk(team=talk.team, **changes)
    check_talk(said, quarter_of(talk.quarter_on), today=day_of(at))
    return talk.save_changes(changes, version=version)


def _noted(values: Mapping[str, object]) -> dict[str, object]:
    notes = {name: str(values.get(name, "")).strip() for name in TALK_NOTES}
    return {"held_on": values["held_on"], "participants": values["participants"], **notes}


@action
def close_quarter_talk(
    *, talk: QuarterTalk, version: int, by: Actor, at: dt.datetime
) -> QuarterTalk:
    """Close the talk and keep the quarter's figures, believed and logged, as they are now.

    What is closed is changed no more: neither the note nor anybody's answers. The figures are read
    by the talk's method, as its note was. Refuses all but the
    coordinator, what is closed already, and any quarter but this one and the one before, of which
    today's log tells nothing.
    """
    check_can_close(by, talk, today=day_of(at))
    closed = talk.save_changes({"closed_at": at, "closed_by_id": by.user_id}, version=version)
    quarter, method = quarter_of(talk.quarter_on), pack(talk.method_pack, talk.method_version)
    figures = [*_believed(talk, quarter, method), *_logged(talk, method, at=at)]
    for figure in figures:
        figure.recorded_by_id, figure.recorded_at = by.user_id, at
    QuarterFigure.objects.bulk_create(figures)
    return closed


def _believed(talk: QuarterTalk, quarter: Quarter, method: MethodPack) -> Iterator[QuarterFigure]:
    given = opened_assessments(talk.team_id, [quarter]).get(quarter.first, [])
    for code, told in spreads(method, with_method(method, given)).items():
        mean = _decimal(told.mean)
        yield _figure(
            talk,
            method,
            kind=FigureKind.BELIEVED,
            code=code,
            value=mean,
            rating=mean,
            n=told.n,
            missing=told.unknown,
            people=told.n,
            is_told=told.n >= method.self_assessment_limits.answers_told,
        )


def _logged(talk: QuarterTalk, method: MethodPack, *, at: dt.datetime) -> Iterator[QuarterFigure]:
    fewest = max(method.self_assessment_limits.citizens_told, settings.SMALLEST_GROUP)
    for told in readings_of(talk.team, at=at, method=method):
        people = sum(1 for who in told.behind if who.count)
        yield _figure(
            talk,
            method,
            kind=FigureKind.LOGGED,
            code=told.indicator.code,
            value=_decimal(told.value),
            rating=told.level,
            n=told.n,
            missing=told.missing,
            people=people,
            is_told=people >= fewest,
        )


def _figure(talk: QuarterTalk, method: MethodPack, **values: object) -> QuarterFigure:
    return QuarterFigure(
        id=new_id(),
        team=talk.team,
        quarter_on=talk.quarter_on,
        method_pack=method.code,
        method_version=method.version,
        **values,
    )


def _decimal(value: Fraction | None) -> Decimal | None:
    if value is None:
        return None
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(PLACES)
