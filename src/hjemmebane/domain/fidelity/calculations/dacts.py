"""DACTS read in a team's log: the formulas by name, each item's level, and what they come to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from hjemmebane.domain.fidelity.calculations import dacts_of_citizens, dacts_of_staff
from hjemmebane.domain.fidelity.calculations.dacts_log import DactsLog, Found, window_of
from hjemmebane.domain.fidelity.calculations.log import Window
from hjemmebane.domain.method.content.dacts import (
    Better,
    Dacts,
    DactsBand,
    DactsException,
    DactsFormula,
    DactsItem,
)
from hjemmebane.domain.method.content.fidelity import LEVELS

type Formula = Callable[[DactsLog, DactsItem, Window], Found]


class Average(StrEnum):
    """How the citizens of a team become one figure, where a formula leaves it open."""

    MEDIAN = "MEDIAN"
    MEAN = "MEAN"


class How(StrEnum):
    """How an item came to its level."""

    COMPUTED = "COMPUTED"
    BY_HAND = "BY_HAND"
    NOT_RELEVANT = "NOT_RELEVANT"


FORMULAS: Mapping[DactsFormula, Formula] = {
    DactsFormula.CASELOAD: dacts_of_staff.caseload,
    DactsFormula.SHARED: dacts_of_citizens.shared,
    DactsFormula.MEETING_DAYS: dacts_of_staff.meeting_days,
    DactsFormula.LEADER_SHARE: dacts_of_staff.leader_share,
    DactsFormula.TURNOVER: dacts_of_staff.turnover,
    DactsFormula.STAFFED: dacts_of_staff.staffed,
    DactsFormula.SPECIALISTS: dacts_of_staff.specialists,
    DactsFormula.TEAM_SIZE: dacts_of_staff.team_size,
    DactsFormula.INTAKE: dacts_of_citizens.intake,
    DactsFormula.ADMISSIONS: dacts_of_citizens.admissions,
    DactsFormula.DISCHARGES: dacts_of_citizens.discharges,
    DactsFormula.FINISHED: dacts_of_citizens.finished,
    DactsFormula.IN_VIVO: dacts_of_citizens.in_vivo,
    DactsFormula.KEPT: dacts_of_citizens.kept,
    DactsFormula.NETWORK: dacts_of_citizens.network,
}
# Those that sum the citizens up in either way.
AVERAGED: Mapping[DactsFormula, Callable[..., Found]] = {
    DactsFormula.MINUTES: dacts_of_citizens.minutes,
    DactsFormula.TIMES: dacts_of_citizens.times,
}
# Those that look back at who was in the team; the others look back at its citizens.
OF_MEMBERS = frozenset({DactsFormula.TURNOVER, DactsFormula.STAFFED})


@dataclass(frozen=True)
class Measured:
    """An item as the log tells it; no value and no level where there is too little to say.

    citizens: how many people's records it was made of; None where it is made of none, or was kept.
    """

    value: Fraction | None
    level: int | None
    n: int
    missing: int
    citizens: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Scored:
    """An item, what it came to and how; exception: what the team's method says of it.

    measured: only where it is computed, and may be told. level: None while nobody can say or has
    said.
    """

    item: DactsItem
    how: How
    level: int | None
    measured: Measured | None = None
    exception: DactsException | None = None


@dataclass(frozen=True)
class Total:
    """Over the items that are relevant. band: only where all the items of DACTS have a level."""

    relevant: int
    computed: int
    by_hand: int
    points: int
    most: int
    mean: Fraction | None
    band: DactsBand | None

    @property
    def scored(self) -> int:
        return self.computed + self.by_hand


def measured(item: DactsItem, log: DactsLog, average: Average = Average.MEDIAN) -> Measured:
    """A computed item in a team's log.

    Nothing is said where there are fewer than the item asks for, nor where the team began after
    the window did.
    """
    window = window_of(item, log.today)
    found = _found(item, log, window, average)
    value = None if _is_young(item, log, window) or found.n < item.least else found.value
    reached = None if value is None else min(level(value, item), found.highest)
    return Measured(value, reached, found.n, found.missing, found.citizens)


def _found(item: DactsItem, log: DactsLog, window: Window, average: Average) -> Found:
    if item.formula is None:
        raise ValueError(f"{item.code} is judged by hand")
    if item.formula in AVERAGED:
        return AVERAGED[item.formula](log, item, window, is_mean=average is Average.MEAN)
    return FORMULAS[item.formula](log, item, window)


def _is_young(item: DactsItem, log: DactsLog, window: Window) -> bool:
    if item.formula in OF_MEMBERS:
        began = [one.from_on for one in log.members]
    else:
        began = [one.started_on for one in log.courses]
    looks_back = item.weeks or item.months
    return bool(looks_back) and min(began, default=log.today) > window.first


def level(value: Fraction, item: DactsItem) -> int:
    """From 1 to 5. A threshold belongs to what begins there; the last may begin just above it."""
    passed = sum(value >= Fraction(one) for one in item.thresholds)
    if item.above and value == Fraction(item.thresholds[-1]):
        passed -= 1
    return 1 + passed if item.better is Better.MORE else LEVELS - passed


def is_judged(item: DactsItem, exceptions: Sequence[DactsException]) -> bool:
    """Whether a team judges it by hand: not computed, and relevant."""
    return item.formula is None and not _is_left_out(_exception(item, exceptions))


def scored(
    dacts: Dacts,
    exceptions: Sequence[DactsException],
    log: DactsLog,
    judged: Mapping[str, int],
    average: Average = Average.MEDIAN,
) -> list[Scored]:
    """Every item in order; judged: the newest level by hand, by item."""
    return [_scored(item, exceptions, log, judged, average) for item in dacts.items]


def _scored(
    item: DactsItem,
    exceptions: Sequence[DactsException],
    log: DactsLog,
    judged: Mapping[str, int],
    average: Average,
) -> Scored:
    exception = _exception(item, exceptions)
    if _is_left_out(exception):
        return Scored(item, How.NOT_RELEVANT, None, exception=exception)
    if item.formula is None:
        return Scored(item, How.BY_HAND, _capped(judged.get(item.code), exception), None, exception)
    told = measured(item, log, average)
    return Scored(item, How.COMPUTED, _capped(told.level, exception), told, exception)


def _exception(item: DactsItem, exceptions: Sequence[DactsException]) -> DactsException | None:
    return next((one for one in exceptions if one.item == item.code), None)


def _is_left_out(exception: DactsException | None) -> bool:
    return exception is not None and not exception.highest


def _capped(reached: int | None, exception: DactsException | None) -> int | None:
    if reached is None or exception is None:
        return reached
    return min(reached, exception.highest)


def without_few(found: Sequence[Scored], *, smallest: int) -> list[Scored]:
    """The same for somebody who may be told of no few: nothing that is made of their records.

    Neither a figure nor how many it was of.
    """
    return [
        replace(one, level=None, measured=None) if _is_of_few(one.measured, smallest) else one
        for one in found
    ]


def _is_of_few(told: Measured | None, smallest: int) -> bool:
    return told is not None and told.citizens is not None and told.citizens < smallest


def total(found: Sequence[Scored], dacts: Dacts) -> Total:
    """What the items come to, of those that are relevant to the method."""
    relevant = [one for one in found if one.how is not How.NOT_RELEVANT]
    told = [one for one in relevant if one.level is not None]
    points = sum(one.level or 0 for one in told)
    whole = len(told) == len(dacts.items)
    return Total(
        relevant=len(relevant),
        computed=sum(one.how is How.COMPUTED for one in told),
        by_hand=sum(one.how is How.BY_HAND for one in told),
        points=points,
        most=sum(one.exception.highest if one.exception else LEVELS for one in told),
        mean=Fraction(points, len(told)) if told else None,
        band=next(one for one in dacts.bands if points >= one.at_least) if whole else None,
    )
