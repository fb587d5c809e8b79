"""One thing at a time: by hand, and against working the whole costing out again."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.economics.calculations.costing import cost_of
from hjemmebane.domain.economics.calculations.sensitivity import (
    Varied,
    per_citizen,
    swings,
    table,
    usual_spans,
)
from tests.domain.economics.calculations.test_costing import costings, team

MEAN = team(staff=(), known_total=Decimal(1_356_900), places=Decimal(13))


@pytest.mark.parametrize(
    ("varied", "value", "thousand"),
    [
        (Varied.OVERHEAD, "0.1", 96),
        (Varied.OVERHEAD, "0.3", 113),
        (Varied.PLACES, "8", 170),
        (Varied.PLACES, "16", 85),
    ],
)
def test_published_tables_by_scaling(varied, value, thousand):
    """Source: the evaluation of M-ACT 2022, tables 3 and 4."""
    assert round(per_citizen(MEAN, varied, Decimal(value), {}) / 1000) == thousand


@given(costings, st.decimals(0, 1, places=2))
def test_overhead_is_as_if_the_costing_had_it(costing, overhead):
    again = cost_of(replace(costing, overhead=overhead), {}).per_citizen

    assert abs(per_citizen(costing, Varied.OVERHEAD, overhead, {}) - again) < Decimal("0.0001")


@given(costings, st.decimals("0.5", 2, places=2))
def test_pay_is_as_if_everybody_had_it_and_hours_alike(costing, factor):
    staff = tuple(replace(one, monthly_pay=one.monthly_pay * factor) for one in costing.staff)
    again = cost_of(replace(costing, staff=staff), {}).per_citizen

    for varied in (Varied.PAY, Varied.HOURS):
        assert abs(per_citizen(costing, varied, factor, {}) - again) < Decimal("0.0001")


def test_caseload_is_as_many_places_as_it_fills():
    assert per_citizen(team(), Varied.CASELOAD, Decimal(5), {"NURSE": Decimal(1)}) == (
        per_citizen(team(), Varied.PLACES, Decimal(5), {"NURSE": Decimal(1)})
    )


@given(costings)
def test_tornado_stands_on_its_tip(costing):
    widths = [one.width for one in swings(costing, {})]

    assert widths == sorted(widths, reverse=True)


def test_team_without_hours_has_no_caseload_to_vary():
    assert Varied.CASELOAD not in usual_spans(cost_of(MEAN, {}))
    assert Varied.CASELOAD in usual_spans(cost_of(team(), {"NURSE": Decimal(1)}))


def test_overhead_never_goes_below_none():
    low, high = usual_spans(cost_of(replace(MEAN, overhead=Decimal("0.05")), {}))[Varied.OVERHEAD]

    assert (low, high) == (0, Decimal("0.15"))


def test_table_keeps_its_order():
    values = [Decimal(20), Decimal(10)]

    assert [value for value, _ in table(MEAN, Varied.PLACES, values, {})] == values
