import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Count,
    DateTimeField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, JSONObject, TruncDate

from hjemmebane.domain.contacts.calculations import Attempt, InVain, in_vain
from hjemmebane.domain.contacts.choices import ContactKind, Outcome
from hjemmebane.domain.contacts.models import Contact, ContactStaff, ContactSubGoal
from hjemmebane.domain.courses.models import Course
from hjemmebane.foundation.alphabet import alphabetical
from hjemmebane.foundation.clock import COPENHAGEN

# A call to the job centre is work for the citizen, not a meeting with them.
WITH_OTHERS = (ContactKind.NETWORK, ContactKind.PARTNER)
NEVER = InVain()
BEFORE_ALL = dt.datetime(1, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class LastContact:
    """When a citizen was last met, and how often they were tried in vain since.

    A cancelled contact was never tried; one with the network or a partner is not with the citizen.
    """

    last_met_at: dt.datetime | None
    in_vain: InVain = NEVER

    @property
    def attempts_since_met(self) -> int:
        return self.in_vain.times


@dataclass(frozen=True)
class DayOfContacts:
    """How often a citizen was met on a day, and how often tried in vain."""

    on: dt.date
    met: int
    tried: int


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
    """By course, in one query; a course in which the citizen was never tried is left out.

    The attempts are those after the last meeting: older contacts are left unread, because
    row-level security looks at every row.
    """
    tried = _tried().filter(course_id=OuterRef("pk"))
    met = tried.filter(outcome=Outcome.MET).order_by("-started_at").values("started_at")
    staff = ContactStaff.objects.filter(contact_id=OuterRef("pk")).order_by("pk")
    after = tried.exclude(outcome=Outcome.MET).filter(
        started_at__gt=Coalesce(OuterRef("met_at"), Value(BEFORE_ALL, DateTimeField()))
    )
    attempts = after.order_by("-started_at").values(
        said=JSONObject(at="started_at", staff=ArraySubquery(staff.values("staff_member_id")))
    )
    newest = (
        Course.objects.filter(pk__in=list(course_ids))
        .annotate(met_at=Subquery(met[:1]), attempts=ArraySubquery(attempts))
        .values_list("pk", "met_at", "attempts")
    )
    return {
        course: LastContact(met_at, in_vain(map(_attempt, attempts)))
        for course, met_at, attempts in newest
        if met_at or attempts
    }


def _attempt(said: Mapping[str, object]) -> Attempt:
    staff = said["staff"] if isinstance(said["staff"], list) else []
    return Attempt(dt.datetime.fromisoformat(str(said["at"])), frozenset(map(UUID, staff)))


def last_logged_by(user_id: UUID, *, before: dt.datetime) -> dt.datetime | None:
    """When somebody last wrote a contact down before a moment."""
    written = Contact.objects.filter(recorded_by_id=user_id, recorded_at__lt=before)
    return written.order_by("-recorded_at").values_list("recorded_at", flat=True).first()


def times_met(course_id: UUID) -> int:
    """How often the citizen was met."""
    return _tried().filter(course_id=course_id, outcome=Outcome.MET).count()


def contacts_by_day(course_id: UUID, *, from_on: dt.date, until_on: dt.date) -> list[DayOfContacts]:
    """The Danish days, both ends included, on which the citizen was met or tried, oldest first."""
    is_met = Q(outcome=Outcome.MET)
    days = (
        _tried()
        .filter(course_id=course_id)
        .annotate(on=TruncDate("started_at", tzinfo=COPENHAGEN))
        .filter(on__gte=from_on, on__lte=until_on)
        .values("on")
        .annotate(met=Count("pk", filter=is_met), tried=Count("pk", filter=~is_met))
        .order_by("on")
    )
    return [DayOfContacts(one["on"], one["met"], one["tried"]) for one in days]


def _tried() -> QuerySet[Contact]:
    """Contacts with the citizen, and attempts at one."""
    return Contact.objects.exclude(kind__in=WITH_OTHERS).exclude(outcome=Outcome.CANCELLED)
