"""What the record tells of a team, written as the case file has it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Protocol
from uuid import UUID

from hjemmebane.domain.evaluation.calculations.cells import FORMULA
from hjemmebane.domain.evaluation.calculations.of_teams import (
    BELIEVED,
    LOGGED,
    PRECONDITIONS,
)
from hjemmebane.domain.fidelity.calculations.believed import logged_level
from hjemmebane.domain.fidelity.choices import FigureKind
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.choices import CoreFunction

FUNCTIONS = {
    CoreFunction.SOCIAL_PRACTICAL,
    CoreFunction.HEALTH,
    CoreFunction.AUTHORITY,
}
# What the report calls a team whose name a spreadsheet would take for nothing but a formula.
NAMELESS = "Et team"
COUNTS = ("agreements", "referred", "matched", "lighter", "not_now")


@dataclass(frozen=True)
class TeamFacts:
    """A team as the database tells it, in the order of the function's columns.

    places, hours, functions: None where nobody worked in it on the last day.
    """

    team_id: UUID
    name: str
    method: str
    places: Decimal | None
    hours: Decimal | None
    coordination_hours: Decimal | None
    functions: Sequence[str] | None
    agreements: int
    steering: int
    referred: int
    matched: int
    lighter: int
    not_now: int


@dataclass(frozen=True)
class QuarterFact:
    """A figure that a team kept of its quarter. people: how many are behind it."""

    team_id: UUID
    kind: str
    code: str
    rating: Decimal
    people: int


@dataclass(frozen=True)
class PreconditionFact:
    """The newest word of a team's coordinator on a precondition."""

    team_id: UUID
    code: str
    word: str


class OfTeam(Protocol):
    """A fact about one team."""

    @property
    def team_id(self) -> UUID: ...


def by_team[F: OfTeam](found: Iterable[F]) -> Mapping[UUID, Sequence[F]]:
    teams: dict[UUID, list[F]] = defaultdict(list)
    for one in found:
        teams[one.team_id].append(one)
    return teams


def team_row(team: TeamFacts, quarter: Sequence[QuarterFact]) -> dict[str, str]:
    functions = set(team.functions or ())
    return {
        "name": team.name.lstrip(FORMULA) or NAMELESS,
        "method": team.method.upper().replace("-", "_"),
        **{name: str(getattr(team, name)) for name in COUNTS},
        "functions_covered": str(len(functions & FUNCTIONS)),
        "coordinator": "YES" if CoreFunction.COORDINATION in functions else "NO",
        "steering_group": "YES" if team.steering else "NO",
        "places": _tenths(team.places),
        "hours": _tenths(team.hours),
        "coordination_hours": _tenths(team.coordination_hours),
        **dict(_believed(quarter)),
        **dict(_logged(team.method, quarter)),
    }


def preconditions_row(said: Sequence[PreconditionFact]) -> dict[str, str]:
    """What the published evaluation knows of; a method's own preconditions are left out."""
    return {
        f"precondition_{one.code.lower()}": one.word
        for one in said
        if one.code.lower() in PRECONDITIONS
    }


def _tenths(value: Decimal | None) -> str:
    return "" if value is None else f"{value:.1f}"


def _believed(quarter: Sequence[QuarterFact]) -> Iterator[tuple[str, str]]:
    found = [one for one in quarter if one.kind == FigureKind.BELIEVED]
    if found:
        yield "believed_n", str(max(one.people for one in found))
    for one in found:
        if one.code.lower() in BELIEVED:
            yield f"believed_{one.code.lower()}", f"{one.rating:.2f}"


def _logged(method: str, quarter: Sequence[QuarterFact]) -> Iterator[tuple[str, str]]:
    """A line's level is made of its indicators' as on the page of the quarter."""
    levels = {one.code: int(one.rating) for one in quarter if one.kind == FigureKind.LOGGED}
    for line in pack(method).self_assessments:
        told = logged_level([levels.get(code) for code in line.indicators])
        if told.mean is not None and line.code.lower() in LOGGED:
            yield f"logged_{line.code.lower()}", _hundredths(told.mean)


def _hundredths(value: Fraction) -> str:
    return f"{Decimal(value.numerator) / Decimal(value.denominator):.2f}"
