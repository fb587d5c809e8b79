"""Whose light is to be seen again, and by whom."""

import datetime as dt

import pytest

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import end_light_agreement
from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.contacts.queries import lights_due_for
from hjemmebane.domain.courses.actions import choose_primary_contact, put_on_hold
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, day_of
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, start_case
from tests.factories.courses import HOLD
from tests.factories.reminders import light_agreement, see

TODAY = day_of(NOW)
IN_THREE_DAYS = TODAY + dt.timedelta(days=3)


def due(cast, by, day):
    """Whose light is due, by citizen, and when."""
    found = lights_due_for(by.staff_member, [cast.team_one.pk], day=day)
    return [(one.course.citizen.given_name, one.due_on, one.seen_on) for one in found]


def be_primary(case, by):
    choose_primary_contact(
        id=new_id(),
        course=case.course,
        staff_member=by.staff_member,
        chosen_by_citizen=True,
        by=by.actor,
        at=NOW,
    )


def test_light_is_due_when_the_agreed_days_have_gone_and_not_before(as_ida):
    be_primary(as_ida.kim, as_ida.ida)
    light_agreement(as_ida.kim, as_ida.ida, every_days=3)

    assert due(as_ida, as_ida.ida, IN_THREE_DAYS - dt.timedelta(days=1)) == []
    assert due(as_ida, as_ida.ida, IN_THREE_DAYS) == [("Kim", IN_THREE_DAYS, None)]
    assert due(as_ida, as_ida.bo, IN_THREE_DAYS) == []


def test_seeing_it_counts_from_the_danish_day_it_was_seen(as_ida):
    be_primary(as_ida.kim, as_ida.ida)
    light_agreement(as_ida.kim, as_ida.ida, every_days=3)
    late = dt.datetime.combine(TODAY + dt.timedelta(days=1), dt.time(0, 30), COPENHAGEN)
    see(as_ida.kim, as_ida.ida, Light.GREEN, at=late)

    seen_on, due_on = TODAY + dt.timedelta(days=1), TODAY + dt.timedelta(days=4)
    assert due(as_ida, as_ida.ida, IN_THREE_DAYS) == []
    assert due(as_ida, as_ida.ida, due_on) == [("Kim", due_on, seen_on)]


def test_coordinator_is_asked_where_nobody_is_closest(as_ida):
    light_agreement(as_ida.kim, as_ida.ida, every_days=3)

    assert due(as_ida, as_ida.bo, IN_THREE_DAYS) == [("Kim", IN_THREE_DAYS, None)]
    assert due(as_ida, as_ida.ida, IN_THREE_DAYS) == []


@pytest.mark.parametrize("stop", ["ended", "at rest", "dead"])
def test_nobody_is_asked_once_it_has_stopped(as_ida, stop):
    agreement = light_agreement(as_ida.kim, as_ida.ida, every_days=3)
    who = {"by": as_ida.ida.actor, "at": NOW}
    if stop == "ended":
        end_light_agreement(agreement=agreement, why="Slut", version=1, **who)
    elif stop == "at rest":
        put_on_hold(id=new_id(), course=as_ida.kim.course, values=HOLD, **who)
    else:
        as_ida.kim.citizen.save_changes({"died_on": TODAY}, version=as_ida.kim.citizen.version)

    assert due(as_ida, as_ida.bo, IN_THREE_DAYS) == []


def test_newest_agreement_says_how_often(as_ida):
    first = light_agreement(as_ida.kim, as_ida.ida, every_days=1)
    light_agreement(
        as_ida.kim, as_ida.ida, every_days=3, former=first.pk, at=NOW + dt.timedelta(hours=1)
    )

    assert due(as_ida, as_ida.bo, IN_THREE_DAYS - dt.timedelta(days=1)) == []


@pytest.mark.parametrize("more", [0, 2])
def test_any_number_of_lights_is_due_in_four_queries(as_ida, django_assert_num_queries, more):
    cases = [as_ida.kim] + [
        start_case(as_ida.team_one, as_ida.ida, CitizenDetails(given_name=f"Ea {n}"))
        for n in range(more)
    ]
    for case in cases:
        light_agreement(case, as_ida.ida, every_days=3)

    with django_assert_num_queries(4):
        found = lights_due_for(as_ida.bo.staff_member, [as_ida.team_one.pk], day=IN_THREE_DAYS)

    assert len(found) == 1 + more


def test_other_team_is_asked_nothing(cast):
    with acting(cast.ida.actor):
        light_agreement(cast.kim, cast.ida, every_days=1)
    with acting(cast.omar.actor):
        teams = [cast.team_one.pk, cast.team_two.pk]
        assert lights_due_for(cast.omar.staff_member, teams, day=IN_THREE_DAYS) == []
