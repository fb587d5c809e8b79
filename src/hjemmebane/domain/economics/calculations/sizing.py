"""How many teams, people and kroner some municipalities need to reach their citizens.

The figures are of 18-59-year-olds with complex needs in 2010-2014; ages outside and growth since
are not in them. Source: VIVE, note on ACT and complex needs, Bilagstabel 1.1.
"""

from collections.abc import Sequence
from dataclasses import dataclass as plain
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from pydantic.dataclasses import dataclass

from hjemmebane.domain.economics.calculations.costing import FULL_TIME
from hjemmebane.domain.economics.calculations.figures import (
    STRICT,
    Kroner,
    Places,
    TeamHours,
    Text,
)


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Municipality:
    """name: without “Kommune”. citizens: 18-59-year-olds with complex needs, None: not published.

    population: all 18-59-year-olds.
    """

    name: Text
    citizens: int | None = None
    population: int
    published_percent: Decimal | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Function:
    """What somebody does in a team, and for how many hours a week in one whole team."""

    title: Text
    hours: TeamHours


@dataclass(frozen=True, kw_only=True, config=STRICT)
class TeamKind:
    """A kind of team: citizens in a whole one, its people, and what a citizen costs a year.

    smallest: the fewest citizens a team has been seen to work with.
    """

    code: Text
    title: Text
    places: Places
    smallest: Places
    cost: Kroner
    cost_low: Kroner
    cost_high: Kroner
    functions: tuple[Function, ...]
    source: Text


class Fit(StrEnum):
    """Whether there are enough citizens for a team.

    TOGETHER: too few; share a team with a neighbour.
    """

    OWN = "OWN"
    TOGETHER = "TOGETHER"


@plain(frozen=True)
class Staffing:
    function: Function
    hours: Decimal

    @property
    def full_time(self) -> Decimal:
        return self.hours / FULL_TIME


@plain(frozen=True)
class Sizing:
    """How many of what; kroner a year. reach: the share to be reached.

    unknown: who has no published figure, and is left out.
    """

    kind: TeamKind
    municipalities: Sequence[Municipality]
    unknown: Sequence[Municipality]
    reach: Decimal
    expected: int
    population: int
    reached: int
    teams: int
    staff: Sequence[Staffing]

    @property
    def fit(self) -> Fit:
        return Fit.OWN if self.reached >= self.kind.smallest else Fit.TOGETHER

    @property
    def cost(self) -> Decimal:
        return self.reached * self.kind.cost

    @property
    def cost_range(self) -> tuple[Decimal, Decimal]:
        return self.reached * self.kind.cost_low, self.reached * self.kind.cost_high


def percent_of(citizens: int | None, population: int) -> Decimal | None:
    """How many in a hundred 18-59-year-olds; None where nothing is known."""
    return Decimal(citizens) * 100 / population if citizens is not None and population else None


def size_of(municipalities: Sequence[Municipality], kind: TeamKind, *, reach: Decimal) -> Sizing:
    """Size teams for `reach` (a share) of the citizens of these municipalities taken together.

    A part of a citizen is a citizen, and a part of a team is a team; its people are reckoned by the
    citizens they are for, not by whole teams.
    """
    known = [one for one in municipalities if one.citizens is not None]
    expected = sum(one.citizens or 0 for one in known)
    reached = _up(expected * reach)
    needed = Decimal(reached) / kind.places
    return Sizing(
        kind=kind,
        municipalities=known,
        unknown=[one for one in municipalities if one.citizens is None],
        reach=reach,
        expected=expected,
        population=sum(one.population for one in known),
        reached=reached,
        teams=_up(needed),
        staff=[Staffing(function, function.hours * needed) for function in kind.functions],
    )


def _up(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_CEILING))
