"""How many teams some municipalities need, in words and as a ranking."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse

from hjemmebane.design.charts.spans import Span, SpanChart
from hjemmebane.domain.economics.calculations.sizing import (
    Fit,
    Municipality,
    Sizing,
    TeamKind,
    percent_of,
)
from hjemmebane.domain.economics.content.shipped import municipalities
from hjemmebane.faces.staff.economics.pages.parts import SIZING
from hjemmebane.faces.staff.economics.pages.wording import (
    amount,
    figure,
    hundredths,
    kroner,
    percent,
)
from hjemmebane.foundation.listing import listed

HIGHEST = 15
LEFT_OUT = (
    "Der er ikke offentliggjort tal for {}, fordi kommunen er for lille. Den er ikke med i"
    " regnestykket."
)
ENOUGH = "Der er borgere nok til mindst ét team."
TOO_FEW = (
    "Der er for få borgere til et helt {kind}-team: I når {reached}, og det mindste, vi kender til,"
    " har haft {smallest}. Gå sammen med en kommune mere: skriv den i feltet.{reach_more}"
)
REACH_MORE = " Eller sæt op, hvor stor en del I vil nå."
STAFFED = "Timerne er til de {reached} borgere, I når, ud af {places} pladser i {teams} team."


@dataclass(frozen=True)
class RankedRow:
    """A municipality, named with its place. url: the same page with it chosen too, or without."""

    name: str
    share: str
    citizens: str
    population: str
    is_chosen: bool
    url: str


@dataclass(frozen=True)
class SizingPage:
    """The result in words, when something was chosen; the ranking always."""

    title: str
    question: str
    left_out: str
    has_result: bool
    stats: Sequence[tuple[str, str, str, str]]
    fit: str
    staffed: str
    staff: Sequence[tuple[str, str, str]]
    steps: Sequence[tuple[str, str]]
    chart: SpanChart
    rows: Sequence[RankedRow]
    uncertainty: str
    sources: Sequence[str]


def sizing_page(
    chosen: Sequence[Municipality], sizing: Sizing | None, kind: TeamKind, asked: dict[str, str]
) -> SizingPage:
    """asked: what stands in the address besides the municipalities."""
    ranked = _ranked()
    names = [one.name for one in chosen]
    unknown = listed(one.name for one in sizing.unknown) if sizing and sizing.unknown else ""
    result = sizing if sizing and sizing.municipalities else None
    return SizingPage(
        title=listed(one.name for one in result.municipalities) if result else "",
        question=_question(result) if result else "",
        left_out=LEFT_OUT.format(unknown) if unknown else "",
        has_result=result is not None,
        stats=_stats(result) if result else (),
        fit=_fit(result) if result else "",
        staffed=_staffed(result) if result else "",
        staff=_staff(result) if result else (),
        steps=_steps(result) if result else (),
        chart=_chart(ranked, names),
        rows=[_row(place, one, names, asked) for place, one in ranked],
        uncertainty=municipalities().uncertainty,
        sources=(municipalities().source, kind.source),
    )


def _question(sizing: Sizing) -> str:
    return f"{sizing.kind.title}-team til {percent(sizing.reach)} af borgerne i målgruppen."


def _fit(sizing: Sizing) -> str:
    if sizing.fit is Fit.OWN:
        return ENOUGH
    return TOO_FEW.format(
        reached=sizing.reached,
        kind=sizing.kind.title,
        smallest=figure(sizing.kind.smallest, 0),
        reach_more=REACH_MORE if sizing.expected >= sizing.kind.smallest else "",
    )


def _staffed(sizing: Sizing) -> str:
    """For how many citizens the people are, beside the places that the teams have."""
    places = figure(sizing.kind.places * sizing.teams, 0)
    return STAFFED.format(reached=sizing.reached, places=places, teams=sizing.teams)


def _stats(sizing: Sizing) -> list[tuple[str, str, str, str]]:
    """Label, figure, unit and note."""
    low, high = sizing.cost_range
    return [
        (
            "Borgere i målgruppen",
            figure(Decimal(sizing.expected), 0),
            "",
            f"{hundredths(_share(sizing.expected, sizing.population) * 100)} af de 18-59-årige",
        ),
        ("Borgere, I når", figure(Decimal(sizing.reached), 0), "", ""),
        (
            f"{sizing.kind.title}-team",
            figure(Decimal(sizing.teams), 0),
            "",
            f"med plads til {figure(sizing.kind.places, 0)} borgere i hvert",
        ),
        ("Pris om året", *amount(sizing.cost), f"mellem {kroner(low)} og {kroner(high)}"),
    ]


def _staff(sizing: Sizing) -> list[tuple[str, str, str]]:
    """Function, full-time positions and hours a week."""
    return [
        (one.function.title, figure(one.full_time, 2), figure(one.hours)) for one in sizing.staff
    ]


def _steps(sizing: Sizing) -> list[tuple[str, str]]:
    """The way to each figure."""
    kind = sizing.kind
    counted = " + ".join(f"{one.name} {one.citizens}" for one in sizing.municipalities)
    return [
        ("Borgere i målgruppen", f"{counted} = {sizing.expected}"),
        (
            "Borgere, I når",
            f"{sizing.expected} × {percent(sizing.reach)}, rundet op: {sizing.reached}",
        ),
        (
            "Teams",
            f"{sizing.reached} / {figure(kind.places, 0)} pladser, rundet op: {sizing.teams}",
        ),
        (
            "Medarbejdere",
            f"timerne i ét team × {sizing.reached} / {figure(kind.places, 0)}",
        ),
        (
            "Pris om året",
            f"{sizing.reached} borgere × {kroner(kind.cost)} = {kroner(sizing.cost)}",
        ),
        (
            "Spændet",
            f"{sizing.reached} × {kroner(kind.cost_low)} til {kroner(kind.cost_high)}",
        ),
    ]


def _share(part: int, whole: int) -> Decimal:
    return Decimal(part) / whole if whole else Decimal(0)


def _ranked() -> list[tuple[int | None, Municipality]]:
    """The highest share first, each with its place; who has no figure stands last, without."""
    known = [one for one in municipalities().municipalities if one.citizens is not None]
    known.sort(key=lambda one: (-(percent_of(one.citizens, one.population) or 0), one.name))
    unknown = [one for one in municipalities().municipalities if one.citizens is None]
    return [*enumerate(known, start=1), *((None, one) for one in unknown)]


def _chart(ranked: Sequence[tuple[int | None, Municipality]], names: Sequence[str]) -> SpanChart:
    shown = [
        (place, one)
        for place, one in ranked
        if place is not None and (place <= HIGHEST or one.name in names)
    ]
    first = shown[0][1]
    return SpanChart(
        name="kommuner",
        title="Kommunerne med den største andel",
        summary=(
            f"{first.name} har den største andel. Billedet viser de {HIGHEST} med de største"
            " andele" + (" og dem, I har valgt; de er blå." if names else ".")
        ),
        spans=[
            Span(
                low=Decimal(0),
                high=percent_of(one.citizens, one.population) or Decimal(0),
                left=f"{place}. {one.name}",
                right=_percent(one),
                is_chosen=one.name in names,
            )
            for place, one in shown
        ],
        columns=("Kommune", "Andel", "Borgere"),
        is_short=True,
        told=[(f"{place}. {one.name}", _percent(one), str(one.citizens)) for place, one in shown],
    )


def _percent(one: Municipality) -> str:
    share = percent_of(one.citizens, one.population)
    return "intet tal" if share is None else hundredths(share)


def _row(
    place: int | None, one: Municipality, names: Sequence[str], asked: dict[str, str]
) -> RankedRow:
    is_chosen = one.name in names
    others = [name for name in names if name != one.name]
    wanted = others if is_chosen else [*names, one.name]
    return RankedRow(
        name=one.name if place is None else f"{place}. {one.name}",
        share=_percent(one),
        citizens="intet tal" if one.citizens is None else figure(Decimal(one.citizens), 0),
        population=figure(Decimal(one.population), 0),
        is_chosen=is_chosen,
        url=f"{reverse(SIZING)}?{urlencode({**asked, 'kommuner': ', '.join(wanted)})}",
    )
