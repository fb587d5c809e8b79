"""What a team costs a year, of its own hours where that can be worked out, else as planned."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from hjemmebane.domain.economics.calculations.actual import ActualPost, as_it_is
from hjemmebane.domain.economics.calculations.costing import (
    Amount,
    Cost,
    Costing,
    Post,
    cost_of,
)
from hjemmebane.domain.economics.content.shipped import published_pay
from hjemmebane.domain.evaluation.calculations.of_teams import COSTS


@dataclass(frozen=True)
class StaffFact:
    """So many of one profession with the same hours, on the last day of the months."""

    team_id: UUID
    title: str
    people: int
    hours: Decimal
    coordination_hours: Decimal


@dataclass(frozen=True)
class CostingFact:
    """The costing of a team that counts, in the order of the function's columns. posts: as JSON."""

    team_id: UUID
    places: Decimal
    known_total: Decimal | None
    overhead: Decimal
    weeks: Decimal
    hours_a_year: Decimal
    price_year: int
    other: Decimal | None
    start_up: Decimal | None
    posts: str | None


def cost_row(
    plan: CostingFact | None, staff: Sequence[StaffFact], places: Decimal | None
) -> dict[str, str]:
    """The columns of costs, what is spared elsewhere left out; nothing without a costing.

    Where the costing knows a sum alone, or nobody worked in the team, it is as planned: its own
    places, and its own hours where it has them.
    """
    if plan is None:
        return {}
    costing, pay = _costing(plan), published_pay().table
    posts = [_actual(one) for one in staff]
    found = None if plan.known_total is not None else as_it_is(costing, posts, places, pay)
    if found is None:
        row = _planned(cost_of(costing, pay))
    else:
        basis = "ESTIMATED" if found.guessed else "ACTUAL"
        row = {"cost": _written(cost_of(found.costing, pay).total), "cost_basis": basis}
    row["price_year"] = str(plan.price_year)
    if plan.start_up is not None:
        row["start_up_cost"] = _written(plan.start_up)
    return row if _fits(row) else {}


def _planned(cost: Cost) -> dict[str, str]:
    row = {
        "cost": _written(cost.total),
        "cost_basis": "PLANNED",
        "places": _written(cost.costing.places),
    }
    if cost.posts:
        row["hours"] = _written(cost.weekly_hours)
        row["coordination_hours"] = _written(cost.weekly_hours - cost.executing_hours)
    return row


def _costing(plan: CostingFact) -> Costing:
    posts = json.loads(plan.posts or "[]", parse_float=Decimal)
    return Costing(
        title="Beregning",
        places=plan.places,
        staff=tuple(Post(**one) for one in posts),
        known_total=plan.known_total,
        other=(Amount(what="Andet", kroner=plan.other),) if plan.other is not None else (),
        overhead=plan.overhead,
        weeks=plan.weeks,
        hours_a_year=plan.hours_a_year,
        price_year=plan.price_year,
    )


def _actual(one: StaffFact) -> ActualPost:
    return ActualPost(
        one.title,
        published_pay().code_of(one.title),
        one.people,
        one.hours,
        one.coordination_hours,
    )


def _fits(row: dict[str, str]) -> bool:
    """A slip of the finger in a costing must not keep a whole report from being made."""
    limits = {one.name: one.highest for one in COSTS if not one.values}
    return all(Decimal(row[name]) <= most for name, most in limits.items() if name in row)


def _written(value: Decimal) -> str:
    return f"{value:.2f}"
