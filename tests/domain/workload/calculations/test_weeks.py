"""Weeks that are unlike others: across New Year, when the clocks change, and short ones."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.workload.calculations.hours import (
    Away,
    Terms,
    monday_of,
    week_hours,
    working_days_left,
)

LONG_AGO = dt.date(2020, 1, 1)
any_monday = st.dates(dt.date(2024, 1, 1), dt.date(2035, 12, 31)).map(monday_of)


def terms(hours, *, until_on=None):
    return [Terms(LONG_AGO, until_on, Decimal(hours), Decimal(0))]


@pytest.mark.parametrize(
    ("monday", "working_days"),
    [
        (dt.date(2026, 12, 28), 4),  # 1 January is a Friday
        (dt.date(2024, 12, 30), 4),  # 1 January is a Wednesday, of the next year
        (dt.date(2025, 12, 22), 3),  # Christmas Day and the day after
        (dt.date(2026, 3, 23), 5),  # the clocks go forward on Sunday
        (dt.date(2026, 10, 19), 5),  # and back
    ],
)
def test_hours_of_weeks_that_are_unlike_others(monday, working_days):
    week = week_hours(terms("7"), [], monday=monday)

    assert week.available == Decimal("1.4") * working_days
    assert week.holiday == Decimal("1.4") * (5 - working_days)


@given(any_monday, st.integers(0, 1680), st.integers(0, 13))
def test_hours_of_a_week_are_there_on_holiday_or_away(monday, tenths, lasts):
    hours = Decimal(tenths) / 10
    away = Away(monday - dt.timedelta(days=3), monday + dt.timedelta(days=lasts - 3))

    week = week_hours(terms(hours), [away], monday=monday)

    assert week.available + week.holiday + week.away == hours
    assert min(week.available, week.holiday, week.away) >= 0


@given(any_monday, st.integers(0, 6))
def test_who_leaves_has_no_hours_in_the_week_after(monday, day):
    gone = terms(37, until_on=monday + dt.timedelta(days=day - 7))

    assert week_hours(gone, [], monday=monday).available == 0


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (dt.date(2026, 11, 15), 5),  # the Sunday before
        (dt.date(2026, 11, 16), 5),
        (dt.date(2026, 11, 20), 1),  # Friday
        (dt.date(2026, 11, 21), 0),
        (dt.date(2026, 11, 22), 0),
        (dt.date(2027, 1, 1), 0),
    ],
)
def test_working_days_that_a_week_still_has(today, left):
    assert working_days_left(dt.date(2026, 11, 16), today) == left


def test_public_holiday_is_no_working_day_left():
    assert working_days_left(dt.date(2026, 12, 21), dt.date(2026, 12, 24)) == 1


@given(any_monday, st.integers(-10, 10))
def test_working_days_left_are_never_more_the_day_after(monday, number):
    day = monday + dt.timedelta(days=number)

    left = working_days_left(monday, day)

    assert 0 <= working_days_left(monday, day + dt.timedelta(days=1)) <= left <= 5


@given(any_monday, st.integers(0, 1680), st.integers(0, 13))
def test_planned_hours_are_the_same_whatever_took_some(monday, tenths, lasts):
    hours = Decimal(tenths) / 10
    away = Away(monday, monday + dt.timedelta(days=lasts))

    assert week_hours(terms(hours), [away], monday=monday).planned == hours
