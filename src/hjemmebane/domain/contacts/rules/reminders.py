import datetime as dt

from hjemmebane.domain.contacts.choices import ReminderRefusal, ReminderStatus
from hjemmebane.domain.contacts.models import FollowUp, Reminder
from hjemmebane.domain.contacts.queries import raised_follow_ups
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.rules import check_is_open
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.domain.teams.queries import work_in_team
from hjemmebane.foundation.decisions import Refused


def check_may_be_remembered(course: Course | None) -> None:
    """Nobody is reminded of a course that has ended, or of somebody who has died."""
    if course is None:
        return
    check_is_open(course)
    if course.citizen.died_on:
        raise Refused(ReminderRefusal.CITIZEN_DIED)


def check_due(due_on: dt.date | None, *, today: dt.date) -> None:
    """Not before today."""
    if due_on and due_on < today:
        raise Refused(ReminderRefusal.DUE_PAST, field="due_on")


def check_responsible(
    team: Team, staff_member: StaffMember | None, *, due_on: dt.date | None, today: dt.date
) -> None:
    """Whoever is to do it is in the team on the day it is due, or today when there is no day."""
    if staff_member and not work_in_team(team.pk, [staff_member.pk], due_on or today):
        raise Refused(ReminderRefusal.STAFF_NOT_IN_TEAM, field="staff_member")


def check_is_unsettled(reminder: Reminder) -> None:
    """Settled once."""
    if not reminder.is_open:
        raise Refused(ReminderRefusal.ALREADY_SETTLED)


def check_can_settle_reminder(reminder: Reminder, *, status: str, note: str) -> None:
    """Once, as done or dropped; what is dropped says why."""
    check_is_unsettled(reminder)
    if status == ReminderStatus.OPEN:
        raise Refused(ReminderRefusal.STILL_OPEN, field="status")
    if status == ReminderStatus.DROPPED and not note.strip():
        raise Refused(ReminderRefusal.WHY_MISSING, field="note")


def check_can_reopen(reminder: Reminder) -> None:
    """Only what is settled can be opened again."""
    if reminder.is_open:
        raise Refused(ReminderRefusal.NOT_SETTLED)


def check_none_waits(follow_up: FollowUp) -> None:
    """About one thing one follow-up waits."""
    about = raised_follow_ups(follow_up.course_id).filter(concerns=follow_up.concerns)
    if follow_up.concerns and about.exists():
        raise Refused(ReminderRefusal.WAITS_ALREADY)
