"""The charts of a quarter: believed beside logged, and believed through the quarters."""

from collections.abc import Sequence

from hjemmebane.design.charts.bars import Bar, BarChart
from hjemmebane.domain.fidelity.calculations.quarters import Quarter
from hjemmebane.domain.fidelity.calculations.side_by_side import Compared
from hjemmebane.domain.fidelity.choices import FigureKind
from hjemmebane.domain.fidelity.queries.quarter import QUARTERS, TeamQuarter
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.faces.staff.fidelity.pages.wording_of_figures import (
    APART,
    HIGHEST,
    LOWEST,
    TICKS,
    bar_of,
    logged_bar,
)

BELIEVED, LOGGED = FigureKind.BELIEVED.label, FigureKind.LOGGED.label
# There is room for a short name beside a bar.
TEAM, LOG = "Vi tror", "Loggen"


def is_apart(one: Compared) -> bool:
    """By half a level or more, where both are there."""
    return one.gap is not None and abs(one.gap) >= APART


def sides_chart(rows: Sequence[Compared], method: MethodPack) -> BarChart:
    bars = []
    for one in rows:
        name = method.name_of(one.line)
        if one.believed:
            bars.append(bar_of(one.believed, name, TEAM))
        bars.append(logged_bar(one.logged, name, LOG))
    parted = [one for one in rows if is_apart(one)]
    both = [one for one in rows if one.gap is not None]
    return _chart(
        "side-om-side",
        "Det, vi tror, og det, loggen viser",
        f"{len(parted)} af {len(both)} linjer, hvor begge tal er der, ligger et halvt niveau eller"
        " mere fra hinanden."
        if both
        else "Der er ingen linjer, hvor begge tal er der.",
        [method.name_of(one.line) for one in rows],
        (TEAM, LOG),
        bars,
    )


def trend_chart(rows: Sequence[Compared], found: TeamQuarter) -> BarChart:
    """What the team believed, quarter by quarter."""
    bars = [
        bar_of(told.believed[one.line.code], found.method.name_of(one.line), short(quarter))
        for one in rows
        for quarter, told in found.told.items()
        if one.line.code in told.believed
    ]
    told = sum(1 for one in found.told.values() if one.believed)
    return _chart(
        "gennem-tiden",
        "Det, vi tror, kvartal for kvartal",
        f"Der er svar fra {told} af de sidste {QUARTERS} kvartaler.",
        [found.method.name_of(one.line) for one in rows],
        [short(quarter) for quarter in found.told],
        bars,
    )


def short(quarter: Quarter) -> str:
    return f"{quarter.number}. kv. {quarter.year}"


def _chart(
    name: str,
    title: str,
    summary: str,
    categories: Sequence[str],
    series: Sequence[str],
    bars: Sequence[Bar],
) -> BarChart:
    return BarChart(
        name=name,
        title=title,
        summary=summary,
        heading="Linje",
        categories=categories,
        series=series,
        bars=bars,
        lowest=LOWEST,
        highest=HIGHEST,
        ticks=TICKS,
    )
