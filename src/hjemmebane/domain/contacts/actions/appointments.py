import datetime as dt
from uuid import UUID

from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.contacts.rules import (
    check_can_make,
    check_can_reassign,
    check_can_settle,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor


@action
def make_appointment(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    what: str,
    starts_at: dt.datetime,
    ends_at: dt.datetime | None,
    place: str,
    staff_member: StaffMember,
    by: Actor,
    at: dt.datetime,
) -> Appointment:
    """Agree on a time with the citizen.

    Refuses an ended course, a time that has passed, an end before the start, and somebody who is
    not in the team that day.
    """
    check_can_make(
        course_to_change(course.pk),
        starts_at=starts_at,
        ends_at=ends_at,
        staff_member=staff_member,
        now=at,
    )
    appointment = Appointment(
        id=id,
        course=course,
        what=what.strip(),
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        staff_member=staff_member,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return appointment.insert()


@action
def reassign_appointment(
    *,
    appointment: Appointment,
    staff_member: StaffMember,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Appointment:
    """Let a colleague go instead; time, place and what was agreed stay.

    Refuses an ended course, an appointment that is settled or has begun, the one who goes
    already, and somebody who is not in the team that day. Raises EditConflict when somebody else
    saved since `version`.
    """
    check_can_reassign(appointment, staff_member, now=at)
    return appointment.save_changes({"staff_member": staff_member}, version=version)


@action
def settle_appointment(
    *,
    appointment: Appointment,
    status: AppointmentStatus,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Appointment:
    """Say what became of an appointment: kept, cancelled or missed. Once.

    Before its time it can only be cancelled. Raises EditConflict when somebody else saved since
    `version`.
    """
    check_can_settle(appointment, status=status, now=at)
    return appointment.save_changes({"status": status}, version=version)
