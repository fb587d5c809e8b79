import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.contacts.calculations import USUAL_LENGTH, Slot

TEN = dt.datetime(2025, 6, 3, 10, tzinfo=dt.UTC)
HALF = dt.timedelta(minutes=30)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (Slot(TEN), Slot(TEN), True),
        (Slot(TEN), Slot(TEN + HALF), True),
        (Slot(TEN), Slot(TEN + USUAL_LENGTH), False),  # one after the other
        (Slot(TEN, TEN + 4 * HALF), Slot(TEN + 3 * HALF), True),
        (Slot(TEN, TEN + HALF), Slot(TEN + HALF), False),
        (Slot(TEN, TEN + 9 * HALF), Slot(TEN + HALF, TEN + 2 * HALF), True),
    ],
)
def test_two_are_at_the_same_time_when_one_begins_before_the_other_is_over(one, other, clash):
    assert one.overlaps(other) is clash


def test_length_is_the_agreed_and_else_the_usual():
    assert (Slot(TEN).minutes, Slot(TEN, TEN + HALF).minutes) == (60, 30)


def slots():
    minutes = st.integers(0, 600)
    return st.builds(
        lambda begin, lasts: Slot(
            TEN + dt.timedelta(minutes=begin),
            TEN + dt.timedelta(minutes=begin + lasts) if lasts else None,
        ),
        minutes,
        minutes,
    )


@given(slots(), slots())
def test_who_meets_whom_goes_both_ways(one, other):
    assert one.overlaps(other) is other.overlaps(one)
    assert one.overlaps(one)
