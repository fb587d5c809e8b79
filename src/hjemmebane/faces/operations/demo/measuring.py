"""Answers to instruments: at the start and as time goes, mostly a little better, some not there."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

from hjemmebane.domain.measurements.actions import (
    answer_question,
    begin_response,
    complete_response,
    postpone_measurement,
    say_fit,
)
from hjemmebane.domain.measurements.calculations.due import MONTHS_BETWEEN, months_later
from hjemmebane.domain.measurements.choices import Fit, Manner, NoneReason
from hjemmebane.domain.measurements.queries import asked_now, to_measure
from hjemmebane.domain.method.content.measuring import Respondent
from hjemmebane.domain.method.queries import instrument
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.faces.operations.demo.chance import happens, number, pick
from hjemmebane.faces.operations.demo.days import at_time
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of

# Whose every quarter is told; of the others the start and the last one.
TOLD_WHOLE = {"susanne", "martin"}
USUAL, ALSO_RATED, OF_SUPPORT, OF_MASTERY = (
    ("PROGRESSION", "BRIEF_INSPIRE_O"),
    "VUM",
    "BRIEF_INSPIRE",
    "GSE",
)
# Of a hundred.
ANSWERS, IS_TALKED_OF, SKIPS = 80, 90, 4
PUT_OFF = {"bent": NoneReason.TOO_HARD, "jonas": NoneReason.NOT_MET}
WHY_NOT = (NoneReason.NOT_MET, NoneReason.DECLINED, NoneReason.TOO_HARD, NoneReason.OTHER_FIRST)
HALF_WAY = "susanne"
COMMENTS = ("", "", "Det passer meget godt.", "Mest det med håbet.", "Det går op og ned.")
QUARTERS_UNTIL_BETTER = 2


def measuring_steps(case: Case) -> Iterator[Step]:
    """Each some days after it was due, while the course lasts."""
    days = _days(case)
    for quarter, day in days:
        for place, code in enumerate(_codes(quarter, is_last=(quarter, day) == days[-1])):
            at, who = at_time(day, 11, 10 * place), case.story.code
            if quarter and not happens(ANSWERS, who, "answers", code, quarter):
                reason = pick(WHY_NOT, who, "why", code, quarter)
                step = partial(_put_off, case, codes=(code,), reason=reason)
            else:
                step = partial(_answer, case, code, quarter)
            yield Step(at, case.usual(at), step)
    if case.story.code in PUT_OFF:
        at = case.days.moment("3d", 9)
        reason = PUT_OFF[case.story.code]
        yield Step(at, case.usual(at), partial(_put_off, case, codes=USUAL, reason=reason))
    if case.story.code == HALF_WAY:
        at = case.days.moment("1d", 10)
        yield Step(at, case.usual(at), partial(_begin, case))


def _days(case: Case) -> list[tuple[int, dt.date]]:
    """The quarters that are told, with the day each was answered on."""
    story, started = case.story, case.days.ago(case.story.started)
    over = story.ending.ended or story.ending.died if story.ending else None
    last = case.days.ago(over) if over else case.days.today
    found = []
    for quarter in range(12):
        late = 2 + number(story.code, "late", quarter) % 6
        day = months_later(started, MONTHS_BETWEEN * quarter) + dt.timedelta(days=late)
        if day < last - dt.timedelta(days=1):
            found.append((quarter, day))
    return found if story.code in TOLD_WHOLE else [*found[:1], *found[1:][-1:]]


def _codes(quarter: int, *, is_last: bool) -> list[str]:
    """VUM every half year; what is asked before and after is asked first and last."""
    codes = list(USUAL)
    if quarter % 2 == 0 or is_last:
        codes.append(ALSO_RATED)
    if quarter == 0 or is_last:
        codes.append(OF_MASTERY)
    if quarter and is_last:
        codes.append(OF_SUPPORT)
    return codes


def _answer(case: Case, code: str, quarter: int, by: Actor, at: dt.datetime) -> None:
    asked, who = instrument(code), case.story.code
    is_rated = asked.respondent is Respondent.STAFF
    manner = pick((Manner.TOGETHER, Manner.TOGETHER, Manner.PAPER), who, "manner", code, quarter)
    response = begin_response(
        id=case.key(at, "response", code),
        course=case.course,
        instrument=code,
        wording=_words(code),
        manner=Manner.RATED if is_rated else manner,
        measured_on=day_of(at),
        by=by,
        at=at,
    )
    for item in asked.items:
        scale = asked.scale_of(item).all_points
        answer_question(
            response=response,
            question=item.code,
            points=_points(case, code, item.code, quarter, scale, is_good=is_rated == item.reverse),
            version=response.version,
            by=by,
            at=at,
        )
    complete_response(response=response, version=response.version, by=by, at=at)
    if not is_rated and happens(IS_TALKED_OF, who, "talked", code, quarter):
        say_fit(
            response=response,
            fits=pick((Fit.YES, Fit.YES, Fit.PARTLY), who, "fits", code, quarter),
            fits_comment=pick(COMMENTS, who, "comment", code, quarter),
            version=response.version,
            by=by,
            at=at,
        )


def _points(
    case: Case, code: str, question: str, quarter: int, scale: Sequence[int], *, is_good: bool
) -> int | None:
    """Low at first, and better by one about every half year; what is reversed goes down."""
    who = case.story.code
    is_allowed = instrument(code).scoring.missing_allowed > 0
    if is_allowed and happens(SKIPS, who, "skips", code, question, quarter):
        return None
    begun = number(who, "begun", code, question) % 3
    moved = begun + quarter // QUARTERS_UNTIL_BETTER + number(who, code, question, quarter) % 2
    place = min(len(scale) - 1, moved)
    return scale[place] if is_good else scale[len(scale) - 1 - place]


def _put_off(
    case: Case, by: Actor, at: dt.datetime, *, codes: Sequence[str], reason: NoneReason
) -> None:
    """Those that stand open by then."""
    today = day_of(at)
    for one in to_measure([case.course], today=today):
        if one.instrument.code not in codes:
            continue
        until_on = today + dt.timedelta(days=17)
        if one.comes_again_on:
            until_on = min(until_on, one.comes_again_on - dt.timedelta(days=1))
        postpone_measurement(
            id=case.key(at, "postponement", one.instrument.code),
            course=case.course,
            instrument=one.instrument.code,
            due_on=one.due_on,
            until_on=until_on,
            reason=reason,
            by=by,
            at=at,
        )


def _begin(case: Case, by: Actor, at: dt.datetime) -> None:
    """Begun together and paused after two questions."""
    code = OF_SUPPORT
    response = begin_response(
        id=case.key(at, "response", code),
        course=case.course,
        instrument=code,
        wording=_words(code),
        manner=Manner.TOGETHER,
        measured_on=day_of(at),
        by=by,
        at=at,
    )
    for item in instrument(code).items[:2]:
        answer_question(
            response=response,
            question=item.code,
            points=3,
            version=response.version,
            by=by,
            at=at,
        )


def _words(code: str) -> str:
    asked = asked_now(code)
    return asked.wording if asked else ""
