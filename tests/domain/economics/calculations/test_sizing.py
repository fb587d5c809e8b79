"""Teams for municipalities."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.economics.calculations.sizing import (
    Fit,
    Function,
    Municipality,
    TeamKind,
    percent_of,
    size_of,
)

KIND = TeamKind(
    code="m-act",
    title="M-ACT",
    places=13,
    smallest=8,
    cost=100,
    cost_low=50,
    cost_high=150,
    functions=(Function(title="Bostøtte", hours=26),),
    source="Opdigtet",
)


def place(citizens, population=1_000, name="Et sted"):
    return Municipality(name=name, citizens=citizens, population=population)


def test_small_ones_together_by_hand():
    sizing = size_of([place(10), place(16)], KIND, reach=Decimal("0.5"))

    assert (sizing.expected, sizing.reached, sizing.teams) == (26, 13, 1)
    assert [one.hours for one in sizing.staff] == [26]
    assert (sizing.cost, sizing.cost_range) == (1_300, (650, 1_950))


def test_part_of_a_team_is_a_team_and_its_people_are_by_citizens():
    sizing = size_of([place(14)], KIND, reach=Decimal(1))

    assert sizing.teams == 2
    assert sizing.staff[0].hours == Decimal(26) * 14 / 13


@pytest.mark.parametrize(("citizens", "fit"), [(7, Fit.TOGETHER), (8, Fit.OWN)])
def test_too_few_share_a_team(citizens, fit):
    assert size_of([place(citizens)], KIND, reach=Decimal(1)).fit == fit


def test_place_without_a_figure_is_named_and_left_out():
    sizing = size_of([place(None, 712, "Læsø"), place(10)], KIND, reach=Decimal(1))

    assert [one.name for one in sizing.unknown] == ["Læsø"]
    assert (sizing.expected, sizing.population) == (10, 1_000)


def test_nothing_known_is_no_team():
    sizing = size_of([place(None)], KIND, reach=Decimal(1))

    assert (sizing.teams, sizing.cost, sizing.fit) == (0, 0, Fit.TOGETHER)
    assert percent_of(None, 712) is None
    assert percent_of(0, 0) is None


@given(st.lists(st.integers(0, 3_000), min_size=1, max_size=9), st.decimals("0.01", 1, places=2))
def test_enough_teams_and_never_one_too_many(citizens, reach):
    sizing = size_of([place(one) for one in citizens], KIND, reach=reach)

    assert sizing.teams * KIND.places >= sizing.reached > (sizing.teams - 1) * KIND.places
    assert sizing.reached >= sizing.expected * reach
