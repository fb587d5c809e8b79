"""Whether what a success spares pays for what everybody costs: net present value, by who pays.

    -C + sum over years t of  s x change x price / (1 + r)^(t - 1)

C: the cost of one participant in year 1; s: how many more succeed than would have anyhow; r: the
discount rate. Source: the evaluation of M-ACT, 2022, ch. 7.2, after the model SØM.
"""

from dataclasses import dataclass as plain
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from hjemmebane.domain.economics.calculations.figures import (
    MOST_LINES,
    OWN_SOURCE,
    STRICT,
    Kroner,
    PriceYear,
    Rounding,
    Share,
    SignedNumber,
    Text,
)

NONE = Decimal(0)
Year = Annotated[int, Field(ge=1, le=40, strict=True)]
Years = Annotated[int, Field(ge=1, le=40, strict=True)]


class Payer(StrEnum):
    """Whose money it is."""

    MUNICIPALITY = "MUNICIPALITY"
    REGION = "REGION"
    STATE = "STATE"


class Kind(StrEnum):
    """Whether a unit of it is paid out or comes in, such as tax."""

    COST = "COST"
    INCOME = "INCOME"


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Consequence:
    """What one success changes for one payer.

    change: units a year for each who succeeds, below zero when there are fewer; price: kroner a
    unit. first_year and years: when it counts, or else when the scenario says. present_value: all
    of it in kroner of year 1, where only that is known.
    """

    what: Text
    payer: Payer
    kind: Kind = Kind.COST
    unit: Text = "kr."
    change: SignedNumber | None = None
    price: Kroner | None = None
    present_value: SignedNumber | None = None
    price_year: PriceYear
    first_year: Year | None = None
    years: Years | None = None
    source: Text = OWN_SOURCE

    @model_validator(mode="after")
    def _says_how_much(self) -> Self:
        parts = self.change is not None and self.price is not None
        any_part = self.change is not None or self.price is not None
        if self.present_value is not None and any_part:
            raise PydanticCustomError(
                "both", "skal have enten change og price eller present_value, ikke begge dele"
            )
        if self.present_value is None and not parts:
            raise PydanticCustomError(
                "neither", "mangler change og price, eller present_value i stedet for"
            )
        return self

    @property
    def yearly_gain(self) -> Decimal:
        """What its payer wins a year by one success, in kroner; 0 where only the sum is known."""
        if self.change is None or self.price is None:
            return NONE
        worth = self.change * self.price
        return -worth if self.kind == Kind.COST else worth


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Scenario:
    """One imagined future, all participants alike.

    cost: kroner for one participant, paid in year 1. success_rate: the share who succeed;
    counterfactual_rate: those who would have without. first_year and years: when a success counts.
    published: what somebody else has found, by payer.
    """

    title: Text
    target_group: Text
    cost: Kroner
    cost_payer: Payer = Payer.MUNICIPALITY
    success_rate: Share
    counterfactual_rate: Share = NONE
    discount_rate: Share = Decimal("0.035")
    first_year: Year = 2
    years: Years = 6
    price_year: PriceYear
    consequences: Annotated[tuple[Consequence, ...], Field(max_length=MOST_LINES)] = ()
    published: dict[Payer, SignedNumber] | None = None
    source: Text = OWN_SOURCE
    rounding: Rounding = Rounding.NONE

    @model_validator(mode="after")
    def _has_one_price_level(self) -> Self:
        for place, one in enumerate(self.consequences):
            if one.price_year != self.price_year:
                raise PydanticCustomError(
                    "price_level",
                    "er {other}, men scenariet regner i {own}-priser. Regn prisen om til {own}",
                    {"own": self.price_year, "other": one.price_year, "nth": place},
                )
        return self

    @property
    def effect(self) -> Decimal:
        """How many more succeed than would have anyhow, as a share."""
        return self.success_rate - self.counterfactual_rate


@plain(frozen=True)
class Net:
    """What it comes to, in kroner of year 1 for one participant; nothing is rounded.

    by_year: year by year, discounted, for each payer. unplaced: what is known as a sum alone. gain:
    what one success is worth to each payer.
    """

    scenario: Scenario
    by_year: dict[int, dict[Payer, Decimal]]
    unplaced: dict[Payer, Decimal]
    gain: dict[Payer, Decimal]

    @property
    def by_payer(self) -> dict[Payer, Decimal]:
        return {
            payer: sum((year[payer] for year in self.by_year.values()), self.unplaced[payer])
            for payer in Payer
        }

    @property
    def total(self) -> Decimal:
        return sum(self.by_payer.values(), NONE)

    @property
    def gain_in_all(self) -> Decimal:
        return sum(self.gain.values(), NONE)

    def at_effect(self, effect: Decimal) -> Decimal:
        """The total if so many more succeeded: a straight line."""
        return effect * self.gain_in_all - self.scenario.cost

    @property
    def break_even_effect(self) -> Decimal | None:
        """The effect at which it pays for itself. None: it never does, as a success is worth
        nothing.
        """
        return self.scenario.cost / self.gain_in_all if self.gain_in_all > 0 else None

    @property
    def break_even_rate(self) -> Decimal | None:
        """The success rate of that effect; above 1 no success rate is enough. None: as there."""
        effect = self.break_even_effect
        return None if effect is None else self.scenario.counterfactual_rate + effect

    @property
    def break_even_cost(self) -> Decimal:
        """What a participant may cost for it to come out even, in kroner; below zero: never."""
        return self.scenario.effect * self.gain_in_all


def factor(rate: Decimal, year: int) -> Decimal:
    """What a krone of a year is worth in year 1."""
    return 1 / (1 + rate) ** (year - 1)


def net_of(scenario: Scenario) -> Net:
    """Work a scenario out."""
    last = max(_span(scenario, one)[-1] for one in (None, *scenario.consequences))
    by_year = {year: dict.fromkeys(Payer, NONE) for year in range(1, last + 1)}
    by_year[1][scenario.cost_payer] -= scenario.cost
    gain, unplaced = dict.fromkeys(Payer, NONE), dict.fromkeys(Payer, NONE)
    for one in scenario.consequences:
        known = one.present_value or NONE
        gain[one.payer] += known
        unplaced[one.payer] += known * scenario.effect
        for year in _span(scenario, one):
            worth = one.yearly_gain * factor(scenario.discount_rate, year)
            gain[one.payer] += worth
            by_year[year][one.payer] += worth * scenario.effect
    return Net(scenario, by_year, unplaced, gain)


def _span(scenario: Scenario, one: Consequence | None = None) -> range:
    """The years in which a success counts, in all or for one consequence."""
    first = (one and one.first_year) or scenario.first_year
    return range(first, first + ((one and one.years) or scenario.years))
