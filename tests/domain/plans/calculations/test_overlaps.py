"""Questions about several efforts, whatever efforts there are and in whatever order they come."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.plans.calculations import (
    ATTENDANCE,
    DEMANDS,
    OUTREACH,
    SAME_AREA,
    SAME_TIME,
    Effort,
    questions,
)
from hjemmebane.domain.plans.choices import Demand, OverlapKind

TEN = dt.datetime(2026, 5, 4, 10, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@st.composite
def efforts(draw):
    """Some efforts with keys of their own; about half are appointments."""
    count = draw(st.integers(0, 8))
    made = []
    for number in range(count):
        effort = Effort(
            f"effort:{number}",
            draw(st.sampled_from(["", "team", "partner:1", "partner:2"])),
            draw(st.sampled_from(["Ringe", "Komme forbi"])),
            draw(st.sampled_from(["", "HOUSING", "ECONOMY"])),
            draw(st.sampled_from(["", OUTREACH, ATTENDANCE])),
        )
        if draw(st.booleans()):
            starts_at = TEN + HOUR / 2 * draw(st.integers(0, 6))
            effort = replace(effort, starts_at=starts_at, over_at=starts_at + HOUR)
        made.append(effort)
    return made


@given(st.data())
def test_order_changes_nothing(data):
    found = data.draw(efforts())
    shuffled = data.draw(st.permutations(found))

    assert questions(shuffled) == questions(found)
    assert [one.rests_on for one in questions(shuffled)] == [
        one.rests_on for one in questions(found)
    ]


@given(efforts())
def test_no_question_is_about_one_actor_or_those_close_to_the_citizen(found):
    for question in questions(found):
        actors = {effort.actor for effort in question.efforts}
        assert len(actors) > 1
        assert "" not in actors


@given(efforts())
def test_each_question_is_asked_once_by_its_key(found):
    keys = [one.key for one in questions(found)]

    assert len(set(keys)) == len(keys)
    assert len({one.slug for one in questions(found)}) == len(keys)
    assert all(len(key) <= 200 for key in keys)


@given(efforts())
def test_told_twice_is_told_once(found):
    assert questions([*found, *found]) == questions(found)


@given(efforts(), st.sampled_from(["says", "demand", "actor", "area"]))
def test_a_question_whose_efforts_stand_rests_on_the_same(found, changed):
    """What is changed elsewhere is no reason to ask again; what is changed here always is."""
    before = {one.key: one for one in questions(found)}
    altered = [replace(e, **{changed: getattr(e, changed) + "!"}) for e in found[:1]] + found[1:]
    after = {one.key: one for one in questions(altered)}

    for key in before.keys() & after.keys():
        is_same = set(before[key].efforts) == set(after[key].efforts)
        assert (before[key].rests_on == after[key].rests_on) == is_same


@given(efforts())
def test_same_time_is_exactly_the_pairs_that_overlap(found):
    asked = {
        frozenset(effort.key for effort in one.efforts)
        for one in questions(found)
        if one.kind == SAME_TIME
    }
    told = {
        frozenset((one.key, other.key))
        for one in found
        for other in found
        if one.actor and other.actor and one.actor != other.actor
        if one.starts_at and other.starts_at
        if one.starts_at < other.over_at and other.starts_at < one.over_at
    }

    assert asked == told


def test_same_area_names_all_who_work_with_it():
    team = Effort("activity:1", "team", "Rykkere", "ECONOMY")
    centre = Effort("activity:2", "partner:1", "Gældsrådgivning", "ECONOMY")
    other = Effort("activity:3", "partner:2", "Bolig", "HOUSING")

    [question] = questions([team, centre, other])

    assert (question.kind, question.area, question.efforts) == (
        SAME_AREA,
        "ECONOMY",
        (team, centre),
    )


def test_one_that_begins_as_the_other_ends_is_not_at_the_same_time():
    first = Effort("a", "team", "Besøg", starts_at=TEN, over_at=TEN + HOUR)
    second = Effort("b", "partner:1", "Møde", starts_at=TEN + HOUR, over_at=TEN + 2 * HOUR)

    assert questions([first, second]) == []


def test_attendance_beside_others_who_come_is_asked_about_and_alone_is_not():
    duty = Effort("a", "partner:1", "Samtale i jobcentret", "EDUCATION_WORK", ATTENDANCE)
    visit = Effort("b", "team", "Kommer forbi", demand=OUTREACH)
    own = Effort("c", "partner:1", "Kommer også hjem", demand=OUTREACH)

    [question] = questions([duty, visit, own])

    assert (question.kind, question.efforts) == (DEMANDS, (duty, visit))
    assert questions([duty, own]) == []


def test_codes_are_those_of_the_choices():
    assert {SAME_AREA, SAME_TIME, DEMANDS} == set(OverlapKind.values)
    assert {OUTREACH, ATTENDANCE} == set(Demand.values)
