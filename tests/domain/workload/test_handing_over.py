"""What stands with somebody who is not there, and giving it to a colleague."""

import datetime as dt

import pytest
from django.db import transaction

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import settle_task
from hjemmebane.domain.contacts.choices import ContactRefusal, ReminderRefusal, ReminderStatus
from hjemmebane.domain.contacts.models import Appointment, AppointmentMove, FollowUp, Task
from hjemmebane.domain.teams.actions import leave_team, register_absence
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.domain.workload.actions import HandOver, hand_over
from hjemmebane.domain.workload.calculations.standing import Standing
from hjemmebane.domain.workload.choices import HandOverRefusal
from hjemmebane.domain.workload.queries import stands_with, stranded_in
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, employ, let_join, start_case
from tests.factories.locks import order_of_locks
from tests.factories.plans import TODAY
from tests.factories.reminders import follow, give

DAY = dt.timedelta(days=1)
QUERIES = 5


def leave(employee, last_day):
    with acting(OPERATIONS):
        membership = TeamMembership.objects.get(staff_member=employee.staff_member)
        leave_team(
            membership=membership,
            until_on=last_day,
            version=membership.version,
            by=OPERATIONS,
            at=NOW,
        )


def stranded(cast):
    return stranded_in(cast.team_one, at=NOW)


@pytest.fixture
def bos(cast, agree):
    """A task, a task of the team, a follow-up and an appointment stand with Bo."""
    bo = cast.bo.staff_member
    with acting(cast.ida.actor):
        give(cast.kim, cast.ida, staff_member=bo, due_on=TODAY + 3 * DAY)
        give(cast.kim, cast.ida, staff_member=bo, about=cast.team_one)
        follow(cast.kim, cast.ida, staff_member=bo)
        agree(cast.kim, cast.ida, staff_member=bo)
    return cast


def test_nothing_is_stranded_while_everybody_is_there(bos):
    with acting(bos.ida.actor):
        assert stranded(bos) == []


def test_all_that_stands_with_somebody_who_left_is_told(bos):
    leave(bos.bo, TODAY - DAY)

    with acting(bos.ida.actor):
        follow(bos.kim, bos.ida)  # nobody's is everybody's
        settled = give(bos.kim, bos.ida)
        settle_task(task=settled, status=ReminderStatus.DONE, version=1, by=bos.ida.actor, at=NOW)
        (found,) = stranded(bos)

    assert (found.staff_member, found.standing) == (bos.bo.staff_member, Standing.LEFT)
    assert found.last_day == TODAY - DAY
    assert [len(x) for x in (found.tasks, found.follow_ups, found.appointments)] == [2, 1, 1]
    assert stands_with([found], bos.bo.staff_member.pk) is found
    assert stands_with([found], bos.ida.staff_member.pk) is None


def test_what_is_due_after_somebody_leaves_is_told_and_what_is_before_is_not(bos):
    leave(bos.bo, TODAY + DAY)

    with acting(bos.ida.actor):
        (found,) = stranded(bos)

    assert found.standing == Standing.LEAVING
    assert [len(x) for x in (found.tasks, found.follow_ups, found.appointments)] == [2, 0, 0]


def test_appointment_of_who_is_away_that_day_is_told(bos):
    with acting(bos.bo.actor):
        register_absence(
            id=new_id(),
            staff_member=bos.bo.staff_member,
            values={"kind": "TRAINING", "from_on": TODAY + DAY, "until_on": TODAY + DAY},
            by=bos.bo.actor,
            at=NOW,
        )
        (found,) = stranded(bos)

    assert (found.standing, found.tasks, len(found.appointments)) == (Standing.AWAY, [], 1)


def test_other_teams_see_none_of_it(bos):
    leave(bos.bo, TODAY - DAY)

    with acting(bos.omar.actor):
        assert stranded(bos) == []


@pytest.mark.parametrize("more", [0, 3])
def test_as_many_queries_whatever_there_is(bos, agree, more, django_assert_num_queries):
    leave(bos.bo, TODAY + DAY)
    with acting(bos.ida.actor):
        for number in range(more):
            case = start_case(bos.team_one, bos.ida, CitizenDetails(given_name=f"Ny{number}"))
            give(case, bos.ida, staff_member=bos.bo.staff_member)
            follow(case, bos.ida, staff_member=bos.bo.staff_member)
            agree(case, bos.ida)
        with django_assert_num_queries(QUERIES):
            stranded(bos)


def test_colleague_takes_all_of_it_over(bos):
    leave(bos.bo, TODAY - DAY)
    ida = bos.ida.staff_member

    with acting(bos.ida.actor):
        (found,) = stranded(bos)
        given = [HandOver(one, ida, "Giv Kim besked") for one in found.records]
        hand_over(given=given, by=bos.ida.actor, at=NOW)
        assert stranded(bos) == []
        assert {one.staff_member_id for one in Task.objects.all()} == {ida.pk}
        assert FollowUp.objects.get().staff_member_id == ida.pk
        assert Appointment.objects.get().staff_member_id == ida.pk
        assert AppointmentMove.objects.get().telling.what == "Giv Kim besked"


def test_each_goes_to_its_own_and_the_rest_stays(bos):
    with acting(OPERATIONS):
        new = employ("Ny", "Peer")
        let_join(bos.team_one, new, CoreFunction.HEALTH)
    leave(bos.bo, TODAY - DAY)
    with acting(bos.ida.actor):
        (found,) = stranded(bos)
        given = [
            HandOver(found.follow_ups[0], new.staff_member),
            HandOver(found.appointments[0], bos.ida.staff_member),
        ]
        hand_over(given=given, by=bos.ida.actor, at=NOW)

        assert FollowUp.objects.get().staff_member == new.staff_member
        assert Appointment.objects.get().staff_member == bos.ida.staff_member
        assert {one.staff_member for one in Task.objects.all()} == {bos.bo.staff_member}


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        ("tasks", ReminderRefusal.STAFF_NOT_IN_TEAM),
        ("follow_ups", ReminderRefusal.STAFF_NOT_IN_TEAM),
        ("appointments", ContactRefusal.STAFF_NOT_IN_TEAM),
    ],
)
def test_nobody_outside_the_team_takes_anything_over(bos, what, reason):
    leave(bos.bo, TODAY - DAY)
    with acting(bos.ida.actor):
        (found,) = stranded(bos)
        first = getattr(found, what)[0]
        with pytest.raises(Refused) as refused:
            hand_over(given=[HandOver(first, bos.omar.staff_member)], by=bos.ida.actor, at=NOW)
    assert (refused.value.reason, refused.value.field) == (reason, str(first.pk))


def test_giving_nothing_on_is_refused(bos):
    with acting(bos.ida.actor), pytest.raises(Refused) as refused:
        hand_over(given=[], by=bos.ida.actor, at=NOW)

    assert refused.value.reason == HandOverRefusal.NOTHING_CHOSEN


def test_those_whom_it_stands_with_are_in_the_order_of_the_danish_alphabet(bos):
    with acting(OPERATIONS):
        aage = employ("Aage", "Peer")
        let_join(bos.team_one, aage, CoreFunction.HEALTH)
    with acting(bos.ida.actor):
        give(bos.kim, bos.ida, staff_member=aage.staff_member)
    for one in (aage, bos.bo):
        leave(one, TODAY - DAY)

    with acting(bos.ida.actor):
        assert [one.staff_member.name for one in stranded(bos)] == ["Bo", "Aage"]


def test_it_is_all_or_nothing(bos):
    with acting(OPERATIONS):
        new = employ("Ny", "Peer")
        let_join(bos.team_one, new, CoreFunction.HEALTH)
    leave(bos.bo, TODAY - DAY)
    leave(new, TODAY)  # there for the follow-up, and not for the appointment
    with acting(bos.ida.actor):
        found = stands_with(stranded(bos), bos.bo.staff_member.pk)
        both = (*found.follow_ups, *found.appointments)
        given = [HandOver(one, new.staff_member) for one in both]
        with pytest.raises(Refused), transaction.atomic():
            hand_over(given=given, by=bos.ida.actor, at=NOW)
        assert FollowUp.objects.get().staff_member_id == bos.bo.staff_member.pk


def test_every_course_is_taken_before_anything_in_one(bos, agree):
    with acting(bos.ida.actor):
        another = start_case(bos.team_one, bos.ida, CitizenDetails(given_name="Ny"))
        agree(another, bos.ida, staff_member=bos.bo.staff_member)
    leave(bos.bo, TODAY - DAY)
    with acting(bos.ida.actor):
        (found,) = stranded(bos)
        with order_of_locks() as taken:
            given = [HandOver(one, bos.ida.staff_member) for one in found.records]
            hand_over(given=given, by=bos.ida.actor, at=NOW)

    assert taken[:2] == ["courses_course"] * 2
    assert taken[2] != "courses_course"
