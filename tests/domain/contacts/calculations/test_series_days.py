"""The days of a series, and Danish times of day in the nights when the clocks change."""

import datetime as dt
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.contacts.calculations import (
    MOST_IN_A_SERIES,
    Slot,
    danish_moment,
    same_weekday,
    series_days,
)

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31))
RHYTHMS = st.sampled_from(["WEEKLY", "FORTNIGHTLY", "MONTHLY"])


@given(RHYTHMS, DAYS, st.integers(1, MOST_IN_A_SERIES))
def test_so_many_times_on_the_same_weekday_from_the_first(rhythm, first, times):
    days = series_days(rhythm, first, times=times)

    assert (len(days), days[0]) == (times, first)
    assert {day.weekday() for day in days} == {first.weekday()}
    gaps = {(later - day).days for day, later in pairwise(days)}
    assert gaps <= {"WEEKLY": {7}, "FORTNIGHTLY": {14}, "MONTHLY": {28, 35}}[rhythm]


@given(RHYTHMS, DAYS, st.integers(0, 3000))
def test_no_day_after_the_last_and_never_more_than_can_be_refused(rhythm, first, length):
    until = first + dt.timedelta(days=length)
    days = series_days(rhythm, first, until=until)

    assert all(first <= day <= until for day in days)
    assert len(days) <= MOST_IN_A_SERIES + 1


@pytest.mark.parametrize(
    ("day", "month", "expected"),
    [
        (dt.date(2026, 11, 10), 12, dt.date(2026, 12, 8)),  # the second Tuesday
        (dt.date(2026, 11, 30), 12, dt.date(2026, 12, 28)),  # the fifth Monday is the last
        (dt.date(2026, 11, 1), 12, dt.date(2026, 12, 6)),  # the first Sunday
    ],
)
def test_same_weekday_of_a_month(day, month, expected):
    assert same_weekday(day, 2026, month) == expected


@given(DAYS, st.times())
def test_danish_moment_reads_as_it_was_said(day, time):
    moment = danish_moment(day, time)

    if moment is None:
        assert (day.month, day.weekday(), time.hour) == (3, 6, 2)
    else:
        assert moment.astimezone(COPENHAGEN).replace(tzinfo=None) == dt.datetime.combine(day, time)


def test_hour_that_is_skipped_is_none_and_one_that_comes_twice_is_the_first():
    half_past_two = dt.time(2, 30)

    assert danish_moment(dt.date(2026, 3, 29), half_past_two) is None
    assert danish_moment(dt.date(2026, 10, 25), half_past_two) == dt.datetime(
        2026, 10, 25, 0, 30, tzinfo=dt.UTC
    )


def test_way_there_is_met_and_no_overlap():
    noon = dt.datetime(2026, 5, 4, 10, tzinfo=dt.UTC)
    first, second = Slot(noon), Slot(noon + dt.timedelta(minutes=75), None, 30)

    assert (first.overlaps(second), first.meets(second), second.meets(first)) == (
        False,
        True,
        True,
    )
