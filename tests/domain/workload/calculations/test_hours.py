import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.workload.calculations.hours import (
    Away,
    Spent,
    Terms,
    WeekHours,
    hours_left,
    is_working_day,
    monday_of,
    week_hours,
)

DAY = dt.timedelta(days=1)
MONDAY = dt.date(2026, 11, 16)
FULL = Terms(dt.date(2025, 1, 1), None, Decimal(30), Decimal(7))
near = st.integers(-10, 20).map(lambda number: MONDAY + DAY * number)
tenths = st.integers(0, 840).map(lambda number: Decimal(number) / 10)


@st.composite
def periods(draw, kind, **fields):
    start, end = draw(near), draw(st.none() | near)
    return kind(
        start,
        end if end is None or end >= start else start,
        **{name: draw(values) for name, values in fields.items()},
    )


terms = st.lists(
    periods(Terms, executing=tenths, coordination=tenths, is_here=st.booleans()), max_size=3
)
absences = st.lists(periods(Away, hours_per_week=st.none() | tenths), max_size=3)


@pytest.mark.parametrize(
    "day",
    [
        dt.date(2026, 4, 2),  # skærtorsdag
        dt.date(2026, 4, 6),  # 2. påskedag
        dt.date(2026, 5, 14),  # Kristi himmelfart
        dt.date(2026, 12, 25),
        dt.date(2023, 5, 5),  # store bededag, the last one
        dt.date(2026, 11, 21),  # a Saturday
    ],
)
def test_nobody_works_on_holidays_and_weekends(day):
    assert not is_working_day(day)


def test_great_prayer_day_is_a_working_day_since_2024():
    assert is_working_day(dt.date(2024, 4, 26))


def test_whole_week():
    hours = week_hours([FULL], [], monday=MONDAY)

    assert hours == WeekHours(executing=Decimal(30), coordination=Decimal(7))
    assert hours.available == 37


def test_easter_week_has_two_days_less():
    hours = week_hours([FULL], [], monday=dt.date(2026, 3, 30))

    assert (hours.available, hours.holiday) == (Decimal("22.2"), Decimal("14.8"))


def test_days_away_are_taken_from_both_kinds_alike():
    away = Away(MONDAY + DAY, MONDAY + 2 * DAY)

    hours = week_hours([FULL], [away], monday=MONDAY)

    assert (hours.away, hours.available) == (Decimal("14.8"), Decimal("22.2"))
    assert (hours.executing, hours.coordination) == (Decimal(18), Decimal("4.2"))


def test_some_hours_away_are_spread_over_the_week():
    assert week_hours([FULL], [Away(MONDAY, None, Decimal(10))], monday=MONDAY).available == 27
    assert week_hours([FULL], [Away(MONDAY, None, Decimal(90))], monday=MONDAY).available == 0


def test_some_hours_away_are_shared_by_the_teams_as_the_hours_are():
    here = Terms(MONDAY, None, Decimal(20), Decimal(0))
    there = Terms(MONDAY, None, Decimal(10), Decimal(0), is_here=False)

    hours = week_hours([here, there], [Away(MONDAY, None, Decimal(15))], monday=MONDAY)

    assert hours.away == 10


def test_who_begins_or_leaves_in_the_week_has_the_hours_of_their_days():
    until = Terms(dt.date(2025, 1, 1), MONDAY + DAY, Decimal(30), Decimal(0))
    then = Terms(MONDAY + 2 * DAY, None, Decimal(10), Decimal(0))

    assert week_hours([until], [], monday=MONDAY).available == 12
    assert week_hours([until, then], [], monday=MONDAY).available == 18


@given(terms, absences, near)
def test_every_hour_is_there_or_was_taken(terms, absences, day):
    monday = monday_of(day)

    hours = week_hours(terms, absences, monday=monday)

    held = sum(
        one.hours / 5
        for number in range(5)
        for one in terms
        if one.is_here and one.covers(monday + DAY * number)
    )
    assert hours.available + hours.holiday + hours.away == pytest.approx(held)
    assert min(hours.executing, hours.coordination, hours.holiday, hours.away) >= 0


@given(terms, absences, near)
def test_being_away_never_gives_hours(terms, absences, day):
    monday = monday_of(day)

    present = week_hours(terms, [], monday=monday)
    away = week_hours(terms, absences, monday=monday)

    assert away.available <= present.available
    assert away.holiday == present.holiday


@given(tenths, st.integers(0, 5000), st.integers(0, 5000))
def test_hours_left_and_used_are_all_hours(available, spent, agreed):
    left = hours_left(available, Spent(direct=spent), agreed)

    assert left + Decimal(spent + agreed) / 60 == pytest.approx(available)


def test_minutes_of_all_kinds_count():
    assert (Spent(1, 2, 3, 4, 5) + Spent(direct=1)).minutes == 16
