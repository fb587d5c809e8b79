"""Start, every third month, end."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.measurements.calculations.due import Due, due_until, months_later
from hjemmebane.domain.measurements.calculations.slots import slots
from hjemmebane.domain.method.content.measuring import Occasion
from hjemmebane.domain.method.queries import current_pack

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31))


def due(started_on, until, ended_on=None):
    found = due_until(
        current_pack().measurements, started_on=started_on, ended_on=ended_on, until=until
    )
    return [(one.instrument, one.occasion.value, one.on.isoformat()) for one in found]


def test_the_first_day_asks_for_what_is_measured_at_the_start():
    first = dt.date(2026, 1, 31)
    assert due(first, first) == [
        ("BRIEF_INSPIRE_O", "START", "2026-01-31"),
        ("GSE", "START", "2026-01-31"),
        ("PROGRESSION", "START", "2026-01-31"),
        ("VUM", "START", "2026-01-31"),
    ]


def test_nothing_is_due_before_the_start():
    assert due(dt.date(2026, 1, 31), dt.date(2026, 1, 30)) == []


def test_every_third_month_falls_on_the_last_day_where_the_month_is_short():
    found = due(dt.date(2026, 11, 30), dt.date(2027, 5, 30))
    assert [day for code, occasion, day in found if code == "BRIEF_INSPIRE"] == [
        "2027-02-28",
        "2027-05-30",
    ]


def test_the_end_takes_the_place_of_a_quarter_on_the_same_day():
    found = due(dt.date(2026, 1, 1), dt.date(2027, 1, 1), ended_on=dt.date(2026, 7, 1))
    assert [(occasion, day) for code, occasion, day in found if code == "PROGRESSION"] == [
        ("START", "2026-01-01"),
        ("QUARTER", "2026-04-01"),
        ("END", "2026-07-01"),
    ]


def test_course_that_ends_on_its_first_day_is_measured_once():
    day = dt.date(2026, 1, 1)
    assert due(day, day, ended_on=day) == [
        ("BRIEF_INSPIRE", "END", "2026-01-01"),
        ("BRIEF_INSPIRE_O", "START", "2026-01-01"),
        ("GSE", "START", "2026-01-01"),
        ("PROGRESSION", "START", "2026-01-01"),
        ("VUM", "START", "2026-01-01"),
    ]
    [slot] = slots([Due("GSE", Occasion.START, day)], started_on=day)
    assert slot.holds(day)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-01-31", 3, "2026-04-30"),
        ("2026-12-31", 3, "2027-03-31"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2026-09-15", 12, "2027-09-15"),
    ],
)
def test_months_later(day, months, later):
    assert months_later(dt.date.fromisoformat(day), months).isoformat() == later


@given(DAYS, DAYS, st.none() | DAYS)
def test_what_is_due_is_due_once_and_within_the_course(started_on, until, ended_on):
    found = due(started_on, until, ended_on)
    assert len(found) == len(set(found))
    days = [day for *_, day in found]
    assert all(day <= until.isoformat() for day in days)
    if ended_on is None:
        assert all(started_on.isoformat() <= day for day in days)
    elif ended_on >= started_on:
        assert all(day <= ended_on.isoformat() for day in days)


@given(DAYS, DAYS, st.integers(0, 400))
def test_what_was_due_stays_due(started_on, until, more):
    earlier, later = due(started_on, until), due(started_on, until + dt.timedelta(days=more))
    assert later[: len(earlier)] == earlier
