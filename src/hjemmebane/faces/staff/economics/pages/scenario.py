"""One scenario, worked out: what it comes to, for whom, in which year, and when it pays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hjemmebane.design.charts.spans import Span, SpanChart
from hjemmebane.domain.economics.calculations.figures import HUNDRED, KRONE, Rounding
from hjemmebane.domain.economics.calculations.scenario import (
    Consequence,
    Net,
    Payer,
    Scenario,
    net_of,
)
from hjemmebane.domain.economics.choices import Payer as PayerName
from hjemmebane.faces.staff.economics.pages.wording import (
    NOT_KNOWN,
    amount,
    kroner,
    percent,
    signed,
    typed,
    typed_percent,
)

TENTHS = 10
NEVER = "Aldrig: en succes er ikke noget værd i kroner."
NOT_ENOUGH = "Ingen succesrate er nok"
LEAD = (
    "For én deltager, i kroner af år 1. Et minus betyder, at det koster mere, end det giver igen."
)
NO_YEARS = (
    "Noget er kun kendt som ét beløb for alle årene. Derfor kan vi ikke vise, hvornår pengene"
    " kommer hjem."
)
NO_CONSEQUENCES = "Der står ingen virkninger endnu, så en succes er ikke noget værd i kroner."


@dataclass(frozen=True)
class ConsequenceRow:
    """A consequence in words, with its calculation."""

    what: str
    payer: str
    change: str
    years: str
    calculation: str
    source: str


@dataclass(frozen=True)
class ScenarioPage:
    """Everything in words. published: rows of a payer, what is printed and what is ours."""

    title: str
    target_group: str
    meta: Sequence[str]
    net: tuple[str, str]
    by_payer: Sequence[tuple[str, str, str]]
    published: Sequence[tuple[str, str, str]]
    even_rate: str
    even_cost: tuple[str, str]
    steps: Sequence[tuple[str, str]]
    payers: Sequence[str]
    by_year: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    years: SpanChart | None
    rates: SpanChart
    consequences: Sequence[ConsequenceRow]


def scenario_page(scenario: Scenario) -> ScenarioPage:
    net = net_of(scenario)
    rounding = scenario.rounding
    payers = [str(PayerName(payer.value).label) for payer in Payer]
    return ScenarioPage(
        title=scenario.title,
        target_group=scenario.target_group,
        meta=[f"{scenario.price_year}-priser", scenario.source],
        net=amount(net.total, HUNDRED, rounding),
        by_payer=[
            (
                label,
                kroner(net.by_payer[payer], HUNDRED, rounding),
                kroner(net.gain[payer], HUNDRED, rounding),
            )
            for payer, label in zip(Payer, payers, strict=True)
        ],
        published=_published(net, payers),
        even_rate=even_rate(net),
        even_cost=amount(net.break_even_cost, HUNDRED, rounding),
        steps=_steps(net),
        payers=payers,
        by_year=_by_year(net, payers),
        years=_year_chart(net),
        rates=_rate_chart(net),
        consequences=[_row(scenario, one) for one in scenario.consequences],
    )


def even_rate(net: Net) -> str:
    """Of how many it must succeed for it to come out even."""
    even = net.break_even_rate
    if even is None:
        return NEVER
    return f"{NOT_ENOUGH}: det skulle lykkes for {percent(even)}" if even > 1 else percent(even)


def _published(net: Net, payers: Sequence[str]) -> list[tuple[str, str, str]]:
    published = net.scenario.published
    if not published:
        return []
    return [
        (
            label,
            NOT_KNOWN if published.get(payer) is None else typed(published[payer]),
            kroner(net.by_payer[payer], HUNDRED, net.scenario.rounding),
        )
        for payer, label in zip(Payer, payers, strict=True)
    ]


def _steps(net: Net) -> list[tuple[str, str]]:
    """The way to each figure."""
    scenario = net.scenario
    rounding = scenario.rounding
    effect, gain = typed_percent(scenario.effect), kroner(net.gain_in_all, KRONE, rounding)
    cost, parts = typed(scenario.cost), _gains(net)
    rate, anyway = map(typed_percent, (scenario.success_rate, scenario.counterfactual_rate))
    even = net.break_even_rate
    return [
        ("Lykkes for flere", f"{rate} − {anyway}, der ville have klaret det alligevel = {effect}"),
        ("Værdien af én succes", f"{parts} = {gain}, tilbageført til år 1"),
        (
            "Netto i alt",
            f"{effect} × {gain} − {cost} = {kroner(net.total, KRONE, rounding)}",
        ),
        (
            "Går lige op ved",
            NEVER if even is None else f"{cost} / {gain} + {anyway} = {percent(even)}",
        ),
        ("Må højst koste", f"{effect} × {gain} = {kroner(net.break_even_cost, KRONE, rounding)}"),
    ]


def _gains(net: Net) -> str:
    """“Kommunen 20.000 kr. + Regionen 500 kr. + Staten 0 kr.”."""
    rounding = net.scenario.rounding
    return " + ".join(
        f"{PayerName(payer.value).label} {kroner(net.gain[payer], KRONE, rounding)}"
        for payer in Payer
    )


def _by_year(net: Net, payers: Sequence[str]) -> list[tuple[str, Sequence[tuple[str, str]]]]:
    """Each year with every payer and all; last what is known as a sum alone."""
    rows = [(f"År {year}", values) for year, values in net.by_year.items()]
    if any(net.unplaced.values()):
        rows.append(("Ikke fordelt på år", net.unplaced))
    return [(label, _cells(values, payers, net)) for label, values in rows]


def _cells(
    values: Mapping[Payer, Decimal], payers: Sequence[str], net: Net
) -> list[tuple[str, str]]:
    rounding = net.scenario.rounding
    told = [kroner(values[payer], HUNDRED, rounding) for payer in Payer]
    in_all = kroner(sum(values.values(), Decimal(0)), HUNDRED, rounding)
    return list(zip([*payers, "I alt"], [*told, in_all], strict=True))


def _year_chart(net: Net) -> SpanChart | None:
    """What has come back by the end of each year, from what was paid in the first. It is back when
    it stays so.

    None where something is known as a sum alone: it comes in no year that could be drawn.
    """
    sums, so_far = [], Decimal(0)
    for year, values in net.by_year.items():
        so_far += sum(values.values(), Decimal(0))
        sums.append((f"Efter år {year}", so_far))
    rounding = net.scenario.rounding
    if any(net.unplaced.values()):
        return None
    back = ""
    for label, value in reversed(sums):
        if value < 0:
            break
        back = label
    return SpanChart(
        name="aar",
        title="Netto i alt, år for år",
        summary=f"{back} er pengene kommet hjem." if back else "Pengene kommer ikke hjem.",
        spans=[_from_nought(label, value, rounding) for label, value in sums],
        columns=("Tidspunkt", "Netto indtil da"),
        is_short=True,
        told=[(label, kroner(value, HUNDRED, rounding)) for label, value in sums],
    )


def _rate_chart(net: Net) -> SpanChart:
    scenario, rounding = net.scenario, net.scenario.rounding
    rates = [Decimal(step) / TENTHS for step in range(TENTHS + 1)]
    found = [(percent(rate), net.at_effect(rate - scenario.counterfactual_rate)) for rate in rates]
    return SpanChart(
        name="succesrate",
        title="Netto i alt ved andre succesrater",
        summary=f"I har regnet med, at det lykkes for {typed_percent(scenario.success_rate)}."
        f" Går lige op ved: {even_rate(net)}",
        spans=[_from_nought(label, value, rounding) for label, value in found],
        columns=("Lykkes for", "Netto i alt"),
        is_short=True,
        told=[(label, kroner(value, HUNDRED, rounding)) for label, value in found],
    )


def _from_nought(label: str, value: Decimal, rounding: Rounding) -> Span:
    nought = Decimal(0)
    return Span(
        low=min(nought, value),
        high=max(nought, value),
        left=label,
        right=kroner(value, HUNDRED, rounding),
    )


def _row(scenario: Scenario, one: Consequence) -> ConsequenceRow:
    first, years = one.first_year or scenario.first_year, one.years or scenario.years
    span = f"År {first}" if years == 1 else f"År {first} til {first + years - 1}"
    payer = str(PayerName(one.payer.value).label)
    if one.present_value is not None:
        told = f"{typed(one.present_value)} i alt, i kroner af år 1, for hver succes"
        return ConsequenceRow(one.what, payer, "–", "Ikke fordelt på år", told, one.source)
    return ConsequenceRow(
        what=one.what,
        payer=payer,
        change=f"{signed(one.change)} {one.unit} om året",
        years=span,
        calculation=(
            f"{signed(one.change)} {one.unit} × {typed(one.price)} ="
            f" {typed(one.yearly_gain)} vundet om året for hver succes. Hvert år divideres med"
            f" {signed(1 + scenario.discount_rate)} for hvert år efter år 1."
        ),
        source=one.source,
    )
