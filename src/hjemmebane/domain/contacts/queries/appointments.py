import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

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


def planned_to_change(course_id: UUID) -> QuerySet[Appointment]:
    """The appointments of a course that still stand, held until the transaction ends."""
    planned = Appointment.objects.filter(course_id=course_id, status=AppointmentStatus.PLANNED)
    return planned.order_by("pk").select_for_update(no_key=True)
