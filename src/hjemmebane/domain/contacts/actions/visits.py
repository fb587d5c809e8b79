"""Arriving at a citizen, going again, and what the contact that comes of it settles."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.contacts.actions.companions import drop_tellings
from hjemmebane.domain.contacts.choices import AppointmentStatus, Outcome, VisitRefusal
from hjemmebane.domain.contacts.models import Appointment, Contact, VisitStart
from hjemmebane.domain.contacts.queries import (
    appointment_to_change,
    open_start_to_change,
    start_to_change,
)
from hjemmebane.domain.contacts.rules import (
    check_can_begin,
    check_comes_of,
    check_is_ones_own,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.database import take_turns
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import AlreadySaved

SETTLED_BY = {
    Outcome.MET: AppointmentStatus.KEPT,
    Outcome.NOT_MET: AppointmentStatus.MISSED,
    Outcome.NETWORK: AppointmentStatus.MISSED,
    Outcome.DECLINED: AppointmentStatus.CANCELLED,
    Outcome.CANCELLED: AppointmentStatus.CANCELLED,
}


@action
def begin_visit(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    staff_member: StaffMember,
    by: Actor,
    at: dt.datetime,
) -> VisitStart:
    """Say that one has arrived. One is at one citizen at a time.

    Refuses an ended course, somebody else's arrival, who is not in the team today, and who has not
    said that they went from somewhere else. AlreadySaved when they have said it already.
    """
    check_can_begin(course, staff_member, by=by, now=at)
    take_turns(f"contacts.begin_visit {staff_member.pk}")
    there = open_start_to_change(staff_member.pk)
    if there and there.course_id == course.pk and not there.left_at:
        raise AlreadySaved(there)
    if there and there.course.is_open:
        raise Refused(VisitRefusal.ELSEWHERE)
    if there:  # it can no longer become a contact
        there.save_changes({"closed_at": at}, version=there.version)
    return VisitStart(
        id=id,
        course=course,
        staff_member=staff_member,
        started_at=at.replace(second=0, microsecond=0),
        recorded_by_id=by.user_id,
        recorded_at=at,
    ).insert()


@action
def leave_visit(*, visit: VisitStart, by: Actor, at: dt.datetime) -> VisitStart:
    """Say that one goes again: from now on the visit has its minutes. The first time counts.

    Refuses somebody else's, and one that has become a contact or was let go.
    """
    check_is_ones_own(by, visit)
    visit = start_to_change(visit.pk)
    if visit.closed_at:
        raise Refused(VisitRefusal.CLOSED)
    if visit.left_at:
        return visit
    return visit.save_changes({"left_at": at}, version=visit.version)


@action
def drop_visit(*, visit: VisitStart, by: Actor, at: dt.datetime) -> VisitStart:
    """Let an arrival go that is to be no contact. Refuses somebody else's."""
    check_is_ones_own(by, visit)
    visit = start_to_change(visit.pk)
    if visit.closed_at:
        return visit
    return visit.save_changes({"closed_at": at}, version=visit.version)


@action
def close_visit(*, visit: VisitStart, course: Course, by: Actor, at: dt.datetime) -> None:
    """The visit has become a contact. One that was closed in between stays as it is."""
    check_is_ones_own(by, visit)
    visit = start_to_change(visit.pk)
    if visit.course_id == course.pk and not visit.closed_at:
        visit.save_changes({"closed_at": at}, version=visit.version)


@action
def settle_by_contact(
    *,
    contact: Contact,
    appointment: Appointment,
    over_at: dt.datetime,
    by: Actor,
    at: dt.datetime,
) -> None:
    """Let the outcome say what became of the appointment. Refuses one that it cannot come of."""
    course_to_change(contact.course_id)  # before what is in it, as everybody takes them
    stored = appointment_to_change(appointment.pk)
    status = SETTLED_BY[Outcome(contact.outcome)]
    check_comes_of(contact, stored, over_at=over_at, status=status)
    if stored.status != status:
        drop_tellings(appointment=stored, by=by, at=at)
        stored.save_changes({"status": status}, version=stored.version)


@action
def follow_outcome(*, contact: Contact, before: str, by: Actor, at: dt.datetime) -> None:
    """A corrected outcome corrects what it settled, unless somebody settled it otherwise since."""
    was, becomes = SETTLED_BY[Outcome(before)], SETTLED_BY[Outcome(contact.outcome)]
    if contact.appointment_id is None or was == becomes:
        return
    course_to_change(contact.course_id)
    appointment = appointment_to_change(contact.appointment_id)
    if appointment.status == was:
        appointment.save_changes({"status": becomes}, version=appointment.version)
