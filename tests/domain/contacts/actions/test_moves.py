"""Who is told that an appointment went to a colleague, and what the citizen is to know."""

import datetime as dt

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from hjemmebane.domain.contacts.actions import (
    reassign_appointment,
    see_move,
    settle_appointment,
    settle_task,
)
from hjemmebane.domain.contacts.choices import AppointmentStatus, ContactRefusal, ReminderStatus
from hjemmebane.domain.contacts.models import AppointmentMove, Task
from hjemmebane.domain.contacts.queries import moves_for
from hjemmebane.domain.teams.actions import join_team, leave_team
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved
from tests.domain.contacts.conftest import TOMORROW
from tests.factories.cast import NOW, employ, let_join
from tests.factories.locks import order_of_locks
from tests.factories.plans import TODAY

DAY = dt.timedelta(days=1)
TELL = "Giv Kim besked: Bo kommer i stedet for Ida"


def move(appointment, to, by, *, tell="", version=None, at=NOW):
    return reassign_appointment(
        appointment=appointment,
        staff_member=to.staff_member,
        tell_citizen=tell,
        version=version or appointment.version,
        by=by.actor,
        at=at,
    )


def cancel(appointment, by):
    settle_appointment(
        appointment=appointment,
        status=AppointmentStatus.CANCELLED,
        version=appointment.version,
        by=by.actor,
        at=NOW,
    )


def waiting(employee, *, since=NOW):
    return list(moves_for(employee.staff_member.pk, since=since))


def tasks():
    return list(Task.objects.order_by("pk").values_list("what", "staff_member", "due_on", "status"))


def test_both_are_told_but_not_the_one_who_did_it(cast, agree):
    with acting(cast.ida.actor):
        made = agree(cast.kim, cast.ida)
        move(made, cast.bo, cast.ida)
        assert waiting(cast.ida) == []
        (told,) = waiting(cast.bo)
    assert (told.giver, told.taker) == (cast.ida.staff_member, cast.bo.staff_member)
    assert (told.recorded_by, told.telling) == (cast.ida.user, None)


def test_somebody_else_who_moves_it_tells_both(cast, agree):
    with acting(OPERATIONS):
        new = employ("Ny", "Peer")
        let_join(cast.team_one, new, CoreFunction.HEALTH)
    with acting(cast.ida.actor):
        made = agree(cast.kim, cast.ida)
    with acting(cast.bo.actor):
        move(made, new, cast.bo)
        assert [len(waiting(one)) for one in (cast.ida, new, cast.bo)] == [1, 1, 0]


def test_what_is_seen_is_told_no_more_and_to_the_other_still(cast, agree):
    with acting(cast.ida.actor):
        made = agree(cast.kim, cast.ida)
    with acting(OPERATIONS):
        new = employ("Ny", "Peer")
        let_join(cast.team_one, new, CoreFunction.HEALTH)
    with acting(cast.bo.actor):
        move(made, new, cast.bo)
    with acting(cast.ida.actor):
        (told,) = waiting(cast.ida)
        for _ in range(2):  # two taps of the same thumb
            see_move(move=told, by=cast.ida.actor, at=NOW)
        assert [len(waiting(one)) for one in (cast.ida, new)] == [0, 1]
    with acting(new.actor):
        see_move(move=told, by=new.actor, at=NOW)
        assert waiting(new) == []


def test_nobody_else_sees_it_for_them(cast, agree):
    with acting(OPERATIONS):
        new = employ("Ny", "Peer")
        let_join(cast.team_one, new, CoreFunction.HEALTH)
    with acting(cast.ida.actor):
        made = agree(cast.kim, cast.ida)
        move(made, new, cast.ida)
        told = AppointmentMove.objects.get()
    with acting(cast.bo.actor), pytest.raises(Refused) as refused:
        see_move(move=told, by=cast.bo.actor, at=NOW)
    assert refused.value.reason == ContactRefusal.NOT_TOLD
    with acting(cast.omar.actor), pytest.raises(AppointmentMove.DoesNotExist):
        see_move(move=told, by=cast.omar.actor, at=NOW)


def test_nobody_is_told_of_what_is_cancelled_or_over(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    move(made, as_ida.bo, as_ida.ida)

    assert waiting(as_ida.bo, since=TOMORROW + DAY) == []
    cancel(made, as_ida.ida)
    assert waiting(as_ida.bo) == []


def test_citizen_is_told_by_the_new_one_the_day_before(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida, starts_at=NOW + 5 * DAY)

    move(made, as_ida.bo, as_ida.ida, tell=TELL)

    bo = as_ida.bo.staff_member.pk
    assert tasks() == [(TELL, bo, TODAY + 4 * DAY, ReminderStatus.OPEN)]
    assert Task.objects.get().course == as_ida.kim.course
    assert AppointmentMove.objects.get().telling == Task.objects.get()


def test_citizen_is_told_today_when_there_is_no_day_before(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida, starts_at=NOW + dt.timedelta(hours=2))

    move(made, as_ida.bo, as_ida.ida, tell=TELL)

    assert Task.objects.get().due_on == TODAY


def test_who_begins_on_the_day_tells_the_citizen_then(cast, agree):
    with acting(OPERATIONS):
        new = employ("Ny", "Peer")
        join_team(
            team=cast.team_one,
            staff_member=new.staff_member,
            core_functions=[CoreFunction.HEALTH],
            executing_hours=5,
            from_on=TODAY + 5 * DAY,
            by=OPERATIONS,
            at=NOW,
        )
    with acting(cast.ida.actor):
        made = agree(cast.kim, cast.ida, starts_at=NOW + 5 * DAY)
        move(made, new, cast.ida, tell=TELL)
        assert Task.objects.get().due_on == day_of(made.starts_at)


def test_moved_again_the_former_message_is_dropped(cast, agree):
    with acting(OPERATIONS):
        new = employ("Ny", "Peer")
        let_join(cast.team_one, new, CoreFunction.HEALTH)
    with acting(cast.ida.actor):
        made = agree(cast.kim, cast.ida)
        move(made, cast.bo, cast.ida, tell=TELL)
    with acting(cast.ida.actor):
        move(made, new, cast.ida, tell="Giv Kim besked: Ny kommer")
        assert [(what, status) for what, _, _, status in tasks()] == [
            (TELL, ReminderStatus.DROPPED),
            ("Giv Kim besked: Ny kommer", ReminderStatus.OPEN),
        ]


def test_moved_back_before_anybody_told_there_is_nothing_to_tell(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    move(made, as_ida.bo, as_ida.ida, tell=TELL)

    move(made, as_ida.ida, as_ida.ida, tell="Giv Kim besked: Ida kommer i stedet for Bo")

    assert [(what, status) for what, _, _, status in tasks()] == [(TELL, ReminderStatus.DROPPED)]
    assert AppointmentMove.objects.order_by("pk").last().telling is None


def test_moved_back_after_the_citizen_was_told_they_are_told_again(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    move(made, as_ida.bo, as_ida.ida, tell=TELL)
    settle_task(
        task=Task.objects.get(),
        status=ReminderStatus.DONE,
        version=1,
        by=as_ida.ida.actor,
        at=NOW,
    )

    move(made, as_ida.ida, as_ida.ida, tell="Giv Kim besked: Ida kommer")

    assert [(what, status) for what, _, _, status in tasks()] == [
        (TELL, ReminderStatus.DONE),
        ("Giv Kim besked: Ida kommer", ReminderStatus.OPEN),
    ]


def test_message_that_was_given_stays_given(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    move(made, as_ida.bo, as_ida.ida, tell=TELL)
    settle_task(
        task=Task.objects.get(),
        status=ReminderStatus.DONE,
        version=1,
        by=as_ida.ida.actor,
        at=NOW,
    )

    cancel(made, as_ida.ida)

    assert Task.objects.get().status == ReminderStatus.DONE


def test_cancelled_appointment_leaves_nothing_to_tell(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    move(made, as_ida.bo, as_ida.ida, tell=TELL)

    cancel(made, as_ida.ida)

    assert Task.objects.get().status == ReminderStatus.DROPPED


def test_two_taps_move_it_once(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    move(made, as_ida.bo, as_ida.ida, tell=TELL, version=1)

    with pytest.raises(AlreadySaved):
        move(made, as_ida.bo, as_ida.ida, tell=TELL, version=1)

    assert (AppointmentMove.objects.count(), Task.objects.count()) == (1, 1)


def test_appointment_is_not_moved_to_somebody_who_has_left_by_then(cast, agree):
    with acting(OPERATIONS):
        leave_team(
            membership=TeamMembership.objects.get(staff_member=cast.bo.staff_member),
            until_on=TODAY,
            version=1,
            by=OPERATIONS,
            at=NOW,
        )
    with acting(cast.ida.actor):
        made = agree(cast.kim, cast.ida)
        with pytest.raises(Refused) as refused:
            move(made, cast.bo, cast.ida)
        assert refused.value.reason == ContactRefusal.STAFF_NOT_IN_TEAM
        with pytest.raises(Refused) as refused:
            agree(cast.kim, cast.ida, staff_member=cast.bo.staff_member)
        assert refused.value.reason == ContactRefusal.STAFF_NOT_IN_TEAM


def test_database_keeps_who_and_when_of_a_move(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    move(made, as_ida.bo, as_ida.ida)

    for change in ({"taker": as_ida.ida.staff_member}, {"recorded_at": NOW + DAY}):
        denied = pytest.raises(ProgrammingError, match="permission denied")
        with denied, transaction.atomic():
            AppointmentMove.objects.update(**change)


def test_database_knows_that_it_goes_to_somebody_else(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    nowhere = pytest.raises(IntegrityError, match="appointment_moves_to_another")
    with nowhere, transaction.atomic():
        AppointmentMove.objects.create(
            id=new_id(),
            course=as_ida.kim.course,
            appointment=made,
            giver=as_ida.ida.staff_member,
            taker=as_ida.ida.staff_member,
            recorded_by=as_ida.ida.user,
            recorded_at=NOW,
        )


def test_course_is_taken_before_what_is_in_it_as_when_the_citizen_dies(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)

    with order_of_locks() as moved:
        move(made, as_ida.bo, as_ida.ida, tell=TELL)
    with order_of_locks() as settled:
        cancel(made, as_ida.ida)

    assert [moved[0], settled[0]] == ["courses_course"] * 2
    assert {"contacts_appointment", "contacts_task"} <= set(moved) & set(settled)
