import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import Appointment, AppointmentNotice
from hjemmebane.domain.contacts.queries.appointments import is_for, with_companions


def appointments_between(first: dt.datetime, until: dt.datetime) -> QuerySet[Appointment]:
    """The appointments that begin in a period, with who comes, in the order of time.

    What is cancelled is left out. Two queries.
    """
    rows = Appointment.objects.filter(starts_at__gte=first, starts_at__lt=until)
    shown = rows.exclude(status=AppointmentStatus.CANCELLED)
    return with_companions(
        shown.select_related("course__citizen", "staff_member").order_by("starts_at", "pk")
    )


def calendar_of_staff(
    staff: Iterable[UUID], *, first: dt.datetime, until: dt.datetime
) -> QuerySet[Appointment]:
    """Whom some of the staff meet in a period, two and two as well."""
    return appointments_between(first, until).filter(is_for(staff))


def calendar_of_team(
    team_id: UUID, *, first: dt.datetime, until: dt.datetime
) -> QuerySet[Appointment]:
    """What a team has agreed with its citizens in a period."""
    return appointments_between(first, until).filter(course__team_id=team_id)


def calendar_of_course(
    course_id: UUID, *, first: dt.datetime, until: dt.datetime
) -> QuerySet[Appointment]:
    """What is agreed with a citizen in a period."""
    return appointments_between(first, until).filter(course_id=course_id)


def rest_of_series(appointment: Appointment) -> QuerySet[Appointment]:
    """The appointment and those of its series that come after it and still stand, with who comes,
    held until the transaction ends.
    """
    rows = Appointment.objects.filter(
        series_id=appointment.series_id,
        status=AppointmentStatus.PLANNED,
        starts_at__gte=appointment.starts_at,
    )
    held = rows.select_related("course__citizen", "staff_member").select_for_update(
        of=("self",), no_key=True
    )
    return with_companions(held.order_by("starts_at", "pk"))


def coming_of_series(appointment: Appointment) -> QuerySet[Appointment]:
    """Those of its series that come after an appointment and still stand."""
    return Appointment.objects.filter(
        series_id=appointment.series_id,
        status=AppointmentStatus.PLANNED,
        starts_at__gt=appointment.starts_at,
    ).order_by("starts_at", "pk")


def visible_notices() -> QuerySet[AppointmentNotice]:
    """What the acting person's teams were told of their appointments."""
    return AppointmentNotice.objects.select_related("staff_member")


def notices_for(staff_id: UUID, *, since: dt.datetime) -> QuerySet[AppointmentNotice]:
    """What somebody has not seen, of appointments that were or are to come since a moment."""
    return (
        visible_notices()
        .filter(
            staff_member_id=staff_id,
            seen_at__isnull=True,
            appointment__starts_at__gte=since,
            course__citizen__died_on__isnull=True,
        )
        .select_related("appointment__staff_member", "course__citizen", "recorded_by")
        .order_by("recorded_at", "pk")
    )


def notice_to_change(notice_id: UUID) -> AppointmentNotice:
    """A notice, held until the transaction ends.

    Raises AppointmentNotice.DoesNotExist when it is not visible.
    """
    return visible_notices().select_for_update(of=("self",), no_key=True).get(pk=notice_id)
