import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.meetings.calculations import (
    RED,
    YELLOW,
    Need,
    Situation,
    in_order_of_need,
    minutes_held,
)

GREEN = "GREEN"
TODAY = dt.date(2025, 6, 2)
KIM = Situation(UUID(int=1), "Kim Krog", dt.date(2025, 1, 6), cadence_days=7)

days = st.dates(TODAY - dt.timedelta(days=400), TODAY)
any_day = st.dates(TODAY - dt.timedelta(days=400), TODAY + dt.timedelta(days=100))
situations = st.builds(
    Situation,
    course_id=st.uuids(),
    name=st.sampled_from(["Aase", "Kim Krog", "Ørn", "åse"]) | st.text(),
    started_on=days,
    cadence_days=st.sampled_from([7, 14, 28, 84]),
    discussed_on=st.none() | days,
    light=st.sampled_from(["", GREEN, YELLOW, RED]),
    light_on=st.none() | days,
    follow_ups=st.lists(any_day, max_size=3).map(tuple),
    review_on=st.none() | any_day,
)
teams = st.lists(situations, max_size=12, unique_by=lambda one: one.course_id)


def order_of(*team):
    return [turn.course_id for turn in in_order_of_need(team, today=TODAY)]


def turn_of(**changes):
    (turn,) = in_order_of_need([replace(KIM, **changes)], today=TODAY)
    return turn


def ago(days):
    return TODAY - dt.timedelta(days=days)


@given(teams, st.randoms())
def test_order_is_total_whatever_came_first(team, random):
    order = order_of(*team)
    shuffled = list(team)
    random.shuffle(shuffled)

    assert order_of(*shuffled) == order
    assert sorted(order) == sorted(one.course_id for one in team)


@given(teams, situations)
def test_who_else_is_there_changes_nothing_between_two(team, another):
    before = order_of(*team)
    with_another = order_of(*[one for one in team if one.course_id != another.course_id], another)

    assert [key for key in with_another if key != another.course_id] == [
        key for key in before if key != another.course_id
    ]


@given(teams, situations, st.sampled_from(["", GREEN, YELLOW]))
def test_red_light_never_puts_a_citizen_further_back(team, citizen, other_light):
    others = [one for one in team if one.course_id != citizen.course_id]
    red, not_red = replace(citizen, light=RED), replace(citizen, light=other_light)

    assert order_of(*others, red).index(citizen.course_id) <= order_of(*others, not_red).index(
        citizen.course_id
    )


@given(situations, situations)
def test_nothing_goes_before_a_red_light(one, other):
    red = replace(one, light=RED)
    calm = replace(other, course_id=UUID(int=7), light=GREEN)

    assert order_of(calm, red)[0] == red.course_id


@given(teams, situations)
def test_a_late_follow_up_never_puts_a_citizen_further_back(team, citizen):
    others = [one for one in team if one.course_id != citizen.course_id]
    late = replace(citizen, follow_ups=(*citizen.follow_ups, ago(1)))

    assert order_of(*others, late).index(citizen.course_id) <= order_of(*others, citizen).index(
        citizen.course_id
    )


@given(situations)
def test_whoever_has_a_need_has_a_reason_for_it(citizen):
    (turn,) = in_order_of_need([citizen], today=TODAY)

    assert turn.reasons
    assert all(reason[0].isupper() or reason[0].isdigit() for reason in turn.reasons)


@pytest.mark.parametrize(
    ("changes", "need", "reasons"),
    [
        ({}, Need.CADENCE_DUE, ("Ikke drøftet endnu",)),
        ({"discussed_on": ago(2)}, Need.NOT_DUE, ("Drøftet for 2 dage siden",)),
        (
            {"discussed_on": ago(7)},
            Need.CADENCE_DUE,
            ("Drøftet for 7 dage siden, aftalt hver uge",),
        ),
        (
            {"discussed_on": ago(30), "cadence_days": 28},
            Need.CADENCE_DUE,
            ("Drøftet for 4 uger siden, aftalt hver 4. uge",),
        ),
        (
            {"discussed_on": ago(2), "light": RED, "light_on": ago(1)},
            Need.RED_LIGHT,
            ("Rødt lys, sat i går", "Drøftet for 2 dage siden"),
        ),
        (
            {"discussed_on": ago(2), "light": YELLOW},
            Need.YELLOW_LIGHT,
            ("Gult lys", "Drøftet for 2 dage siden"),
        ),
        (
            {"discussed_on": ago(2), "follow_ups": (ago(3), TODAY, ago(9))},
            Need.OVERDUE,
            (
                "2 opfølgninger, den ældste skulle være sket for 9 dage siden",
                "Drøftet for 2 dage siden",
            ),
        ),
        (
            {"discussed_on": ago(2), "review_on": ago(1)},
            Need.OVERDUE,
            ("I ville se på det igen i går", "Drøftet for 2 dage siden"),
        ),
        (
            {"discussed_on": ago(2), "review_on": TODAY, "follow_ups": (TODAY,)},
            Need.NOT_DUE,
            ("Drøftet for 2 dage siden",),
        ),
    ],
)
def test_reasons_are_said_in_words(changes, need, reasons):
    turn = turn_of(**changes)

    assert (turn.need, turn.reasons) == (need, reasons)


def test_who_has_waited_longest_comes_first_then_the_alphabet():
    waited = replace(KIM, course_id=UUID(int=2), name="Ørn", discussed_on=ago(20))
    aase = replace(KIM, course_id=UUID(int=3), name="Aase", discussed_on=ago(8))
    zoe = replace(KIM, course_id=UUID(int=4), name="Zoe", discussed_on=ago(8))

    assert order_of(aase, zoe, waited) == [UUID(int=2), UUID(int=4), UUID(int=3)]


@pytest.mark.parametrize(
    ("minutes", "told"), [(0, 1), (50, 50), (120, 120), (121, 60), (20 * 60, 60)]
)
def test_meeting_that_was_left_open_was_as_long_as_planned(minutes, told):
    opened = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)

    assert minutes_held(opened, opened + dt.timedelta(minutes=minutes), planned=60) == told
