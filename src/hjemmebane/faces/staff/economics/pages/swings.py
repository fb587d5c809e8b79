"""What moves the cost of a citizen: a tornado from the widest swing, and a table of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from hjemmebane.design.charts.spans import Span, SpanChart
from hjemmebane.domain.economics.calculations.costing import Cost, PayTable
from hjemmebane.domain.economics.calculations.figures import THOUSAND
from hjemmebane.domain.economics.calculations.sensitivity import (
    Swing,
    Varied,
    swings,
    table,
    usual_spans,
)
from hjemmebane.faces.staff.economics.pages.wording import figure, kroner, percent

NAMES = {
    Varied.PLACES: "Pladser",
    Varied.OVERHEAD: "Overhead",
    Varied.PAY: "Løn",
    Varied.HOURS: "Timer",
    Varied.CASELOAD: "Borgere pr. fuldtidsmedarbejder",
}
STEPS = 4


@dataclass(frozen=True)
class SwingTable:
    """What a citizen costs when one thing goes through its span."""

    title: str
    rows: Sequence[tuple[str, str]]


def tornado(cost: Cost, pay: PayTable) -> SpanChart:
    found = swings(cost.costing, pay)
    most = NAMES[found[0].varied].lower()
    rounding = cost.costing.rounding
    base = kroner(cost.per_citizen, THOUSAND, rounding)
    return SpanChart(
        name="foelsomhed",
        title="Det, der flytter prisen pr. borger",
        summary=(
            f"Stregen er prisen pr. borger, som I har regnet den: {base}"
            f" {most.capitalize()} flytter den mest."
        ),
        spans=[
            Span(
                low=min(one.at_low, one.at_high),
                high=max(one.at_low, one.at_high),
                left=kroner(min(one.at_low, one.at_high), THOUSAND, rounding),
                right=kroner(max(one.at_low, one.at_high), THOUSAND, rounding),
                head=_head(one),
            )
            for one in found
        ],
        columns=("Det, der ændres", "Pris i den lave ende", "Pris i den høje ende"),
        told=[_told(one, cost) for one in found],
        base=cost.per_citizen,
        is_cost=True,
    )


def _head(one: Swing) -> str:
    low, high = in_words(one.varied, one.low), in_words(one.varied, one.high)
    return f"{NAMES[one.varied]}: {low} til {high}"


def _told(one: Swing, cost: Cost) -> tuple[str, str, str]:
    rounding = cost.costing.rounding
    return (
        NAMES[one.varied],
        f"{kroner(one.at_low, THOUSAND, rounding)} ved {in_words(one.varied, one.low)}",
        f"{kroner(one.at_high, THOUSAND, rounding)} ved {in_words(one.varied, one.high)}",
    )


def swing_tables(cost: Cost, pay: PayTable) -> list[SwingTable]:
    """Each thing from the low end of its span to the high one."""
    rounding = cost.costing.rounding
    return [
        SwingTable(
            NAMES[varied],
            [
                (in_words(varied, value), kroner(per_citizen, THOUSAND, rounding))
                for value, per_citizen in table(cost.costing, varied, _steps(low, high), pay)
            ],
        )
        for varied, (low, high) in usual_spans(cost).items()
    ]


def _steps(low: Decimal, high: Decimal) -> list[Decimal]:
    return [low + (high - low) * step / STEPS for step in range(STEPS + 1)]


def in_words(varied: Varied, value: Decimal) -> str:
    """A number of places or citizens, a percent, or a percent of what it is."""
    if varied in {Varied.PLACES, Varied.CASELOAD}:
        return figure(value)
    return percent(value)
