import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.workload.calculations.hours import Away, Period
from hjemmebane.domain.workload.calculations.standing import (
    LONG,
    SOON,
    Presence,
    Standing,
    at_appointment,
    at_reminder,
)

DAY = dt.timedelta(days=1)
TODAY = dt.date(2026, 11, 23)
LONG_AGO = dt.date(2025, 1, 1)


def there(*, until_on=None, away=(), from_on=LONG_AGO):
    return Presence([Period(from_on, until_on)], [Away(*one) for one in away])


def reminder(presence, due_on=None):
    return at_reminder(presence, due_on, today=TODAY)


def appointment(presence, day=TODAY + DAY):
    return at_appointment(presence, day, today=TODAY)


def test_who_is_there_does_it():
    assert reminder(there()) is None
    assert reminder(there(), TODAY - 9 * DAY) is None
    assert appointment(there()) is None


def test_who_has_left_does_not():
    gone = there(until_on=TODAY - DAY)

    assert reminder(gone) == reminder(gone, TODAY + DAY) == appointment(gone) == Standing.LEFT
    assert reminder(Presence()) == appointment(Presence()) == Standing.LEFT
    assert gone.last_day(TODAY) == TODAY - DAY


def test_who_leaves_does_what_is_due_before():
    leaving = there(until_on=TODAY + 5 * DAY)

    assert reminder(leaving, TODAY + 5 * DAY) is None
    assert reminder(leaving, TODAY + 6 * DAY) == Standing.LEAVING
    assert appointment(leaving, TODAY + 5 * DAY) is None
    assert appointment(leaving, TODAY + 6 * DAY) == Standing.LEAVING
    assert leaving.last_day(TODAY) == TODAY + 5 * DAY


@pytest.mark.parametrize(
    ("last", "told"), [(SOON - DAY, Standing.LEAVING), (SOON, None), (SOON * 3, None)]
)
def test_what_has_no_day_is_told_when_its_owner_leaves_soon(last, told):
    assert reminder(there(until_on=TODAY + last)) == told


def test_who_comes_back_after_a_break_does_it():
    back = Presence([Period(LONG_AGO, TODAY - DAY), Period(TODAY + 3 * DAY, None)])

    assert reminder(back, TODAY + DAY) == Standing.LEFT
    assert reminder(back, TODAY + 3 * DAY) is None
    assert back.last_day(TODAY) == TODAY - DAY
    assert there().last_day(TODAY) is None


def test_who_is_away_on_the_day_does_not_go():
    away = there(away=[(TODAY + DAY, TODAY + DAY)])

    assert appointment(away, TODAY + DAY) == reminder(away, TODAY + DAY) == Standing.AWAY
    assert appointment(away, TODAY + 2 * DAY) is None


@pytest.mark.parametrize(
    ("until_on", "told"),
    [(TODAY + LONG - DAY, None), (TODAY + LONG, Standing.AWAY), (None, Standing.AWAY)],
)
def test_what_has_no_day_waits_for_who_is_away_for_a_short_time(until_on, told):
    assert reminder(there(away=[(TODAY, until_on)])) == told


def test_some_hours_away_hinder_nobody():
    partly = there(away=[(TODAY, None, 10)])

    assert reminder(partly) is reminder(partly, TODAY) is appointment(partly) is None


days = st.integers(-40, 60).map(lambda number: TODAY + DAY * number)


@st.composite
def spans(draw):
    start, end = draw(days), draw(st.none() | days)
    return (start, end if end is None or end >= start else start)


presences = st.builds(
    lambda periods, absences: Presence(
        [Period(*one) for one in periods], [Away(*one) for one in absences]
    ),
    st.lists(spans(), max_size=3),
    st.lists(spans(), max_size=3),
)


@given(presences, days)
def test_nobody_is_told_of_somebody_who_is_there_all_the_time(presence, day):
    whole = Presence([*presence.periods, Period(LONG_AGO, None)])

    assert reminder(whole, day) is reminder(whole) is appointment(whole, day) is None


@given(presences, days)
def test_an_appointment_is_told_exactly_when_its_owner_is_not_there(presence, day):
    is_there = presence.works_on(day) and not presence.away_on(day)

    assert (appointment(presence, day) is None) == is_there


@given(presences, st.none() | days)
def test_who_is_never_in_the_team_again_is_always_told(presence, due_on):
    gone = Presence([Period(one.from_on, TODAY - DAY) for one in presence.periods])

    assert reminder(gone, due_on) == Standing.LEFT
