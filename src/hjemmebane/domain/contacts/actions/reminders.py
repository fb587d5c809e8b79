"""Tasks and follow-ups: given, handed on, settled, and opened again after a slip of the thumb."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.audit.rules import check_undone
from hjemmebane.domain.contacts.choices import ReminderStatus
from hjemmebane.domain.contacts.models import FollowUp, Reminder, Task
from hjemmebane.domain.contacts.queries import raised_follow_ups
from hjemmebane.domain.contacts.rules import (
    check_can_reopen,
    check_can_settle_reminder,
    check_due,
    check_is_unsettled,
    check_may_be_remembered,
    check_none_waits,
    check_responsible,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of

OPEN_AGAIN = {
    "status": ReminderStatus.OPEN,
    "settled_at": None,
    "settled_by_id": None,
    "settled_note": "",
}


@action
def give_task(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    about: Course | Team,
    what: str,
    staff_member: StaffMember,
    due_on: dt.date | None = None,
    by: Actor,
    at: dt.datetime,
) -> Task:
    """Ask somebody of the team to do something, about a citizen or about the team alone.

    Refuses an ended course, a citizen who has died, a day that has gone, and somebody who is not
    in the team then.
    """
    course = course_to_change(about.pk) if isinstance(about, Course) else None
    team = about.team if isinstance(about, Course) else about
    task = Task(
        id=id,
        team=team,
        course=course,
        what=what.strip(),
        staff_member=staff_member,
        due_on=due_on,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    check_may_be_remembered(course)
    check_due(due_on, today=day_of(at))
    check_responsible(team, staff_member, due_on=due_on, today=day_of(at))
    return task.insert()


@action
def hand_on_task(
    *,
    task: Task,
    staff_member: StaffMember,
    due_on: dt.date | None,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Task:
    """Give a task to somebody else, or another day. A day that has gone may stay as it is.

    Refuses what `give_task` does, and a task that is settled. Raises EditConflict.
    """
    check_is_unsettled(task)
    if due_on != task.due_on:
        check_due(due_on, today=day_of(at))
    today = day_of(at)
    check_responsible(task.team, staff_member, due_on=max(due_on or today, today), today=today)
    changes = {"staff_member": staff_member, "due_on": due_on}
    return task.save_changes(changes, version=version)


@action
def settle_task(
    *, task: Task, status: str, note: str = "", version: int, by: Actor, at: dt.datetime
) -> Task:
    """Say that a task is done, or dropped and why. Once. Raises EditConflict."""
    check_undone(task, {"status": status, "settled_note": note.strip()}, by=by)
    check_can_settle_reminder(task, status=status, note=note)
    return task.save_changes(_settled(status, note, by=by, at=at), version=version)


@action
def reopen_task(*, task: Task, version: int, by: Actor, at: dt.datetime) -> Task:
    """Open a task again that was settled by mistake, while the course goes on."""
    check_can_reopen(task)
    check_may_be_remembered(course_to_change(task.course_id) if task.course_id else None)
    return task.save_changes(OPEN_AGAIN, version=version)


@action
def raise_follow_up(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    why: str,
    due_on: dt.date,
    staff_member: StaffMember | None = None,
    rule: str = "",
    suggestion: str = "",
    concerns: str = "",
    by: Actor,
    at: dt.datetime,
) -> FollowUp:
    """Put down that something about the citizen is to be looked at again by a day.

    Without anybody responsible it is the whole team's. About a thing that a follow-up waits for
    already there is not another: that one is the answer. Refuses what `give_task` does.
    """
    held = course_to_change(course.pk)
    if concerns and (waiting := raised_follow_ups(held.pk).filter(concerns=concerns).first()):
        return waiting
    follow_up = FollowUp(
        id=id,
        course=held,
        why=why.strip(),
        due_on=due_on,
        staff_member=staff_member,
        rule=rule,
        suggestion=suggestion.strip(),
        concerns=concerns,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    check_may_be_remembered(held)
    check_due(due_on, today=day_of(at))
    check_responsible(held.team, staff_member, due_on=due_on, today=day_of(at))
    return follow_up.insert()


@action
def settle_follow_up(
    *,
    follow_up: FollowUp,
    status: str,
    note: str = "",
    version: int,
    by: Actor,
    at: dt.datetime,
) -> FollowUp:
    """Say what came of a follow-up, or why it is dropped. Once. Raises EditConflict."""
    check_undone(follow_up, {"status": status, "settled_note": note.strip()}, by=by)
    check_can_settle_reminder(follow_up, status=status, note=note)
    return follow_up.save_changes(_settled(status, note, by=by, at=at), version=version)


@action
def hand_on_follow_up(
    *,
    follow_up: FollowUp,
    staff_member: StaffMember | None,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> FollowUp:
    """Let somebody else see to a follow-up; nobody is the whole team. Its day stays.

    Refuses one that is settled, and somebody who is not in the team. Raises EditConflict.
    """
    check_is_unsettled(follow_up)
    today = day_of(at)
    due_on = max(follow_up.due_on, today)
    check_responsible(follow_up.course.team, staff_member, due_on=due_on, today=today)
    return follow_up.save_changes({"staff_member": staff_member}, version=version)


@action
def reopen_follow_up(*, follow_up: FollowUp, version: int, by: Actor, at: dt.datetime) -> FollowUp:
    """Open a follow-up again that was settled by mistake, while the course goes on.

    What was said then stays in the history. Refuses where another waits about the same thing.
    """
    check_can_reopen(follow_up)
    check_none_waits(follow_up)
    check_may_be_remembered(course_to_change(follow_up.course_id))
    return follow_up.save_changes(OPEN_AGAIN, version=version)


@action
def drop_reminder(*, reminder: Reminder, by: Actor, at: dt.datetime) -> Reminder:
    """Drop a task or a follow-up with its course; that is reason enough. Part of other actions."""
    changes = _settled(ReminderStatus.DROPPED, "", by=by, at=at)
    return reminder.save_changes(changes, version=reminder.version)


def _settled(status: str, note: str, *, by: Actor, at: dt.datetime) -> dict[str, object]:
    return {
        "status": status,
        "settled_at": at,
        "settled_by_id": by.user_id,
        "settled_note": note.strip(),
    }
