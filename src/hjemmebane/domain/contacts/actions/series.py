import datetime as dt
from uuid import UUID

from hjemmebane.domain.contacts.actions.changing import AppointmentDetails
from hjemmebane.domain.contacts.actions.companions import bring_along
from hjemmebane.domain.contacts.choices import Rhythm
from hjemmebane.domain.contacts.models import Appointment, AppointmentSeries
from hjemmebane.domain.contacts.rules import (
    check_can_make,
    check_in_team_throughout,
    slots_of,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.ids import new_id


@action
def make_series(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    details: AppointmentDetails,
    rhythm: Rhythm,
    until_on: dt.date | None = None,
    times: int | None = None,
    by: Actor,
    at: dt.datetime,
) -> AppointmentSeries:
    """Agree on the same thing again and again, and make all of its appointments.

    The details are those of the first. Danish time holds: ten o'clock is ten o'clock in summer and
    winter. Public holidays are days like others. Refuses what `make_appointment` does, a series
    without an end or of more than sixty, and a time that one of the days does not have.
    """
    series = AppointmentSeries(
        id=id,
        course=course,
        **details.values,
        rhythm=rhythm,
        until_on=until_on,
        times=times,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    course = course_to_change(course.pk)
    series.check_unsent()
    slots = slots_of(series)
    check_can_make(course, series, details.companions, now=at)
    days = [day_of(starts_at) for starts_at, _ in slots]
    check_in_team_throughout(course, [details.staff_member], days, field="staff_member")
    check_in_team_throughout(course, details.companions, days, field="companions")
    series.insert()
    for starts_at, ends_at in slots:
        appointment = Appointment(
            id=new_id(),
            course=course,
            **{**details.values, "starts_at": starts_at, "ends_at": ends_at},
            series=series,
            recorded_by_id=by.user_id,
            recorded_at=at,
        ).insert()
        if details.companions:
            bring_along(appointment=appointment, staff=details.companions, by=by, at=at)
    return series
