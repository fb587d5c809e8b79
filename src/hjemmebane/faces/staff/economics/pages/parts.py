"""The three parts of Økonomi, and what becomes of a calculation nobody wants in the list."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.economics.models import SavedCosting, SavedScenario
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

COSTINGS, SIZING, SCENARIOS = (
    "staff:economics:page",
    "staff:economics:sizing",
    "staff:economics:scenarios",
)
PARTS = (("Omkostninger", COSTINGS), ("Scenarier", SCENARIOS), ("Hvor mange teams", SIZING))


def parts_of_economy(current: str) -> list[Link]:
    return [Link(label, reverse(route), current=route == current) for label, route in PARTS]


@dataclass(frozen=True)
class Away:
    """A calculation that is put away, by its name."""

    title: str
    url: str


def in_the_list[S: SavedCosting | SavedScenario](found: Sequence[S]) -> list[S]:
    return [one for one in found if one.put_away_at is None]


@dataclass(frozen=True)
class Keeping:
    """The way out of the list, or back into it. since: when it was put away; empty in the list."""

    what: str
    since: str
    url: str
    version: int


def keeping_of(saved: SavedCosting | SavedScenario) -> Keeping:
    what, before = (
        ("Scenariet", "scenario_") if isinstance(saved, SavedScenario) else ("Regnestykket", "")
    )
    verb = "take_up" if saved.put_away_at else "put_away"
    return Keeping(
        what=what,
        since=written_day(day_of(saved.put_away_at)) if saved.put_away_at else "",
        url=reverse(f"staff:economics:{before}{verb}", args=[saved.pk]),
        version=saved.version,
    )
