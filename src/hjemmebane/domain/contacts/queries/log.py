import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery

from hjemmebane.domain.contacts.choices import ContactKind, Outcome
from hjemmebane.domain.contacts.models import Contact, ContactStaff, ContactSubGoal
from hjemmebane.domain.courses.models import Course
from hjemmebane.foundation.alphabet import alphabetical

# A call to the job centre is work for the citizen, not a meeting with them.
WITH_OTHERS = (ContactKind.NETWORK, ContactKind.PARTNER)


@dataclass(frozen=True)
class LastContact:
    """When a citizen was last met, and how often they were tried in vain since.

    A cancelled contact was never tried; one with the network or a partner is not with the citizen.
    """

    last_met_at: dt.datetime | None
    attempts_since_met: int


def contacts_of(course_id: UUID) -> QuerySet[Contact]:
    """The contacts of a course, the newest first, with who was there and what was worked on."""
    staff = ContactStaff.objects.select_related("staff_member").order_by(
        alphabetical("staff_member__name"), "pk"
    )
    sub_goals = ContactSubGoal.objects.select_related("sub_goal").order_by("pk")
    return (
        Contact.objects.filter(course_id=course_id)
        .select_related("recorded_by")
        .prefetch_related(Prefetch("staff", staff), Prefetch("sub_goals", sub_goals))
        .order_by("-started_at", "-pk")
    )


def last_contacts(course_ids: Iterable[UUID]) -> dict[UUID, LastContact]:
    """By course, in two queries; a course in which the citizen was never tried is left out."""
    tried = _tried().filter(course_id=OuterRef("pk")).order_by("-started_at").values("started_at")
    newest = (
        Course.objects.filter(pk__in=list(course_ids))
        .annotate(
            met_at=Subquery(tried.filter(outcome=Outcome.MET)[:1]), tried_at=Subquery(tried[:1])
        )
        .filter(tried_at__isnull=False)
        .values_list("pk", "met_at", "tried_at")
    )
    days = {course: (met_at, tried_at) for course, met_at, tried_at in newest}
    in_vain = _attempts_after({c: met for c, (met, tried) in days.items() if tried != met})
    return {course: LastContact(met, in_vain.get(course, 0)) for course, (met, _) in days.items()}


def last_logged_by(user_id: UUID, *, before: dt.datetime) -> dt.datetime | None:
    """When somebody last wrote a contact down before a moment."""
    written = Contact.objects.filter(recorded_by_id=user_id, recorded_at__lt=before)
    return written.order_by("-recorded_at").values_list("recorded_at", flat=True).first()


def times_met(course_id: UUID) -> int:
    """How often the citizen was met."""
    return _tried().filter(course_id=course_id, outcome=Outcome.MET).count()


def _tried() -> QuerySet[Contact]:
    """Contacts with the citizen, and attempts at one."""
    return Contact.objects.exclude(kind__in=WITH_OTHERS).exclude(outcome=Outcome.CANCELLED)


def _attempts_after(met: Mapping[UUID, dt.datetime | None]) -> dict[UUID, int]:
    """How many attempts each course has after a moment, or in all.

    Apart from the newest contacts, because row-level security looks at every row that is counted:
    nearly all courses have none, and their old contacts are then left unread.
    """
    after = [
        Q(course_id=course, started_at__gt=met_at) if met_at else Q(course_id=course)
        for course, met_at in met.items()
    ]
    if not after:
        return {}
    attempts = _tried().exclude(outcome=Outcome.MET).filter(reduce(or_, after))
    return dict(attempts.values_list("course_id").annotate(Count("pk")))
