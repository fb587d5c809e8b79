"""What a team costs: hand-worked cases, and what must hold for any team."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from hjemmebane.domain.economics.calculations.costing import (
    Amount,
    Costing,
    Post,
    UnknownProfession,
    cost_of,
    hourly,
)

PAY = {"NURSE": Decimal(39_925)}
NOTHING = Decimal(0)

kroner = st.decimals(0, 200_000, places=2)
hours = st.decimals(0, 37, places=2)
posts = st.lists(
    st.builds(Post, title=st.just("En"), people=st.integers(1, 9), hours=hours, monthly_pay=kroner),
    min_size=1,
    max_size=6,
).map(tuple)
costings = st.builds(
    Costing,
    title=st.just("Et team"),
    places=st.decimals(1, 200, places=1),
    staff=posts,
    other=st.lists(st.builds(Amount, what=st.just("Biler"), kroner=kroner), max_size=3).map(tuple),
    overhead=st.decimals(0, 1, places=2),
    price_year=st.just(2022),
)


def team(**changes):
    values = {
        "title": "Et team",
        "places": Decimal(10),
        "staff": (Post(title="Sygeplejerske", profession="NURSE", hours=Decimal(37)),),
        "price_year": 2022,
        **changes,
    }
    return Costing(**values)


def test_one_nurse_by_hand():
    # 39,925 x 12 / 1,924 = 249.0124740; x 1.2 x 37 x 52 = 574,920 exactly.
    cost = cost_of(team(), PAY)

    assert round(hourly(PAY["NURSE"], Decimal(1924)), 2) == Decimal("249.01")
    assert round(cost.total, 6) == 574_920
    assert round(cost.per_citizen, 6) == 57_492
    assert round(cost.per_full_time, 6) == 574_920
    assert cost.caseload == 10


def test_coordination_costs_and_does_not_carry_citizens():
    post = Post(title="En", hours=Decimal(37), coordination_hours=Decimal("18.5"), monthly_pay=1)
    cost = cost_of(team(staff=(post,)), PAY)

    assert (cost.full_time, cost.caseload) == (1, 20)


def test_start_up_stands_apart_and_what_is_avoided_counts_when_asked():
    amounts = {
        "other": (Amount(what="Biler", kroner=1_000),),
        "start_up": (Amount(what="Telefoner", kroner=50_000),),
        "avoided": (Amount(what="§ 85", kroner=4_920),),
    }
    plain = cost_of(team(**amounts), PAY)
    counted = cost_of(team(**amounts, count_avoided=True), PAY)

    assert (round(plain.total, 6), plain.start_up, plain.avoided) == (575_920, 50_000, 4_920)
    assert round(counted.total, 6) == 571_000


def test_own_pay_is_taken_before_the_table():
    post = Post(title="En", profession="NURSE", hours=Decimal(37), monthly_pay=Decimal(1924))

    assert round(cost_of(team(staff=(post,)), PAY).total, 6) == Decimal("27705.6")


def test_profession_without_pay_is_named():
    post = Post(title="En", profession="PILOT", hours=Decimal(1))

    with pytest.raises(UnknownProfession) as unknown:
        cost_of(team(staff=(*team().staff, post)), PAY)

    assert (unknown.value.place, unknown.value.profession) == (1, "PILOT")


def test_known_total_needs_no_staff():
    cost = cost_of(team(staff=(), known_total=Decimal(1_356_900), places=Decimal(13)), {})

    assert round(cost.per_citizen, -2) == 104_400
    assert (cost.caseload, cost.per_full_time) == (None, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"places": Decimal(0)},
        {"places": Decimal(-3)},
        {"overhead": Decimal(2)},
        {"overhead": Decimal("-0.1")},
        {"weeks": Decimal(60)},
        {"hours_a_year": Decimal(0)},
        {"price_year": 22},
        {"staff": ()},
        {"known_total": Decimal(1)},
        {"title": " "},
        {"places": Decimal("NaN")},
        {"places": Decimal("Infinity")},
    ],
    ids=str,
)
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(ValidationError):
        team(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"hours": Decimal(-1)},
        {"hours": Decimal(169)},
        {"hours": Decimal(10), "coordination_hours": Decimal(11)},
        {"hours": Decimal(10), "people": 0},
        {"hours": Decimal(10), "monthly_pay": Decimal(-1)},
    ],
    ids=str,
)
def test_post_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValidationError):
        Post(title="En", **wrong)


@given(costings, st.integers(1, 9))
def test_cost_is_homogeneous(costing, factor):
    """So many times everything costs so many times as much, and a citizen costs the same."""
    once = cost_of(costing, {})
    many = cost_of(
        replace(
            costing,
            places=costing.places * factor,
            staff=tuple(replace(one, people=one.people * factor) for one in costing.staff),
            other=tuple(replace(one, kroner=one.kroner * factor) for one in costing.other),
        ),
        {},
    )

    assert abs(many.total - once.total * factor) < Decimal("0.0001")
    assert abs(many.per_citizen - once.per_citizen) < Decimal("0.0001")


@given(costings)
def test_total_is_what_a_plain_sum_says(costing):
    pay = sum(
        float(one.monthly_pay) * 12 / 1924 * float(one.hours) * one.people * 52
        for one in costing.staff
    )
    other = sum(float(one.kroner) for one in costing.other)
    expected = pay * (1 + float(costing.overhead)) + other

    assert float(cost_of(costing, {}).total) == pytest.approx(expected)
