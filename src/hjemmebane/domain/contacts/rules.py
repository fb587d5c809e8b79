import datetime as dt
from collections.abc import Collection
from uuid import UUID

from hjemmebane.domain.contacts.choices import AppointmentStatus, ContactRefusal
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.rules import check_is_open
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import work_in_team
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused


def check_contact(
    course: Course,
    *,
    started_at: dt.datetime,
    staff: Collection[StaffMember],
    sub_goals: Collection[UUID],
    now: dt.datetime,
) -> None:
    """It has happened, in the course, by people of the team, about sub-goals of the citizen's."""
    if started_at > now:
        raise Refused(ContactRefusal.FUTURE, field="started_at")
    if day_of(started_at) < course.started_on:
        raise Refused(ContactRefusal.BEFORE_COURSE, field="started_at")
    if not staff:
        raise Refused(ContactRefusal.STAFF_MISSING, field="staff")
    check_in_team(course, staff, day=day_of(started_at), field="staff")
    own = SubGoal.objects.filter(course_id=course.pk, pk__in=sub_goals)
    if sub_goals and own.count() != len(sub_goals):
        raise Refused(ContactRefusal.FOREIGN_SUB_GOAL, field="sub_goals")


def check_in_team(
    course: Course, staff: Collection[StaffMember], *, day: dt.date, field: str
) -> None:
    """Everybody named works in the course's team that day."""
    if not work_in_team(course.team_id, [member.pk for member in staff], day):
        raise Refused(ContactRefusal.STAFF_NOT_IN_TEAM, field=field)


def check_can_make(
    course: Course,
    *,
    starts_at: dt.datetime,
    ends_at: dt.datetime | None,
    staff_member: StaffMember,
    now: dt.datetime,
) -> None:
    """An appointment is to come, ends after it starts, and is with somebody in the team."""
    check_is_open(course)
    if starts_at <= now:
        raise Refused(ContactRefusal.APPOINTMENT_PAST, field="starts_at")
    if ends_at and ends_at <= starts_at:
        raise Refused(ContactRefusal.ENDS_BEFORE_START, field="ends_at")
    check_in_team(course, [staff_member], day=day_of(starts_at), field="staff_member")


def check_can_settle(appointment: Appointment, *, status: str, now: dt.datetime) -> None:
    """Once, and not before its time, except that it may be cancelled at any time."""
    if appointment.status != AppointmentStatus.PLANNED:
        raise Refused(ContactRefusal.APPOINTMENT_SETTLED)
    if status == AppointmentStatus.PLANNED:
        raise Refused(ContactRefusal.STILL_PLANNED, field="status")
    if status != AppointmentStatus.CANCELLED and appointment.starts_at > now:
        raise Refused(ContactRefusal.APPOINTMENT_TO_COME, field="status")


def check_can_reassign(
    appointment: Appointment, staff_member: StaffMember, *, now: dt.datetime
) -> None:
    """Somebody else of the team of that day comes, while the appointment stands and is to come."""
    check_is_open(appointment.course)
    if appointment.status != AppointmentStatus.PLANNED:
        raise Refused(ContactRefusal.APPOINTMENT_SETTLED)
    if appointment.starts_at <= now:
        raise Refused(ContactRefusal.APPOINTMENT_BEGUN)
    if appointment.staff_member_id == staff_member.pk:
        raise Refused(ContactRefusal.ALREADY_THEIRS, field="staff_member")
    check_in_team(
        appointment.course,
        [staff_member],
        day=day_of(appointment.starts_at),
        field="staff_member",
    )
