import datetime as dt
from collections.abc import Collection

from hjemmebane.domain.contacts.calculations import LONGEST_APPOINTMENT
from hjemmebane.domain.contacts.choices import (
    AppointmentStatus,
    CalendarRefusal,
    ContactRefusal,
)
from hjemmebane.domain.contacts.models import (
    Agreed,
    Appointment,
    AppointmentMove,
    AppointmentNotice,
)
from hjemmebane.domain.contacts.rules.log import check_in_team
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.rules import check_is_open
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import work_in_team
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused


def check_can_make(
    course: Course, agreed: Agreed, companions: Collection[StaffMember], *, now: dt.datetime
) -> None:
    """An appointment is to come, lasts some of a day, and is with people who are in the team."""
    if course.citizen.died_on:
        raise Refused(CalendarRefusal.CITIZEN_DIED)
    check_is_open(course)
    check_time(agreed, now=now)
    day = day_of(agreed.starts_at)
    check_in_team(course, [agreed.staff_member], day=day, field="staff_member")
    if agreed.staff_member in companions:
        raise Refused(CalendarRefusal.COMPANION_COMES_ALREADY, field="companions")
    if not work_in_team(course.team_id, [one.pk for one in companions], day):
        raise Refused(CalendarRefusal.COMPANION_NOT_IN_TEAM, field="companions")


def check_time(agreed: Agreed, *, now: dt.datetime) -> None:
    """It is to come, ends after it starts, and within a day and a night."""
    if agreed.starts_at <= now:
        raise Refused(ContactRefusal.APPOINTMENT_PAST, field="starts_at")
    if agreed.ends_at and agreed.ends_at <= agreed.starts_at:
        raise Refused(ContactRefusal.ENDS_BEFORE_START, field="ends_at")
    if agreed.ends_at and agreed.ends_at - agreed.starts_at > LONGEST_APPOINTMENT:
        raise Refused(CalendarRefusal.TOO_LONG, field="ends_at")


def check_can_change(appointment: Appointment, *, now: dt.datetime) -> None:
    """It stands, and has not begun."""
    if appointment.status != AppointmentStatus.PLANNED:
        raise Refused(ContactRefusal.APPOINTMENT_SETTLED)
    if appointment.starts_at <= now:
        raise Refused(CalendarRefusal.BEGUN)


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


def check_is_told(actor: Actor, move: AppointmentMove) -> None:
    """Only the two whom a move is about have it to see."""
    if actor.user_id not in {move.giver.user_id, move.taker.user_id}:
        raise Refused(ContactRefusal.NOT_TOLD)


def check_has_notice(actor: Actor, notice: AppointmentNotice) -> None:
    """Only the one whom a notice is for has it to see."""
    if actor.user_id != notice.staff_member.user_id:
        raise Refused(CalendarRefusal.NOT_TOLD)
