"""Who can come, and how long it took."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.contacts.calculations.calls import helpers, minutes_to_reach, reached_at
from tests.factories.persistence import BO, CARL, IDA, TODAY, met, noon, record, team, tried

CALLED = noon(TODAY)


def after(minutes):
    return CALLED + dt.timedelta(minutes=minutes)


def test_visit_that_was_over_before_the_call_does_not_answer_it():
    assert reached_at(CALLED, after(-60), 60) is None
    assert reached_at(CALLED, after(-60), 0) is None


def test_visit_under_way_as_the_call_came_answered_it_at_once():
    assert reached_at(CALLED, after(-60), 61) == CALLED


def test_visit_after_the_call_answered_it_as_it_began():
    reached = reached_at(CALLED, after(25), 0)

    assert minutes_to_reach(CALLED, reached) == 25


@given(st.integers(-300, 300), st.integers(0, 300))
def test_nobody_is_reached_before_they_called(start, lasted):
    reached = reached_at(CALLED, after(start), lasted)

    assert reached is None or reached >= CALLED
    assert (reached is None) == (start < 0 and start + lasted <= 0)


def test_the_free_come_first_and_who_knows_the_citizen_before_others():
    facts = record(met(9, CARL), met(3, CARL), met(2, BO), primary=IDA)

    asked = helpers(facts, {IDA}, today=TODAY)

    assert [(one.name, one.is_free, one.is_primary, one.times_met) for one in asked] == [
        ("Carl", True, False, 2),
        ("Bo", True, False, 1),
        ("Ida", False, True, 0),
    ]


def test_the_primary_contact_comes_first_though_others_met_them_more():
    facts = record(met(9, CARL), met(3, CARL), met(2), tried(1, BO))

    assert [one.id for one in helpers(facts, (), today=TODAY)] == [IDA, CARL, BO]


def test_who_is_away_is_not_asked():
    assert [one.id for one in helpers(record(team=team(IDA)), (), today=TODAY)] == [BO, CARL]
