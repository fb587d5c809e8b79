"""What the team noted about the practice model on the way: most of it when a part was left."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from hjemmebane.domain.method.content.entries import Indicator, MinimumActivity, PracticePart
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.practice.actions import judge_indicator, set_activity
from hjemmebane.domain.practice.choices import Judgement, Standing
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.faces.operations.demo.chance import happens, number, pick
from hjemmebane.faces.operations.demo.entries import PlacementEntry
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of

DONE_NOTES = ("", "", "Gjort på borgerens måde.", "Det tog tid, og det var det værd.")
RUNNING_NOTES = (
    "Går i små bidder.",
    "Aftalt på tavlemødet, at vi prøver igen i næste uge.",
    "Borgeren vil selv begynde. Vi er lige ved siden af.",
)
UNSURE_NOTES = (
    "Vi ser forskelligt på det. Op igen på næste tavlemøde.",
    "Det svinger fra uge til uge.",
)
RECENT_DAYS = 24


@dataclass(frozen=True)
class _Stay:
    """A time in a part; `until` is None while the course is there."""

    part: PracticePart
    since: dt.datetime
    until: dt.datetime | None
    moved_on: bool


def practice_steps(case: Case) -> Iterator[Step]:
    """What was settled when a part was left, and how it looks in the part the course is in."""
    for stay in _stays(case):
        yield from _left(case, stay) if stay.until else _present(case, stay)


def _stays(case: Case) -> list[_Stay]:
    placed: list[PlacementEntry] = list(case.story.placement)
    method = pack(case.house.team.method_pack)
    parts = [method.practice_part(one.part) for one in placed]
    days = [case.days.moment(one.ago, 14) for one in placed]
    ends = [*days[1:], None]
    numbers = [part.number for part in parts]
    onwards = [later > earlier for earlier, later in pairwise(numbers)]
    return [_Stay(*stay) for stay in zip(parts, days, ends, [*onwards, False], strict=True)]


def _left(case: Case, stay: _Stay) -> Iterator[Step]:
    """Leaving for a later part, what belonged to this one was done; going back, less was."""
    for activity in stay.part.activities:
        if stay.moved_on and happens(85, case.story.code, activity.code):
            note = pick(DONE_NOTES, case.story.code, activity.code)
            yield _activity(case, stay.until, activity, Standing.DONE, note)
    for indicator in stay.part.indicators:
        if stay.moved_on:
            yield _indicator(case, stay.until, indicator, Judgement.MET, "")


def _present(case: Case, stay: _Stay) -> Iterator[Step]:
    """How it looks now, noted on one or another of the last days."""
    for activity in stay.part.activities:
        drawn = number(case.story.code, activity.code, "now") % 100
        if drawn < 35:
            yield _activity(case, _lately(case, stay, drawn), activity, Standing.DONE, "")
        elif drawn < 70:
            note = pick(RUNNING_NOTES, case.story.code, activity.code)
            at = _lately(case, stay, drawn)
            yield _activity(case, at, activity, Standing.UNDER_WAY, note)
    for indicator in stay.part.indicators:
        drawn = number(case.story.code, indicator.code, "now") % 100
        if drawn < 25:
            note = pick(UNSURE_NOTES, case.story.code, indicator.code)
            at = _lately(case, stay, drawn)
            yield _indicator(case, at, indicator, Judgement.UNCLEAR, note)
        elif drawn < 45:
            yield _indicator(case, _lately(case, stay, drawn), indicator, Judgement.NOT_YET, "")


def _lately(case: Case, stay: _Stay, drawn: int) -> dt.datetime:
    return max(stay.since, case.days.moment(f"{1 + drawn % RECENT_DAYS}d", 15))


def _activity(
    case: Case, at: dt.datetime, activity: MinimumActivity, status: Standing, note: str
) -> Step:
    return Step(at, case.usual(at), partial(_set, case, activity.code, status, note))


def _indicator(
    case: Case, at: dt.datetime, indicator: Indicator, judgement: Judgement, note: str
) -> Step:
    return Step(at, case.usual(at), partial(_judge, case, indicator.code, judgement, note))


def _set(case: Case, code: str, status: Standing, note: str, by: Actor, at: dt.datetime) -> None:
    seen_to = status == Standing.UNDER_WAY
    set_activity(
        id=case.key(at, code),
        course=case.course,
        code=code,
        status=status,
        note=note,
        staff_member=case.house.staff[case.usual(at)] if seen_to else None,
        on=day_of(at),
        by=by,
        at=at,
    )


def _judge(
    case: Case, code: str, judgement: Judgement, note: str, by: Actor, at: dt.datetime
) -> None:
    judge_indicator(
        id=case.key(at, code),
        course=case.course,
        code=code,
        judgement=judgement,
        note=note,
        on=day_of(at),
        by=by,
        at=at,
    )
