from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.workload.calculations.caseload import Caseload, Load, full_time_equivalents


def load(citizens, hours, ceiling=8, weight=None):
    return Caseload(
        citizens, Decimal(str(weight or citizens)), Decimal(str(hours)), Decimal(str(ceiling))
    )


@pytest.mark.parametrize(("citizens", "hours", "told"), [(15, 73, 8), (16, 111, 5), (8, 47, 6)])
def test_pilots_have_the_caseload_the_evaluation_tells(citizens, hours, told):
    assert load(citizens, hours).rounded == told


def test_on_hold_counts_by_weight():
    assert load(8, 37, weight="7.5").per_full_time == Decimal("7.5")


def test_half_is_rounded_up():
    assert load(8, 37, weight="7.5").rounded == 8


@pytest.mark.parametrize(
    ("citizens", "ceiling", "expected", "places"),
    [(6, 8, Load.ROOM, 2), (8, 8, Load.FULL, 0), (9, 8, Load.OVER, -1)],
)
def test_load_against_the_ceiling(citizens, ceiling, expected, places):
    caseload = load(citizens, 37, ceiling)

    assert (caseload.load, caseload.places_left) == (expected, places)


def test_no_hours_is_no_figure():
    caseload = load(3, 0)

    assert (caseload.per_full_time, caseload.rounded, caseload.load) == (None, None, Load.NO_HOURS)


@given(st.integers(0, 90), st.integers(1, 400), st.integers(1, 12))
def test_there_is_room_exactly_when_one_more_fits(citizens, hours, ceiling):
    now, more = load(citizens, hours, ceiling), load(citizens + 1, hours, ceiling)

    assert (now.load is Load.ROOM) == (more.load is not Load.OVER)


def test_positions_are_of_37_hours():
    assert full_time_equivalents(Decimal(74)) == 2
