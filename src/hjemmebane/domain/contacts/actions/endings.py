import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from hjemmebane.domain.contacts.actions.reminders import drop_reminder
from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.contacts.queries import (
    open_follow_ups_to_change,
    open_tasks_to_change,
    planned_to_change,
)
from hjemmebane.domain.courses.actions import end_course, record_death
from hjemmebane.domain.courses.models import Course
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor


@action
def end_course_and_reminders(
    *, course: Course, ended_on: dt.date, version: int, by: Actor, at: dt.datetime
) -> Course:
    """End a course: cancel what was agreed for the days after it, and drop what was to be done.

    Appointments that have been may still be settled. Refuses and raises what `end_course` does.
    """
    ended = end_course(course=course, ended_on=ended_on, version=version, by=by, at=at)
    _cancel(planned_to_change(course.pk).filter(starts_at__gt=at))
    _drop_all(course, by=by, at=at)
    return ended


@action
def record_death_and_reminders(
    *,
    id: UUID,  # noqa: A002 -- the key of the ending
    course: Course,
    died_on: dt.date,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Course:
    """Write down that the citizen has died. No appointment stands, and nobody is reminded of any,
    nor of a task or a follow-up.

    Refuses and raises what `record_death` does.
    """
    ended = record_death(id=id, course=course, died_on=died_on, version=version, by=by, at=at)
    _cancel(planned_to_change(course.pk))
    _drop_all(course, by=by, at=at)
    return ended


def _cancel(appointments: Iterable[Appointment]) -> None:
    for appointment in appointments:
        changes = {"status": AppointmentStatus.CANCELLED}
        appointment.save_changes(changes, version=appointment.version)


def _drop_all(course: Course, *, by: Actor, at: dt.datetime) -> None:
    for task in open_tasks_to_change(course.pk):
        drop_reminder(reminder=task, by=by, at=at)
    for follow_up in open_follow_ups_to_change(course.pk):
        drop_reminder(reminder=follow_up, by=by, at=at)
