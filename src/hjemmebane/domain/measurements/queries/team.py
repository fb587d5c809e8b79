"""A team's measuring: what is due and how many answer, and the figures of its courses together.

Under row-level security only the team's own members find courses and answers. Whoever answers for
a team gets sums from the database: nothing that fewer than five are behind, and no two whose
difference tells what fewer than five answered.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from hjemmebane.domain.courses.queries import visible_courses
from hjemmebane.domain.measurements.calculations.cohort import (
    Counted,
    Figures,
    InWords,
    Paired,
    Summary,
    in_each_wording,
)
from hjemmebane.domain.measurements.calculations.slots import Standing
from hjemmebane.domain.measurements.choices import Fit
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.measurements.queries.due import (
    ResponseRate,
    ToMeasure,
    all_slots,
    rate_of,
)
from hjemmebane.domain.measurements.queries.responses import standing_responses
from hjemmebane.domain.measurements.queries.wordings import wording_said, words_said
from hjemmebane.domain.method.content.measuring import Instrument, Occasion
from hjemmebane.domain.method.queries import instruments, pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.database import ask_guard

# What the database goes by, whatever is asked for.
FEWEST = 5


@dataclass(frozen=True)
class TeamMeasuring:
    """What stands open in a team, and how many of those that fell due in a period were answered.

    rates: the same for each instrument and occasion of the pack of which any fell due.
    """

    open: Sequence[ToMeasure]
    rate: ResponseRate
    rates: Mapping[tuple[str, Occasion], ResponseRate]


@dataclass(frozen=True)
class InstrumentFigures:
    """An instrument's figures in a team, those of each wording by themselves.

    courses: how many courses have a figure that counts. waiting: how many finished answers nobody
    has said yet whether they fit; refused: how many the citizen says do not. None: not told.
    """

    instrument: Instrument
    courses: int | None
    waiting: int | None
    refused: int | None
    in_words: Sequence[InWords]

    @property
    def is_mixed(self) -> bool:
        """Whether there are figures in different words, which are never put together."""
        return len(self.in_words) > 1


@dataclass(frozen=True)
class TeamFigures:
    """courses: how many the team has or had, of which the figures are; None where it is not told.

    is_sums: for who answers for the team; smallest: of how many there must be at least.
    """

    courses: int | None
    instruments: Sequence[InstrumentFigures]
    is_sums: bool
    smallest: int


def team_measuring(team: Team, *, from_on: dt.date, today: dt.date) -> TeamMeasuring:
    """Measuring in a team today, and since a day. Four queries, whatever there is."""
    lately = Q(ended_on__isnull=True) | Q(ended_on__gte=from_on)
    courses = list(visible_courses().filter(lately, team_id=team.pk))
    opened = list(all_slots(courses, today=today))
    fallen_due = [one for one in opened if from_on <= one.due_on <= today]
    by_occasion: dict[tuple[str, Occasion], list[ToMeasure]] = defaultdict(list)
    for one in fallen_due:
        by_occasion[one.instrument.code, one.slot.due.occasion].append(one)
    over = {Standing.ANSWERED, Standing.MISSED}
    return TeamMeasuring(
        open=[one for one in opened if one.course.is_open and one.standing not in over],
        rate=rate_of(fallen_due),
        rates={place: rate_of(found) for place, found in by_occasion.items()},
    )


def team_figures(team: Team) -> TeamFigures:
    """The figures of every course the team has or had. Two queries, whatever there is."""
    started = dict(visible_courses().filter(team_id=team.pk).values_list("pk", "started_on"))
    stands: dict[str, list[Response]] = defaultdict(list)
    for one in standing_responses(started).select_related(None):
        stands[one.instrument].append(one)
    return TeamFigures(
        courses=len(started),
        instruments=[
            _of_instrument(one, stands[one.code], started) for one in _shown(team, stands)
        ],
        is_sums=False,
        smallest=1,
    )


def team_sums(team: Team) -> TeamFigures:
    """What may be told to who answers for the team. One query; of another's team nothing at all."""
    smallest = max(settings.SMALLEST_GROUP, FEWEST)
    rows = ask_guard("team_measurements", str(team.pk), str(smallest))
    sums = {
        code: list(_summed(found))
        for code, found in groupby(sorted(rows, key=_place), key=lambda row: str(row[0]))
    }
    return TeamFigures(
        courses=None,
        instruments=[
            InstrumentFigures(one, None, None, None, sums.get(one.code, ()))
            for one in _shown(team, sums)
        ],
        is_sums=True,
        smallest=smallest,
    )


def _shown(team: Team, found: Mapping[str, object]) -> Iterator[Instrument]:
    """What the team's method measures with, and whatever else there are answers to."""
    asked = {one.instrument for one in pack(team.method_pack).measurements}
    return (one for one in instruments() if one.code in asked or one.code in found)


def _of_instrument(
    asked: Instrument, stands: Sequence[Response], started: Mapping[UUID, dt.date]
) -> InstrumentFigures:
    """From answers that stand, the newest first."""
    counted = [
        Counted(
            course_id=one.course_id,
            started_on=started[one.course_id],
            on=one.measured_on,
            value=one.score,
            wording=wording_said(one),
            answers=one.answers,
        )
        for one in reversed(stands)
        if one.counts and one.score is not None
    ]
    return InstrumentFigures(
        instrument=asked,
        courses=len({one.course_id for one in counted}),
        waiting=sum(one.waits_for_talk for one in stands),
        refused=sum(one.score is not None and one.fits == Fit.NO for one in stands),
        in_words=in_each_wording(asked, counted),
    )


def _place(row: Sequence[object]) -> tuple[str, ...]:
    """Instrument, its edition, whose words, which edition of them, question."""
    return tuple(map(str, row[:5]))


def _summed(rows: Iterator[Sequence[object]]) -> Iterator[InWords]:
    """The sums of one instrument, a wording at a time."""
    for (code, version, status, edition), found in groupby(rows, key=lambda row: _place(row)[:4]):
        told = {str(row[4]): _figures(row[5:]) for row in found}
        whole = told.pop("")
        words = words_said(code, version=version, status=status, edition=edition)
        yield InWords(words, whole, told)


def _figures(sums: Sequence[object]) -> Figures:
    start_n, start, start_sd, latest_n, latest, latest_sd, n, before, after, change, sd = sums
    return Figures(
        start=Summary(_count(start_n), _number(start), _number(start_sd)),
        latest=Summary(_count(latest_n), _number(latest), _number(latest_sd)),
        change=Paired(_count(n), _number(before), _number(after), _number(change), _number(sd)),
    )


def _count(told: object) -> int | None:
    return None if told is None else int(str(told))


def _number(told: object) -> Decimal | None:
    return None if told is None else Decimal(str(told))
