import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from hjemmebane.domain.contacts.choices import AppointmentStatus, ContactKind, Outcome
from hjemmebane.domain.contacts.models import Appointment, Contact, ContactStaff, ContactSubGoal
from hjemmebane.domain.courses.models import Course

# A call to the job centre is work for the citizen, not a meeting with them.
WITH_OTHERS = (ContactKind.NETWORK, ContactKind.PARTNER)
BEFORE_ALL = Value(dt.datetime(1900, 1, 1, tzinfo=dt.UTC))


@dataclass(frozen=True)
class LastContact:
    """When a citizen was last met and last tried, and how often in vain since they were met.

    A cancelled contact was never tried; one with the network or a partner is not with the citizen.
    """

    last_met_at: dt.datetime | None
    last_tried_at: dt.datetime
    attempts_since_met: int


def contacts_of(course_id: UUID) -> QuerySet[Contact]:
    """The contacts of a course, the newest first, with who was there and what was worked on."""
    staff = ContactStaff.objects.select_related("staff_member").order_by("staff_member__name", "pk")
    sub_goals = ContactSubGoal.objects.select_related("sub_goal").order_by("pk")
    return (
        Contact.objects.filter(course_id=course_id)
        .select_related("recorded_by")
        .prefetch_related(Prefetch("staff", staff), Prefetch("sub_goals", sub_goals))
        .order_by("-started_at", "-pk")
    )


def last_contacts(course_ids: Iterable[UUID]) -> dict[UUID, LastContact]:
    """By course, in one query; a course in which the citizen was never tried is left out."""
    tried = (
        Contact.objects.filter(course_id=OuterRef("pk"))
        .exclude(kind__in=WITH_OTHERS)
        .exclude(outcome=Outcome.CANCELLED)
    )
    met = tried.filter(outcome=Outcome.MET)
    in_vain = tried.exclude(outcome=Outcome.MET).filter(
        started_at__gt=Coalesce(OuterRef("met_at"), BEFORE_ALL)
    )
    rows = (
        Course.objects.filter(pk__in=list(course_ids))
        .annotate(
            met_at=Subquery(met.order_by("-started_at").values("started_at")[:1]),
            tried_at=Subquery(tried.order_by("-started_at").values("started_at")[:1]),
        )
        .annotate(
            in_vain=Subquery(
                in_vain.values("course_id").annotate(times=Count("pk")).values("times")
            )
        )
        .filter(tried_at__isnull=False)
        .values_list("pk", "met_at", "tried_at", "in_vain")
    )
    return {pk: LastContact(met_at, tried_at, times or 0) for pk, met_at, tried_at, times in rows}


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
