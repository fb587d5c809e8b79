"""How far the cost per citizen moves when one thing is otherwise, and all else stays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hjemmebane.domain.economics.calculations.costing import (
    FULL_TIME,
    Cost,
    Costing,
    PayTable,
    cost_of,
)


class Varied(StrEnum):
    """What is varied: a number of places, a share, or a factor on pay or hours."""

    PLACES = "PLACES"
    OVERHEAD = "OVERHEAD"
    PAY = "PAY"
    HOURS = "HOURS"
    CASELOAD = "CASELOAD"


@dataclass(frozen=True)
class Swing:
    """What a citizen costs a year when one thing is `low` and when it is `high`, in kroner."""

    varied: Varied
    low: Decimal
    high: Decimal
    at_low: Decimal
    at_high: Decimal

    @property
    def width(self) -> Decimal:
        return abs(self.at_high - self.at_low)


type Vary = Callable[[Costing, Decimal, PayTable], Decimal]


def per_citizen(costing: Costing, varied: Varied, value: Decimal, pay: PayTable) -> Decimal:
    """Kroner a year for a citizen when `varied` is `value`."""
    return _WAYS[varied](costing, value, pay)


def swings(costing: Costing, pay: PayTable) -> list[Swing]:
    """The usual spans, the widest swing first: a tornado from the top."""
    found = [
        Swing(
            varied,
            low,
            high,
            per_citizen(costing, varied, low, pay),
            per_citizen(costing, varied, high, pay),
        )
        for varied, (low, high) in usual_spans(cost_of(costing, pay)).items()
    ]
    return sorted(found, key=lambda swing: swing.width, reverse=True)


def usual_spans(cost: Cost) -> dict[Varied, tuple[Decimal, Decimal]]:
    """Ten points of overhead, a tenth of pay and hours, a fifth of the places, one in caseload."""
    costing, tenth = cost.costing, Decimal("0.1")
    spans = {
        Varied.OVERHEAD: (max(Decimal(0), costing.overhead - tenth), costing.overhead + tenth),
        Varied.PAY: (1 - tenth, 1 + tenth),
        Varied.HOURS: (1 - tenth, 1 + tenth),
        Varied.PLACES: (costing.places * (1 - 2 * tenth), costing.places * (1 + 2 * tenth)),
    }
    if cost.caseload is not None and cost.caseload > 1:
        spans[Varied.CASELOAD] = (cost.caseload - 1, cost.caseload + 1)
    return spans


def table(
    costing: Costing, varied: Varied, values: Sequence[Decimal], pay: PayTable
) -> list[tuple[Decimal, Decimal]]:
    """Pairs of a value and what a citizen then costs a year."""
    return [(value, per_citizen(costing, varied, value, pay)) for value in values]


def _with_places(costing: Costing, places: Decimal, pay: PayTable) -> Decimal:
    return cost_of(costing, pay).total / places


def _with_overhead(costing: Costing, overhead: Decimal, pay: PayTable) -> Decimal:
    return _with_pay(costing, (1 + overhead) / (1 + costing.overhead), pay)


def _with_pay(costing: Costing, factor: Decimal, pay: PayTable) -> Decimal:
    """Overhead, pay and hours all move what the people cost, and nothing else."""
    cost = cost_of(costing, pay)
    return (cost.total + cost.pay * (factor - 1)) / costing.places


def _with_caseload(costing: Costing, caseload: Decimal, pay: PayTable) -> Decimal:
    """Other places for the same hours."""
    cost = cost_of(costing, pay)
    return cost.total / (caseload * cost.executing_hours / FULL_TIME)


_WAYS: dict[Varied, Vary] = {
    Varied.PLACES: _with_places,
    Varied.OVERHEAD: _with_overhead,
    Varied.PAY: _with_pay,
    Varied.HOURS: _with_pay,
    Varied.CASELOAD: _with_caseload,
}
