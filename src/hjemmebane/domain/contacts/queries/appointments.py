import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import Appointment


def appointments_of(course_id: UUID) -> QuerySet[Appointment]:
    """The appointments of a course, the latest first."""
    return (
        Appointment.objects.filter(course_id=course_id)
        .select_related("staff_member")
        .order_by("-starts_at", "-pk")
    )


def next_appointments(course_ids: Iterable[UUID], after: dt.datetime) -> dict[UUID, Appointment]:
    """The first appointment from a moment on that still stands, by course, in one query."""
    coming = (
        Appointment.objects.filter(
            course_id__in=list(course_ids),
            status=AppointmentStatus.PLANNED,
            starts_at__gte=after,
        )
        .order_by("course_id", "starts_at", "pk")
        .distinct("course_id")
        .select_related("staff_member")
    )
    return {appointment.course_id: appointment for appointment in coming}


def appointments_for(
    staff_id: UUID, *, unsettled_since: dt.datetime, day: dt.datetime, until: dt.datetime
) -> QuerySet[Appointment]:
    """Whom somebody meets from the moment `day` begins, and whom they met and have not settled.

    In the order of time. What is cancelled is left out, and so is who has died.
    """
    standing = Q(status=AppointmentStatus.PLANNED) | Q(starts_at__gte=day)
    return (
        Appointment.objects.filter(
            standing,
            staff_member_id=staff_id,
            starts_at__gte=unsettled_since,
            starts_at__lt=until,
            course__citizen__died_on__isnull=True,
        )
        .exclude(status=AppointmentStatus.CANCELLED)
        .select_related("course__citizen")
        .order_by("starts_at", "pk")
    )


def planned_to_change(course_id: UUID) -> QuerySet[Appointment]:
    """The appointments of a course that still stand, held until the transaction ends."""
    planned = Appointment.objects.filter(course_id=course_id, status=AppointmentStatus.PLANNED)
    return planned.order_by("pk").select_for_update(no_key=True)
