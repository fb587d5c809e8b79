import datetime as dt
from collections.abc import Collection, Sequence

from hjemmebane.domain.contacts.calculations import MOST_IN_A_SERIES, danish_moment, series_days
from hjemmebane.domain.contacts.choices import CalendarRefusal
from hjemmebane.domain.contacts.models import Appointment, AppointmentSeries
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import memberships_ever
from hjemmebane.foundation.clock import COPENHAGEN, day_of
from hjemmebane.foundation.decisions import Refused


def check_has_end(series: AppointmentSeries) -> None:
    """A last day or a number of times, and not both."""
    if series.until_on is None and series.times is None:
        raise Refused(CalendarRefusal.WITHOUT_END, field="until_on")
    if series.until_on is not None and series.times is not None:
        raise Refused(CalendarRefusal.TWO_ENDS, field="times")


def check_days(days: Sequence[dt.date], series: AppointmentSeries) -> None:
    """There are some, and not too many."""
    field = "times" if series.until_on is None else "until_on"
    if not days:
        raise Refused(CalendarRefusal.NONE_AT_ALL, field=field)
    if len(days) > MOST_IN_A_SERIES:
        raise Refused(CalendarRefusal.TOO_MANY, field=field)


def check_in_team_throughout(
    course: Course, staff: Collection[StaffMember], days: Sequence[dt.date], *, field: str
) -> None:
    """Everybody named works in the course's team on all the days."""
    periods = list(memberships_ever(course.team_id, [member.pk for member in staff]))
    for member in staff:
        own = [one for one in periods if one.staff_member_id == member.pk]
        for day in days:
            if not any(p.from_on <= day and (not p.until_on or day <= p.until_on) for p in own):
                raise Refused(CalendarRefusal.NOT_IN_TEAM_THROUGHOUT, field=field)


def check_is_repeated(appointment: Appointment) -> None:
    if appointment.series_id is None:
        raise Refused(CalendarRefusal.NOT_REPEATED)


def slots_of(series: AppointmentSeries) -> list[tuple[dt.datetime, dt.datetime | None]]:
    """When the appointments of a series begin and end. Refuses one that cannot be."""
    check_has_end(series)
    first = day_of(series.starts_at)
    days = series_days(series.rhythm, first, until=series.until_on, times=series.times)
    check_days(days, series)
    return [
        (
            days_later(series.starts_at, day - first, field="starts_at"),
            days_later(series.ends_at, day - first, field="ends_at") if series.ends_at else None,
        )
        for day in days
    ]


def days_later(
    moment: dt.datetime, later: dt.timedelta, *, field: str = "starts_at"
) -> dt.datetime:
    """The same Danish time of day some days later. Refuses one that the day does not have."""
    local = moment.astimezone(COPENHAGEN)
    found = danish_moment(local.date() + later, local.time())
    if found is None:
        raise Refused(CalendarRefusal.TIME_MISSING, field=field)
    return found
