import datetime as dt

from hjemmebane.domain.contacts.choices import AppointmentStatus, ContactRefusal
from hjemmebane.domain.contacts.models import Appointment, AppointmentMove
from hjemmebane.domain.contacts.rules.log import check_in_team
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.rules import check_is_open
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused


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


def check_is_told(actor: Actor, move: AppointmentMove) -> None:
    """Only the two whom a move is about have it to see."""
    if actor.user_id not in {move.giver.user_id, move.taker.user_id}:
        raise Refused(ContactRefusal.NOT_TOLD)
