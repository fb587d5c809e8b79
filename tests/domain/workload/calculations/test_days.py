import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.workload.calculations.days import by_day, days_of, in_all
from hjemmebane.domain.workload.calculations.hours import Spent

MONDAY = dt.date(2026, 10, 19)
minutes = st.integers(0, 1_440)
spent = st.builds(
    Spent, direct=minutes, coordination=minutes, travel=minutes, meeting=minutes, learning=minutes
)
inside = st.integers(0, 6).map(lambda number: MONDAY + dt.timedelta(days=number))
anywhere = st.dates(dt.date(2026, 10, 1), dt.date(2026, 11, 10))


@given(st.lists(st.tuples(inside, spent)))
def test_days_add_up_to_what_was_spent(lines):
    sums = by_day(lines, MONDAY)

    assert list(sums) == days_of(MONDAY)
    assert in_all(sums.values()) == in_all(one for _, one in lines)
    assert in_all(sums.values()).minutes == sum(one.minutes for _, one in lines)


@given(st.lists(st.tuples(anywhere, spent)))
def test_other_weeks_are_left_out_and_none_is_lost(lines):
    weeks = {day - dt.timedelta(days=day.weekday()) for day, _ in lines}

    told = in_all(one for monday in weeks for one in by_day(lines, monday).values())
    assert told == in_all(one for _, one in lines)


@pytest.mark.parametrize("monday", [dt.date(2026, 3, 23), dt.date(2026, 10, 19)])
def test_weeks_of_daylight_saving_have_seven_days_too(monday):
    assert [day.weekday() for day in days_of(monday)] == list(range(7))
