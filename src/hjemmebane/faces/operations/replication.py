"""Published figures beside ours: what comes out the same, what does not, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from hjemmebane.domain.economics.calculations.costing import Cost, Costing, hourly
from hjemmebane.domain.economics.calculations.figures import (
    HUNDRED,
    KRONE,
    THOUSAND,
    to_nearest,
)
from hjemmebane.domain.economics.calculations.scenario import Payer, net_of
from hjemmebane.domain.economics.calculations.sensitivity import Varied, per_citizen
from hjemmebane.domain.economics.calculations.sizing import percent_of
from hjemmebane.domain.economics.content.brought import read_costing
from hjemmebane.domain.economics.content.shipped import (
    municipalities,
    published_pay,
    published_scenarios,
)

HOURS_A_YEAR, WITH_OVERHEAD = Decimal(1924), Decimal("1.2")
SAME, FROM_PUBLISHED = "", "Scaled from the published total, not from ours."


@dataclass(frozen=True)
class Compared:
    """One figure. published and ours: as they are told; why: what is to be said of a difference."""

    what: str
    published: Decimal
    ours: Decimal
    why: str = SAME

    @property
    def difference(self) -> Decimal:
        return self.ours - self.published


# An hour in whole kroner, without overhead and with: the evaluation of M-ACT 2022, Bilag 1.
RATES = {
    "SOCIAL_EDUCATOR": (243, 291),
    "OCCUPATIONAL_THERAPIST": (253, 304),
    "NURSE": (249, 299),
    "SOCIAL_WORKER": (258, 310),
    "CARE_ASSISTANT": (209, 250),
}


def hourly_rates() -> Iterator[Compared]:
    for one in published_pay().professions:
        plain, charged = map(Decimal, RATES[one.code])
        rate = hourly(one.monthly, HOURS_A_YEAR)
        yield Compared(f"{one.title}, kr. an hour", plain, to_nearest(rate, KRONE))
        with_overhead = to_nearest(rate * WITH_OVERHEAD, KRONE)
        yield Compared(f"{one.title}, kr. an hour with 20 % overhead", charged, with_overhead)


UNEXPLAINED = (
    "Within 1 %. The rest is unexplained: the report does not say what the leader in municipality 2"
    " is, nor whether there are other costs. Several guesses would hit; none is taken."
)


def costs(examples: Path) -> Iterator[Compared]:
    """The three municipalities, their mean, and the two tables of sensitivity."""
    one, two, three = (read_costing(examples / f"kommune_{number}.toml") for number in (1, 2, 3))
    yield _in_thousands("Municipality 1, kr. a citizen", 78_000, one.per_citizen)
    yield _in_thousands(
        "Municipality 2, kr. a citizen",
        121_000,
        two.per_citizen,
        "2.3 % below. The report does not say the leader's profession.",
    )
    yield _in_thousands(
        "Municipality 3, kr. in all",
        966_000,
        three.total,
        "The same, but how the support is shared and the leader's profession are assumed.",
    )
    mean = (one.total + two.total + three.total) / 3
    places = (one.costing.places + two.costing.places + three.costing.places) / 3
    yield Compared("Mean, kr. in all", Decimal(1_356_900), _in(mean, HUNDRED), UNEXPLAINED)
    own = _in(mean / places, HUNDRED)
    yield Compared("Mean, kr. a citizen", Decimal(104_400), own, UNEXPLAINED)
    yield from _caseloads(one, two, three)
    yield from _sensitivity()


def _in_thousands(what: str, published: int, ours: Decimal, why: str = SAME) -> Compared:
    return Compared(what, Decimal(published), _in(ours, THOUSAND), why)


def _in(value: Decimal, unit: Decimal) -> Decimal:
    return to_nearest(value, unit)


def _caseloads(*three: Cost) -> Iterator[Compared]:
    for cost, published in zip(three, (8, 5, 6), strict=True):
        ours = to_nearest(cost.caseload or Decimal(0), KRONE)
        yield Compared(
            f"{cost.costing.title}, citizens a full-time employee", Decimal(published), ours
        )


PUBLISHED_MEAN = Costing(
    title="Mean", places=Decimal(13), known_total=Decimal(1_356_900), price_year=2022
)


def _sensitivity() -> Iterator[Compared]:
    for varied, value, published, what in (
        (Varied.OVERHEAD, "0.1", 96_000, "10 % overhead"),
        (Varied.OVERHEAD, "0.2", 104_400, "20 % overhead"),
        (Varied.OVERHEAD, "0.3", 113_000, "30 % overhead"),
        (Varied.PLACES, "8", 170_000, "8 citizens"),
        (Varied.PLACES, "13", 104_400, "13 citizens"),
        (Varied.PLACES, "16", 85_000, "16 citizens"),
    ):
        exact = per_citizen(PUBLISHED_MEAN, varied, Decimal(value), {})
        unit = HUNDRED if published % 1000 else THOUSAND
        why = FROM_PUBLISHED
        if value == "0.1":
            why += " The text prints “96.00 kr.”."
        yield Compared(f"Kr. a citizen at {what}", Decimal(published), _in(exact, unit), why)


CONTRADICTED = {
    ("F", Payer.MUNICIPALITY): "The text says about -36,100, the table -40,500. This is the table.",
    ("F", Payer.STATE): "The text says 7,000 at most for the state, the table 5,600.",
}
DERIVED = "The value of a success is derived from this very figure: it shows the sum, no more."
NAMES = {Payer.MUNICIPALITY: "municipality", Payer.REGION: "region", Payer.STATE: "state"}
# Totals: sums of table 6. Break-even: cost / gain of a success, both of table 6.
TOTALS = {"A": -95_100, "B": -88_400, "C": -74_400, "D": -47_000, "E": -5_200, "F": 7_700}
EVEN = {"A": "2.245", "B": "1.305", "C": ".696", "D": ".364", "E": ".210", "F": ".186"}


def nets() -> Iterator[Compared]:
    for scenario in published_scenarios():
        net, letter = net_of(scenario), scenario.title[-1]
        for payer, published in (scenario.published or {}).items():
            why = CONTRADICTED.get((letter, payer), DERIVED)
            ours = _in(net.by_payer[payer], HUNDRED)
            yield Compared(f"{scenario.title}, {NAMES[payer]}", published, ours, why)
        total = _in(net.total, HUNDRED)
        yield Compared(
            f"{scenario.title}, in all", Decimal(TOTALS[letter]), total, "Our sum of table 6."
        )
        even = (net.break_even_effect or Decimal(0)).quantize(Decimal("0.001"))
        why = "Not published; by hand from table 6."
        yield Compared(f"{scenario.title}, break-even", Decimal(EVEN[letter]), even, why)


def sizes() -> Iterator[Compared]:
    known = [one for one in municipalities().municipalities if one.citizens is not None]
    citizens = Decimal(sum(one.citizens or 0 for one in known))
    population = Decimal(sum(one.population for one in known))
    yield Compared(
        "Municipalities with figures", Decimal(97), Decimal(len(known)), "Læsø has none."
    )
    rounded = "The text says about 18,000."
    yield Compared("18-59-year-olds with complex needs", Decimal(17_828), citizens, rounded)
    yield Compared("18-59-year-olds", Decimal(2_933_648), population)
    share = (percent_of(int(citizens), int(population)) or Decimal(0)).quantize(Decimal("0.1"))
    yield Compared("Per cent in all", Decimal("0.6"), share)
    for one in known:
        ours = percent_of(one.citizens, one.population) or Decimal(0)
        percent = ours.quantize(Decimal("0.01"), ROUND_HALF_UP)
        yield Compared(f"{one.name}, per cent", one.published_percent or Decimal(0), percent)


def sections(examples: Path) -> dict[str, Iterator[Compared]]:
    """All of it, by what it is about."""
    return {
        "Pay": hourly_rates(),
        "Costs": costs(examples),
        "Scenarios": nets(),
        "Municipalities": sizes(),
    }
