"""Tasks and follow-ups: given to somebody who is there, settled once, and gone with the course."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.contacts.actions import (
    end_course_and_reminders,
    hand_on_follow_up,
    hand_on_task,
    record_death_and_reminders,
    reopen_follow_up,
    reopen_task,
    settle_follow_up,
    settle_task,
)
from hjemmebane.domain.contacts.choices import ReminderRefusal, ReminderStatus
from hjemmebane.domain.contacts.models import FollowUp, Task
from hjemmebane.domain.courses.actions import begin_ending
from hjemmebane.domain.courses.choices import CourseRefusal
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.teams.actions import leave_team
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict, NotInserted, RecordRefusal
from tests.factories.cast import NOW
from tests.factories.courses import ENDING, end_today
from tests.factories.history import changes_by
from tests.factories.plans import TODAY, TOMORROW, YESTERDAY, refusal_of
from tests.factories.refusals import refused_as_not_yours
from tests.factories.reminders import follow, give

LATER = NOW + dt.timedelta(hours=3)


def settle(task, by, status=ReminderStatus.DONE, *, note="", version=None, at=LATER):
    return settle_task(
        task=task, status=status, note=note, version=version or task.version, by=by.actor, at=at
    )


def answer(follow_up, by, status=ReminderStatus.DONE, *, note="", at=LATER):
    return settle_follow_up(
        follow_up=follow_up,
        status=status,
        note=note,
        version=follow_up.version,
        by=by.actor,
        at=at,
    )


def hand_on(task, by, to, *, due_on=None, version=None, at=LATER):
    return hand_on_task(
        task=task,
        staff_member=to.staff_member,
        due_on=due_on,
        version=version or task.version,
        by=by.actor,
        at=at,
    )


def leave(cast, who, until_on):
    with acting(OPERATIONS):
        membership = TeamMembership.objects.get(staff_member=who.staff_member)
        leave_team(
            membership=membership,
            until_on=until_on,
            version=membership.version,
            by=OPERATIONS,
            at=NOW,
        )


def test_task_keeps_what_was_asked(as_ida):
    made = give(
        as_ida.kim,
        as_ida.ida,
        what=" Ring til lægen ",
        staff_member=as_ida.bo.staff_member,
        due_on=TODAY,
    )

    kept = Task.objects.get(pk=made.pk)
    assert (kept.what, kept.staff_member_id, kept.due_on) == (
        "Ring til lægen",
        as_ida.bo.staff_member.pk,
        TODAY,
    )
    assert (kept.team_id, kept.course_id) == (as_ida.team_one.pk, as_ida.kim.course.pk)
    assert (kept.status, kept.recorded_by_id, kept.recorded_at) == (
        ReminderStatus.OPEN,
        as_ida.ida.user.pk,
        NOW,
    )
    assert changes_by(as_ida.ida.actor, "contacts.give_task") == [("INSERT", "contacts_task")]


def test_task_may_be_the_teams_own(as_ida):
    made = give(as_ida.kim, as_ida.ida, about=as_ida.team_one)

    assert (made.team_id, made.course_id) == (as_ida.team_one.pk, None)


def test_follow_up_keeps_why_and_may_be_nobodys(as_ida):
    nobodys = follow(as_ida.kim, as_ida.ida)
    bos = follow(as_ida.kim, as_ida.ida, staff_member=as_ida.bo.staff_member, due_on=TOMORROW)

    assert (nobodys.why, nobodys.due_on, nobodys.staff_member_id) == (
        "Har ikke svaret siden mandag",
        TODAY,
        None,
    )
    assert FollowUp.objects.get(pk=bos.pk).staff_member_id == as_ida.bo.staff_member.pk
    assert (
        changes_by(as_ida.ida.actor, "contacts.raise_follow_up")
        == [("INSERT", "contacts_followup")] * 2
    )


@pytest.mark.parametrize("remind", [give, follow])
@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"due_on": YESTERDAY}, ReminderRefusal.DUE_PAST, "due_on"),
        ({"staff_member": "omar"}, ReminderRefusal.STAFF_NOT_IN_TEAM, "staff_member"),
        ({"staff_member": "mette"}, ReminderRefusal.STAFF_NOT_IN_TEAM, "staff_member"),
    ],
)
def test_what_nobody_here_can_do_is_refused(as_ida, remind, changes, reason, field):
    who = changes.get("staff_member")
    wanted = {**changes, "staff_member": getattr(as_ida, who or "ida").staff_member}

    assert refusal_of(remind, case=as_ida.kim, by=as_ida.ida, **wanted) == (reason, field)
    assert (Task.objects.count(), FollowUp.objects.count()) == (0, 0)


@pytest.mark.parametrize("remind", [give, follow])
def test_who_has_left_by_then_is_refused(cast, remind):
    leave(cast, cast.bo, TODAY)
    with acting(cast.ida.actor):
        bo = cast.bo.staff_member
        today = remind(cast.kim, cast.ida, staff_member=bo, due_on=TODAY)
        refusal = refusal_of(remind, case=cast.kim, by=cast.ida, staff_member=bo, due_on=TOMORROW)

    assert today.staff_member_id == bo.pk
    assert refusal == (ReminderRefusal.STAFF_NOT_IN_TEAM, "staff_member")


@pytest.mark.parametrize("remind", [give, follow])
def test_ended_course_is_not_remembered(as_ida, remind):
    end_today(as_ida.kim, as_ida.ida)

    assert refusal_of(remind, case=as_ida.kim, by=as_ida.ida) == (
        CourseRefusal.ALREADY_ENDED,
        None,
    )


@pytest.mark.parametrize("remind", [give, follow])
def test_nobody_is_reminded_of_the_dead(as_ida, remind):
    citizen = as_ida.kim.citizen
    citizen.save_changes({"died_on": TODAY}, version=citizen.version)

    assert refusal_of(remind, case=as_ida.kim, by=as_ida.ida) == (
        ReminderRefusal.CITIZEN_DIED,
        None,
    )


@pytest.mark.parametrize(
    ("remind", "changes", "field"),
    [
        (give, {"what": " "}, "what"),
        (give, {"what": "x" * 201}, "what"),
        (follow, {"why": ""}, "why"),
        (follow, {"why": "x" * 301}, "why"),
    ],
)
def test_bad_text_is_named(as_ida, remind, changes, field):
    with pytest.raises(ValidationError) as invalid:
        remind(as_ida.kim, as_ida.ida, **changes)

    assert list(invalid.value.message_dict) == [field]


@pytest.mark.parametrize("remind", [give, follow])
def test_double_submit_is_one(as_ida, remind):
    first = remind(as_ida.kim, as_ida.ida)

    with pytest.raises(AlreadySaved) as double:
        remind(as_ida.kim, as_ida.ida, id=first.pk)

    assert double.value.record == first


def test_same_key_with_other_words_is_refused(as_ida):
    first = give(as_ida.kim, as_ida.ida)

    refusal = refusal_of(give, case=as_ida.kim, by=as_ida.ida, id=first.pk, what="Noget andet")

    assert refusal == (RecordRefusal.SAVED_OTHERWISE, None)


def test_task_is_done_by_whoever_does_it(cast):
    with acting(cast.ida.actor):
        task = give(cast.kim, cast.ida)
    with acting(cast.bo.actor):
        done = settle(task, cast.bo)

        assert (done.status, done.settled_by_id, done.settled_at) == (
            ReminderStatus.DONE,
            cast.bo.user.pk,
            LATER,
        )
        assert changes_by(cast.bo.actor, "contacts.settle_task") == [("UPDATE", "contacts_task")]


@pytest.mark.parametrize(("remind", "close"), [(give, settle), (follow, answer)])
def test_what_is_dropped_says_why(as_ida, remind, close):
    reminder = remind(as_ida.kim, as_ida.ida)

    with pytest.raises(Refused) as refused:
        close(reminder, as_ida.ida, ReminderStatus.DROPPED, note=" ")
    dropped = close(reminder, as_ida.ida, ReminderStatus.DROPPED, note=" Kim ringede selv ")

    assert (refused.value.reason, refused.value.field) == (ReminderRefusal.WHY_MISSING, "note")
    assert (dropped.status, dropped.settled_note) == (
        ReminderStatus.DROPPED,
        "Kim ringede selv",
    )


@pytest.mark.parametrize(("remind", "close"), [(give, settle), (follow, answer)])
def test_settled_once_and_as_something(as_ida, remind, close):
    reminder = remind(as_ida.kim, as_ida.ida)
    with pytest.raises(Refused) as undecided:
        close(reminder, as_ida.ida, ReminderStatus.OPEN)
    close(reminder, as_ida.ida)

    with pytest.raises(AlreadySaved):
        close(reminder, as_ida.ida)
    with pytest.raises(Refused) as again:
        close(reminder, as_ida.ida, note="Igen")

    assert undecided.value.reason == ReminderRefusal.STILL_OPEN
    assert again.value.reason == ReminderRefusal.ALREADY_SETTLED


def test_follow_up_keeps_what_came_of_it(as_ida):
    answered = answer(follow(as_ida.kim, as_ida.ida), as_ida.ida, note="Traf hende på værestedet")

    kept = FollowUp.objects.get(pk=answered.pk)
    assert (kept.settled_note, kept.settled_by_id) == (
        "Traf hende på værestedet",
        as_ida.ida.user.pk,
    )
    assert changes_by(as_ida.ida.actor, "contacts.settle_follow_up") == [
        ("UPDATE", "contacts_followup")
    ]


def test_task_settled_by_mistake_is_open_again(as_ida):
    task = settle(give(as_ida.kim, as_ida.ida), as_ida.ida, ReminderStatus.DROPPED, note="Hov")

    again = reopen_task(task=task, version=task.version, by=as_ida.ida.actor, at=LATER)

    assert (again.status, again.settled_at, again.settled_by_id, again.settled_note) == (
        ReminderStatus.OPEN,
        None,
        None,
        "",
    )
    assert changes_by(as_ida.ida.actor, "contacts.reopen_task") == [("UPDATE", "contacts_task")]


def test_open_task_is_not_opened_again(as_ida):
    task = give(as_ida.kim, as_ida.ida)

    refusal = refusal_of(reopen_task, task=task, version=1, by=as_ida.ida.actor, at=LATER)

    assert refusal == (ReminderRefusal.NOT_SETTLED, None)


def test_task_of_an_ended_course_stays_settled(as_ida):
    task = settle(give(as_ida.kim, as_ida.ida), as_ida.ida)
    end_today(as_ida.kim, as_ida.ida)

    refusal = refusal_of(reopen_task, task=task, version=2, by=as_ida.ida.actor, at=LATER)

    assert refusal == (CourseRefusal.ALREADY_ENDED, None)


def test_task_is_handed_on_with_or_without_another_day(as_ida):
    task = give(as_ida.kim, as_ida.ida, due_on=TODAY)
    tomorrow = LATER + dt.timedelta(days=1)

    bos = hand_on(task, as_ida.ida, as_ida.bo, due_on=TODAY, at=tomorrow)
    later = hand_on(bos, as_ida.ida, as_ida.bo, due_on=TOMORROW, at=tomorrow)

    assert (bos.staff_member_id, later.due_on) == (as_ida.bo.staff_member.pk, TOMORROW)
    assert (
        changes_by(as_ida.ida.actor, "contacts.hand_on_task") == [("UPDATE", "contacts_task")] * 2
    )


@pytest.mark.parametrize(
    ("to", "due_on", "refusal"),
    [
        ("omar", None, (ReminderRefusal.STAFF_NOT_IN_TEAM, "staff_member")),
        ("bo", YESTERDAY, (ReminderRefusal.DUE_PAST, "due_on")),
    ],
)
def test_task_is_not_handed_out_of_the_team_or_back_in_time(as_ida, to, due_on, refusal):
    task = give(as_ida.kim, as_ida.ida)

    assert (
        refusal_of(hand_on, task=task, by=as_ida.ida, to=getattr(as_ida, to), due_on=due_on)
        == refusal
    )


def test_overdue_task_is_not_handed_to_who_has_left_since(cast):
    with acting(cast.ida.actor):
        task = give(cast.kim, cast.ida, due_on=TODAY)
    leave(cast, cast.bo, TODAY)
    with acting(cast.ida.actor):
        refusal = refusal_of(
            hand_on,
            task=task,
            by=cast.ida,
            to=cast.bo,
            due_on=TODAY,
            at=LATER + dt.timedelta(days=2),
        )

    assert refusal == (ReminderRefusal.STAFF_NOT_IN_TEAM, "staff_member")


def test_settled_task_is_not_handed_on(as_ida):
    task = settle(give(as_ida.kim, as_ida.ida), as_ida.ida)

    refusal = refusal_of(hand_on, task=task, by=as_ida.ida, to=as_ida.bo)

    assert refusal == (ReminderRefusal.ALREADY_SETTLED, None)


def test_stale_settling_meets_the_other_one(as_ida):
    task = give(as_ida.kim, as_ida.ida)
    hand_on(Task.objects.get(pk=task.pk), as_ida.ida, as_ida.bo)

    with pytest.raises(EditConflict):
        settle(task, as_ida.ida)


def test_end_drops_what_waits_and_leaves_what_was_done(as_ida):
    done = settle(give(as_ida.kim, as_ida.ida), as_ida.ida)
    waiting, teams = (
        give(as_ida.kim, as_ida.ida),
        give(as_ida.kim, as_ida.ida, about=as_ida.team_one),
    )
    watched = follow(as_ida.kim, as_ida.ida)
    course, who = as_ida.kim.course, {"by": as_ida.ida.actor, "at": LATER}
    begin_ending(id=new_id(), course=course, values=ENDING, **who)

    end_course_and_reminders(course=course, ended_on=TODAY, version=course.version, **who)

    statuses = {task.pk: task.status for task in Task.objects.all()}
    assert statuses == {
        done.pk: ReminderStatus.DONE,
        waiting.pk: ReminderStatus.DROPPED,
        teams.pk: ReminderStatus.OPEN,
    }
    assert FollowUp.objects.get(pk=watched.pk).status == ReminderStatus.DROPPED
    assert changes_by(as_ida.ida.actor, "contacts.drop_reminder") == [
        ("UPDATE", "contacts_task"),
        ("UPDATE", "contacts_followup"),
    ]


def test_death_stops_every_reminder(as_ida):
    give(as_ida.kim, as_ida.ida)
    follow(as_ida.kim, as_ida.ida, due_on=TOMORROW)
    course = as_ida.kim.course

    record_death_and_reminders(
        id=new_id(),
        course=course,
        died_on=TODAY,
        version=course.version,
        by=as_ida.ida.actor,
        at=LATER,
    )

    assert [task.status for task in Task.objects.all()] == [ReminderStatus.DROPPED]
    assert [one.status for one in FollowUp.objects.all()] == [ReminderStatus.DROPPED]


@pytest.mark.parametrize("model", [Task, FollowUp])
def test_other_team_neither_sees_gives_nor_settles(cast, model):
    with acting(cast.ida.actor):
        task, follow_up = give(cast.kim, cast.ida), follow(cast.kim, cast.ida)
        give(cast.kim, cast.ida, about=cast.team_one)

    with acting(cast.omar.actor):
        assert list(model.objects.all()) == []
        with pytest.raises(Task.DoesNotExist):
            settle(task, cast.omar)
        with pytest.raises(FollowUp.DoesNotExist):
            answer(follow_up, cast.omar)
        for remind in (give, follow):
            with pytest.raises(Course.DoesNotExist):
                remind(cast.kim, cast.omar, staff_member=cast.ida.staff_member)
    with acting(cast.omar.actor), refused_as_not_yours():
        give(cast.kim, cast.omar, about=cast.team_one, staff_member=cast.ida.staff_member)


def test_task_in_ones_own_team_cannot_name_another_teams_course(cast):
    with pytest.raises(NotInserted) as kept_out, acting(cast.omar.actor):
        Task(
            team=cast.team_two,
            course=cast.kim.course,
            what="Ind ad bagdøren",
            staff_member=cast.omar.staff_member,
            recorded_by=cast.omar.user,
            recorded_at=NOW,
        ).insert()

    assert "row-level security" in str(kept_out.value.error)


def settle_up(follow_up, by, status=ReminderStatus.DONE, *, note=""):
    return settle_follow_up(
        follow_up=follow_up,
        status=status,
        note=note,
        version=follow_up.version,
        by=by.actor,
        at=LATER,
    )


def test_follow_up_settled_by_mistake_is_open_again_and_the_history_knows(as_ida):
    settled = settle_up(follow(as_ida.kim, as_ida.ida), as_ida.ida, note="Svarede")
    who = {"by": as_ida.ida.actor, "at": LATER}

    with pytest.raises(EditConflict):
        reopen_follow_up(follow_up=settled, version=1, **who)
    again = reopen_follow_up(follow_up=settled, version=settled.version, **who)

    assert (again.status, again.settled_at, again.settled_by_id, again.settled_note) == (
        ReminderStatus.OPEN,
        None,
        None,
        "",
    )
    (change,) = Change.objects.filter(verb="contacts.reopen_follow_up")
    assert change.before["settled_note"] == "Svarede"
    assert refusal_of(reopen_follow_up, follow_up=again, version=3, **who) == (
        ReminderRefusal.NOT_SETTLED,
        None,
    )


def test_follow_up_of_an_ended_course_stays_settled(as_ida):
    settled = settle_up(follow(as_ida.kim, as_ida.ida), as_ida.ida)
    end_today(as_ida.kim, as_ida.ida)

    refusal = refusal_of(
        reopen_follow_up, follow_up=settled, version=2, by=as_ida.ida.actor, at=LATER
    )

    assert refusal == (CourseRefusal.ALREADY_ENDED, None)


@pytest.mark.parametrize("name", ["bo", None])
def test_follow_up_is_handed_on_also_to_the_whole_team(as_ida, name):
    mine = follow(as_ida.kim, as_ida.ida, staff_member=as_ida.ida.staff_member)
    taker = getattr(as_ida, name).staff_member if name else None

    theirs = hand_on_follow_up(
        follow_up=mine,
        staff_member=taker,
        version=1,
        by=as_ida.ida.actor,
        at=LATER + dt.timedelta(days=9),  # its day has gone, and stays as it is
    )

    assert (theirs.staff_member, theirs.due_on) == (taker, TODAY)


def test_follow_up_is_not_handed_out_of_the_team_or_on_once_it_is_settled(as_ida):
    who = {"by": as_ida.ida.actor, "at": LATER}
    mine = follow(as_ida.kim, as_ida.ida)

    omar = as_ida.omar.staff_member
    outside = refusal_of(hand_on_follow_up, follow_up=mine, staff_member=omar, version=1, **who)
    settled = settle_up(mine, as_ida.ida)
    bo = as_ida.bo.staff_member
    too_late = refusal_of(hand_on_follow_up, follow_up=settled, staff_member=bo, version=2, **who)

    assert outside == (ReminderRefusal.STAFF_NOT_IN_TEAM, "staff_member")
    assert too_late == (ReminderRefusal.ALREADY_SETTLED, None)
