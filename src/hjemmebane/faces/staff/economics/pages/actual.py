"""Two costings side by side: two that are kept, or a plan and what the team has today."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from hjemmebane.domain.economics.calculations.actual import as_it_is
from hjemmebane.domain.economics.calculations.costing import Cost, PayTable, cost_of
from hjemmebane.domain.economics.calculations.figures import HUNDRED
from hjemmebane.domain.economics.models import SavedCosting
from hjemmebane.domain.economics.queries import actual_team
from hjemmebane.faces.staff.economics.pages.wording import (
    NOT_KNOWN,
    figure,
    kroner,
    typed,
)
from hjemmebane.foundation.listing import listed

NOTHING = (
    "Teamet har ingen medarbejdere eller ingen borgere lige nu, så der er ikke noget at sammenligne"
    " med."
)
LEAD = "Teamets timer og antal borgere i dag, regnet med de samme lønninger og udgifter."


type Compared = tuple[str, str, str, str]


@dataclass(frozen=True)
class Measured:
    """A figure that costings are compared by, and how it is written."""

    label: str
    value: Decimal | None
    write: Callable[[Decimal | None], str]


@dataclass(frozen=True)
class BesideNow:
    """rows: as in `beside`, planned and what is. guessed: whose pay is the plan's mean."""

    lead: str
    rows: Sequence[Compared]
    guessed: str


def beside_now(saved: SavedCosting, planned: Cost, pay: PayTable, *, today: dt.date) -> BesideNow:
    there = actual_team(saved.team, today=today)
    found = as_it_is(planned.costing, there.posts, there.citizens, pay)
    if found is None:
        return BesideNow(NOTHING, (), "")
    now = cost_of(found.costing, pay)
    return BesideNow(
        lead=LEAD,
        rows=beside(planned, now),
        guessed=f"Vi kender ikke lønnen for {listed(found.guessed)} og har regnet med"
        " gennemsnittet af de andre."
        if found.guessed
        else "",
    )


def beside(one: Cost, other: Cost) -> list[Compared]:
    """Rows of a name, the one, the other, and how much the other is more."""
    return [
        (left.label, left.write(left.value), right.write(right.value), _difference(left, right))
        for left, right in zip(_measured(one), _measured(other), strict=True)
    ]


def _difference(one: Measured, other: Measured) -> str:
    if one.value is None or other.value is None:
        return NOT_KNOWN
    more = other.value - one.value
    return f"{'+' if more > 0 else ''}{one.write(more)}"


def _measured(cost: Cost) -> list[Measured]:
    money = partial(kroner, unit=HUNDRED, rounding=cost.costing.rounding)
    return [
        Measured("Borgere (pladser)", cost.costing.places, figure),
        Measured("Timer om ugen", cost.weekly_hours, figure),
        Measured("Heraf med borgerne", cost.executing_hours, figure),
        Measured("Fuldtidsstillinger", cost.full_time, partial(figure, decimals=2)),
        Measured("Borgere pr. fuldtidsmedarbejder", cost.caseload, figure),
        Measured("I alt om året", cost.total, money),
        Measured("Pr. borger om året", cost.per_citizen, money),
        Measured("Pr. fuldtidsmedarbejder", cost.per_full_time, money),
        Measured("Opstart, én gang", cost.start_up, typed),
    ]
