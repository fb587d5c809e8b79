"""Net present value: by hand, and what must hold for any scenario."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from hjemmebane.domain.economics.calculations.scenario import (
    Consequence,
    Kind,
    Payer,
    Scenario,
    factor,
    net_of,
)

TINY = Decimal("0.0001")
amounts = st.decimals(-1_000, 1_000, places=1)
consequences = st.builds(
    Consequence,
    what=st.just("Noget"),
    payer=st.sampled_from(Payer),
    kind=st.sampled_from(Kind),
    change=amounts,
    price=st.decimals(0, 9_999, places=0),
    price_year=st.just(2022),
    first_year=st.none() | st.integers(1, 9),
    years=st.none() | st.integers(1, 9),
)
scenarios = st.builds(
    Scenario,
    title=st.just("Et scenarie"),
    target_group=st.just("Voksne"),
    cost=st.decimals(0, 500_000, places=0),
    success_rate=st.decimals(0, 1, places=2),
    discount_rate=st.decimals(0, "0.2", places=3),
    first_year=st.integers(1, 5),
    years=st.integers(1, 10),
    price_year=st.just(2022),
    consequences=st.lists(consequences, max_size=5).map(tuple),
)


def fewer_days(**changes):
    values = {
        "what": "Indlæggelse",
        "payer": Payer.REGION,
        "change": Decimal(-10),
        "price": Decimal(1_000),
        "price_year": 2022,
        **changes,
    }
    return Consequence(**values)


def scenario(*of, **changes):
    values = {
        "title": "Et scenarie",
        "target_group": "Voksne",
        "cost": Decimal(100_000),
        "success_rate": Decimal("0.2"),
        "discount_rate": Decimal("0.1"),
        "first_year": 2,
        "years": 2,
        "price_year": 2022,
        "consequences": of,
        **changes,
    }
    return Scenario(**values)


def test_two_years_by_hand():
    # A success spares 10,000 kr. in years 2 and 3: 10,000/1.1 + 10,000/1.21 = 17,355.37.
    net = net_of(scenario(fewer_days()))

    assert round(net.gain_in_all, 2) == Decimal("17355.37")
    assert round(net.total, 2) == Decimal("-96528.93")
    assert round(net.by_payer[Payer.REGION], 2) == Decimal("3471.07")
    assert net.by_payer[Payer.MUNICIPALITY] == -100_000
    assert round(net.by_year[3][Payer.REGION], 2) == Decimal("1652.89")
    assert round(net.break_even_effect, 4) == Decimal("5.7619")
    assert round(net.break_even_cost, 2) == Decimal("3471.07")


@pytest.mark.parametrize(
    ("year", "worth"),
    [(1, "1"), (2, ".96618"), (3, ".93351"), (4, ".90194"), (5, ".87144"), (6, ".84197")],
)
def test_factors_of_three_and_a_half_per_cent(year, worth):
    """Source: the factors that go with a rate of 3.5 %."""
    assert round(factor(Decimal("0.035"), year), 5) == Decimal(worth)


def test_what_would_have_happened_anyway_does_not_count():
    net = net_of(
        scenario(fewer_days(), success_rate=Decimal("0.12"), counterfactual_rate=Decimal("0.02"))
    )

    assert net.total == net_of(scenario(fewer_days(), success_rate=Decimal("0.1"))).total


def test_break_even_rate_is_of_all_who_succeed():
    net = net_of(scenario(fewer_days(), counterfactual_rate=Decimal("0.1")))

    assert net.break_even_rate == net.break_even_effect + Decimal("0.1")
    assert net_of(scenario()).break_even_rate is None


def test_income_is_won_by_more_of_it():
    tax = fewer_days(kind=Kind.INCOME, payer=Payer.STATE, change=Decimal(10))

    assert net_of(scenario(tax)).gain[Payer.STATE] == net_of(scenario(fewer_days())).gain_in_all


def test_success_that_is_worth_nothing_never_pays():
    assert net_of(scenario()).break_even_effect is None
    assert net_of(scenario(fewer_days(change=Decimal(1)))).break_even_effect is None


def test_sum_that_is_known_alone_stands_in_no_year():
    known = Consequence(
        what="Alt", payer=Payer.STATE, present_value=Decimal(1_000), price_year=2022
    )
    net = net_of(scenario(known))

    assert net.unplaced[Payer.STATE] == 200
    assert all(year[Payer.STATE] == 0 for year in net.by_year.values())
    assert net.by_payer[Payer.STATE] == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"success_rate": Decimal("1.7")},
        {"success_rate": Decimal("-0.1")},
        {"cost": Decimal(-1)},
        {"discount_rate": Decimal("1.5")},
        {"first_year": 0},
        {"years": 0},
        {"years": 41},
        {"price_year": 2021},
    ],
    ids=str,
)
def test_scenario_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValidationError):
        scenario(fewer_days(), **wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"price": None},
        {"change": None},
        {"change": None, "price": None},
        {"present_value": Decimal(1)},
        {"price": Decimal(-1)},
        {"price_year": None},
        {"payer": "NOBODY"},
    ],
    ids=str,
)
def test_consequence_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValidationError):
        fewer_days(**wrong)


@given(scenarios, st.decimals(0, 1, places=2))
def test_net_is_linear_in_the_success_rate(found, rate):
    net = net_of(replace(found, success_rate=rate))

    assert abs(net.total - net_of(found).at_effect(rate)) < TINY


@given(scenarios)
def test_break_even_comes_to_nothing(found):
    net = net_of(found)

    if net.break_even_effect is not None:
        assert abs(net.at_effect(net.break_even_effect)) < TINY
    even = net.break_even_cost
    if even >= 0:
        assert abs(net_of(replace(found, cost=even)).total) < TINY


@given(scenarios)
def test_without_discount_it_is_the_plain_sum(found):
    net = net_of(replace(found, discount_rate=Decimal(0)))
    plain = sum(one.yearly_gain * (one.years or found.years) for one in found.consequences)

    assert abs(net.total - (plain * found.success_rate - found.cost)) < TINY


@given(scenarios)
def test_years_and_payers_add_to_the_total(found):
    net = net_of(found)
    years = sum(sum(year.values()) for year in net.by_year.values())

    assert abs(years + sum(net.unplaced.values()) - net.total) < TINY
