"""How often a team meets, and whom it goes into in depth next."""

import datetime as dt
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.meetings.calculations import Waiting, how_often, is_due, longest_since

TODAY = dt.date(2025, 6, 2)
days = st.dates(TODAY - dt.timedelta(days=900), TODAY)
waiting = st.builds(
    Waiting,
    course_id=st.uuids(),
    name=st.sampled_from(["Aase", "Kim Krog", "Ørn"]) | st.text(),
    started_on=days,
    treated_on=st.none() | days,
)
teams = st.lists(waiting, max_size=12, unique_by=lambda one: one.course_id)


def order_of(team):
    return longest_since(team, every_days=91, today=TODAY)


@given(teams, st.randoms())
def test_order_has_everybody_once_and_does_not_depend_on_how_they_came(team, chance):
    shuffled = list(team)
    chance.shuffle(shuffled)
    assert order_of(team) == order_of(shuffled)
    assert sorted(one.course_id for one in order_of(team)) == sorted(one.course_id for one in team)


@given(teams)
def test_nobody_comes_before_one_it_is_longer_since(team):
    treated = {one.course_id: one.treated_on for one in team}
    dates = [treated[one.course_id] or dt.date.min for one in order_of(team)]
    assert dates == sorted(dates)


def test_reason_says_how_long_it_is_since():
    kim = Waiting(UUID(int=1), "Kim", TODAY - dt.timedelta(days=300))
    noor = Waiting(UUID(int=2), "Noor", kim.started_on, TODAY - dt.timedelta(days=7))

    first, second = order_of([noor, kim])

    assert (first.reason, first.is_due) == ("Ikke gennemgået i dybden endnu", True)
    assert (second.reason, second.is_due) == ("Gennemgået i dybden for 7 dage siden", False)


@pytest.mark.parametrize(
    ("ago", "every_days", "due"),
    [(13, 14, False), (14, 14, True), (None, 14, True), (None, 0, False), (400, 0, False)],
)
def test_it_is_time_again_when_the_rhythm_says_so(ago, every_days, due):
    last_on = None if ago is None else TODAY - dt.timedelta(days=ago)
    assert is_due(last_on, every_days=every_days, today=TODAY) is due


@pytest.mark.parametrize(
    ("days", "words"),
    [(7, "hver uge"), (14, "hver 2. uge"), (10, "hver 10. dag"), (91, "hvert kvartal")],
)
def test_rhythm_is_said_as_one_says_it(days, words):
    assert how_often(days) == words
