import datetime as dt

import pytest

from hjemmebane.foundation.clock import day_of, now, today


def utc(*numbers):
    return dt.datetime(*numbers, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (utc(2025, 1, 1, 22, 59), dt.date(2025, 1, 1)),
        (utc(2025, 1, 1, 23, 0), dt.date(2025, 1, 2)),
        (utc(2025, 7, 1, 21, 59), dt.date(2025, 7, 1)),
        (utc(2025, 7, 1, 22, 0), dt.date(2025, 7, 2)),
        # Summer time begins at 01:00 UTC on 30 March and ends at 01:00 UTC on 26 October 2025.
        (utc(2025, 3, 29, 23, 0), dt.date(2025, 3, 30)),
        (utc(2025, 3, 30, 21, 59), dt.date(2025, 3, 30)),
        (utc(2025, 3, 30, 22, 0), dt.date(2025, 3, 31)),
        (utc(2025, 10, 25, 22, 0), dt.date(2025, 10, 26)),
        (utc(2025, 10, 26, 22, 59), dt.date(2025, 10, 26)),
        (utc(2025, 10, 26, 23, 0), dt.date(2025, 10, 27)),
    ],
)
def test_day_is_the_danish_one(moment, day):
    assert day_of(moment) == day


def test_both_hours_that_are_called_two_are_on_the_same_day():
    assert {day_of(utc(2025, 10, 26, hour, 30)) for hour in (0, 1)} == {dt.date(2025, 10, 26)}


def test_moment_in_another_zone_is_the_same_moment():
    eastern = dt.timezone(-dt.timedelta(hours=5))

    assert day_of(dt.datetime(2025, 1, 1, 18, 0, tzinfo=eastern)) == dt.date(2025, 1, 2)


def test_now_is_in_utc_and_today_follows_it():
    before, moment, after = today(), now(), today()

    assert moment.utcoffset() == dt.timedelta(0)
    assert before <= day_of(moment) <= after
