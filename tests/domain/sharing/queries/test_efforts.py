"""Everybody's efforts around Kim, and what there is to ask about them."""

import datetime as dt

import pytest

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import make_appointment, settle_appointment
from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.courses.actions import agree_on_contact
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.meetings.actions import cancel_network_meeting
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import Goal
from hjemmebane.domain.sharing.actions import make_own_appointment, write_activity
from hjemmebane.domain.sharing.queries import overlaps_around, overlaps_in
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import start_case
from tests.factories.network_meetings import call
from tests.factories.plans import Writing
from tests.factories.sharing import let_in, open_to, tomorrow

WEEKS = dt.timedelta(weeks=4)


def around(cast):
    return overlaps_around(cast.kim.course, since=now(), until=now() + WEEKS)


def kinds(cast):
    return [one.question.kind for one in around(cast).asked]


def writing(cast):
    return Writing(cast.kim.plan, cast.ida.actor)


def by_team(cast, **values):
    who = {"responsible_kind": "STAFF", "staff_member": cast.ida.staff_member}
    return writing(cast).add(ItemKind.ACTIVITY, **who, **values)


def by_partner(cast, **values):
    who = {"responsible_kind": "PARTNER", "partner_person": cast.lise}
    return writing(cast).add(ItemKind.ACTIVITY, **who, **values)


def visit(cast, **changes):
    given = {
        "id": new_id(),
        "course": cast.kim.course,
        "what": "Kaffe",
        "starts_at": tomorrow(),
        "ends_at": None,
        "place": Place.HOME,
        "staff_member": cast.ida.staff_member,
        "by": cast.ida.actor,
        "at": now(),
    }
    return make_appointment(**given | changes)


def test_activity_is_about_what_its_goal_is_about_unless_it_says_other(as_ida):
    goal = writing(as_ida).change(as_ida.kim.goal, life_area="ECONOMY")
    by_team(as_ida, goal=goal)
    by_partner(as_ida, goal=goal)
    assert kinds(as_ida) == ["SAME_AREA"]

    for view in around(as_ida).efforts:
        assert view.effort.area == "ECONOMY"
    by_partner(as_ida, goal=goal, life_area="HOUSING")
    assert {view.effort.area for view in around(as_ida).efforts} == {"ECONOMY", "HOUSING"}


def test_citizens_own_and_the_networks_are_shown_and_not_asked_about(as_ida):
    by_team(as_ida, life_area="HOUSING")
    writing(as_ida).add(ItemKind.ACTIVITY, responsible_kind="CITIZEN", life_area="HOUSING")

    found = around(as_ida)
    assert [view.effort.actor for view in found.efforts] == ["team", ""]
    assert list(found.asked) == []


def test_what_is_done_or_laid_aside_is_no_effort(as_ida):
    by_team(as_ida, status="DONE")
    by_team(as_ida, status="DROPPED")

    assert list(around(as_ida).efforts) == []


def test_partner_is_one_actor_whoever_there_does_it(as_ida):
    by_partner(as_ida, life_area="EDUCATION_WORK")
    effort = {"organisation": as_ida.job_centre, "life_area": "EDUCATION_WORK"}
    writing(as_ida).add(ItemKind.OTHER_EFFORT, **effort)
    assert kinds(as_ida) == []

    writing(as_ida).add(ItemKind.OTHER_EFFORT, who="Naboen", life_area="EDUCATION_WORK")
    assert kinds(as_ida) == ["SAME_AREA"]


def test_attendance_is_asked_about_beside_the_agreement_to_come_by(as_ida):
    by_partner(as_ida, demand="ATTENDANCE")
    assert kinds(as_ida) == []

    agree_on_contact(
        id=new_id(),
        course=as_ida.kim.course,
        values={"channels": ["VISIT"], "talked_on": now().date()},
        by=as_ida.ida.actor,
        at=now(),
    )
    assert kinds(as_ida) == ["DEMANDS"]


def test_times_of_team_and_partner_that_overlap_are_asked_about(cast):
    open_to(cast.job_centre, cast.kim, cast.ida)
    lise = let_in(cast.lise, cast.ida)
    with acting(lise.actor):
        values = {"what": "Samtale", "starts_at": tomorrow() + dt.timedelta(minutes=30)}
        who = {"by": lise.actor, "at": now()}
        make_own_appointment(id=new_id(), course_id=cast.kim.course.pk, values=values, **who)
    with acting(cast.ida.actor):
        kaffe = visit(cast)
        assert kinds(cast) == ["SAME_TIME"]
        settle_appointment(
            appointment=kaffe,
            status=AppointmentStatus.CANCELLED,
            version=1,
            by=cast.ida.actor,
            at=now(),
        )
        assert kinds(cast) == []


def test_network_meeting_stands_among_the_times_and_is_asked_about(as_ida):
    meeting = call(as_ida.kim, as_ida.ida, starts_at=tomorrow())
    visit(as_ida)

    found = around(as_ida)

    assert meeting in [view.record for view in found.efforts]
    assert [one.question.kind for one in found.asked] == ["SAME_TIME"]
    by = {"by": as_ida.ida.actor, "at": now()}
    cancel_network_meeting(meeting=meeting, reason="Sygdom", version=meeting.version, **by)
    assert kinds(as_ida) == []


def test_what_a_partner_writes_takes_the_goals_area(cast):
    open_to(cast.job_centre, cast.kim, cast.ida)
    lise = let_in(cast.lise, cast.ida)
    with acting(cast.ida.actor):
        goal = writing(cast).change(cast.kim.goal, life_area="EDUCATION_WORK")
        by_team(cast, goal=goal)
    with acting(lise.actor):
        goal = Goal.objects.get(pk=goal.pk)
        values = {"what": "Vi finder en praktik"}
        who = {"by": lise.actor, "at": now()}
        write_activity(id=new_id(), course_id=cast.kim.course.pk, goal=goal, values=values, **who)
    with acting(cast.ida.actor):
        assert kinds(cast) == ["SAME_AREA"]


@pytest.mark.parametrize("times", [1, 3])
def test_number_of_queries_does_not_grow(as_ida, django_assert_num_queries, times):
    for _ in range(times):
        by_team(as_ida, life_area="HOUSING")
        by_partner(as_ida, life_area="HOUSING")
        writing(as_ida).add(ItemKind.OTHER_EFFORT, life_area="HOUSING")
        visit(as_ida)
        call(as_ida.kim, as_ida.ida, starts_at=tomorrow())

    with django_assert_num_queries(7):
        around(as_ida)


def test_another_team_sees_none_of_it(cast):
    with acting(cast.ida.actor):
        by_team(cast, life_area="HOUSING")

    with acting(cast.omar.actor):
        assert list(around(cast).efforts) == []


@pytest.mark.parametrize("others", [0, 2])
def test_several_courses_are_asked_about_at_once(as_ida, django_assert_num_queries, others):
    by_team(as_ida, life_area="HOUSING")
    by_partner(as_ida, life_area="HOUSING")
    details = [CitizenDetails(given_name=name) for name in ("Ask", "Bea")[:others]]
    cases = [start_case(as_ida.team_one, as_ida.ida, one) for one in details]
    keys = [as_ida.kim.course.pk, *(case.course.pk for case in cases)]

    with django_assert_num_queries(7):
        found = overlaps_in(keys, since=now(), until=now() + WEEKS)

    assert [len(found[key].asked) for key in keys] == [1] + [0] * others
    assert found[keys[0]] == around(as_ida)
