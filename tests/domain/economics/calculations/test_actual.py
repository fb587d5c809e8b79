"""A team as it is today, reckoned as its plan is."""

from dataclasses import replace
from decimal import Decimal

import pytest

from hjemmebane.domain.economics.calculations.actual import ActualPost, as_it_is
from hjemmebane.domain.economics.calculations.costing import Costing, Post

TABLE = {"NURSE": Decimal(40000), "SOCIAL_WORKER": Decimal(42000)}
PLAN = Costing(
    title="Plan",
    places=Decimal(10),
    staff=(
        Post(title="Sygeplejerske", hours=Decimal(30), monthly_pay=Decimal(50000)),
        Post(title="Bostøtte", hours=Decimal(10), monthly_pay=Decimal(30000)),
    ),
    price_year=2022,
)
KNOWN = Costing(
    title="Sum",
    places=Decimal(10),
    known_total=Decimal(100),
    known_hours=Decimal(5),
    price_year=2022,
)


def post(title, profession="", people=1):
    return ActualPost(title, profession, people, Decimal(20), Decimal(5))


def pays(found):
    return [one.monthly_pay for one in found.costing.staff]


def test_pay_is_the_plans_then_the_tables_then_the_plans_mean():
    posts = [post("sygeplejerske", "NURSE"), post("Sagsbehandler", "SOCIAL_WORKER"), post("Peer")]

    found = as_it_is(PLAN, posts, 12, TABLE)

    # (30 x 50,000 + 10 x 30,000) / 40
    assert pays(found) == [Decimal(50000), Decimal(42000), Decimal(45000)]
    assert found.guessed == ["Peer"]
    assert found.costing.places == 12


def test_who_is_planned_without_pay_is_without_pay_too():
    unpaid = Post(title="Peer", hours=Decimal(10), monthly_pay=Decimal(0))

    found = as_it_is(replace(PLAN, staff=(*PLAN.staff, unpaid)), [post("Peer")], 5, TABLE)

    assert (pays(found), found.guessed) == ([0], [])


def test_mean_is_the_tables_where_the_plan_knows_a_sum_alone():
    found = as_it_is(KNOWN, [post("Peer")], 1, TABLE)

    assert pays(found) == [Decimal(41000)]
    assert (found.costing.known_total, found.costing.known_hours) == (None, None)


@pytest.mark.parametrize(
    ("posts", "citizens"), [([], 5), ([post("Peer")], 0), ([post("Peer")], None)]
)
def test_there_is_nothing_to_compare_without_people_or_citizens(posts, citizens):
    assert as_it_is(PLAN, posts, citizens, TABLE) is None
