"""What each citizen was promised and got, and who of the team they know."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Max, Q, Sum

from hjemmebane.domain.contacts.choices import Outcome
from hjemmebane.domain.contacts.models import Contact, ContactStaff
from hjemmebane.domain.contacts.queries import WITH_OTHERS
from hjemmebane.domain.courses.models import Course, Hold, IntensityAgreement
from hjemmebane.domain.workload.calculations.caseload import Caseload
from hjemmebane.domain.workload.calculations.hours import DAY
from hjemmebane.domain.workload.calculations.intensity import (
    Agreed,
    Given,
    Intensity,
    Span,
    intensity,
    window,
)
from hjemmebane.domain.workload.queries.time import start_of
from hjemmebane.domain.workload.queries.week import TeamWeek
from hjemmebane.foundation.clock import day_of

# Who has not met a citizen for half a year is no longer somebody they know.
KNOWN_FOR = dt.timedelta(weeks=26)


@dataclass(frozen=True)
class CitizenNeed:
    """A course, what was agreed and given lately, and by staff member when they last met."""

    course: Course
    intensity: Intensity
    known: dict[UUID, dt.datetime]


def caseload_of(courses: Sequence[Course], week: TeamWeek) -> Caseload:
    """The open courses by weight, against the executing hours of today and the ceiling."""
    return Caseload(
        citizens=len(courses),
        weight=sum((course.caseload_weight for course in courses), Decimal(0)),
        executing_hours=week.executing_hours,
        ceiling=week.team.max_caseload,
    )


def needs_of(courses: Sequence[Course], *, at: dt.datetime) -> list[CitizenNeed]:
    """Each course's need, in the order of the courses. Four queries, whatever their number."""
    ids, today = [course.pk for course in courses], day_of(at)
    agreed, holds = _agreements(ids, today), _holds(ids, today)
    given, known = _given(ids, today), who_knows(ids, at=at)
    return [
        CitizenNeed(
            course=course,
            intensity=intensity(
                agreed[course.pk],
                holds[course.pk],
                given.get(course.pk, Given()),
                today=today,
            ),
            known=known.get(course.pk, {}),
        )
        for course in courses
    ]


def who_knows(
    course_ids: Iterable[UUID], *, at: dt.datetime
) -> dict[UUID, dict[UUID, dt.datetime]]:
    """By course and staff member: when they last met the citizen, within half a year."""
    met = (
        ContactStaff.objects.filter(
            course_id__in=list(course_ids),
            contact__outcome=Outcome.MET,
            contact__started_at__gte=at - KNOWN_FOR,
        )
        .exclude(contact__kind__in=WITH_OTHERS)
        .values_list("course_id", "staff_member_id")
        .annotate(Max("contact__started_at"))
    )
    known: dict[UUID, dict[UUID, dt.datetime]] = defaultdict(dict)
    for course, who, last in met:
        known[course][who] = last
    return known


def _touching(first: dt.date) -> Q:
    return Q(until_on__isnull=True) | Q(until_on__gt=first)


def _agreements(ids: Sequence[UUID], today: dt.date) -> dict[UUID, list[Agreed]]:
    first, _ = window(today)
    found: dict[UUID, list[Agreed]] = defaultdict(list)
    for one in IntensityAgreement.objects.filter(_touching(first), course_id__in=ids):
        agreed = Agreed(one.from_on, one.until_on, one.contacts_per_week, one.minutes_per_week)
        found[one.course_id].append(agreed)
    return found


def _holds(ids: Sequence[UUID], today: dt.date) -> dict[UUID, list[Span]]:
    first, _ = window(today)
    found: dict[UUID, list[Span]] = defaultdict(list)
    for one in Hold.objects.filter(_touching(first), course_id__in=ids):
        found[one.course_id].append(Span(one.from_on, one.until_on))
    return found


def _given(ids: Sequence[UUID], today: dt.date) -> dict[UUID, Given]:
    """Meetings with the citizen, their minutes, and attempts in vain, by course."""
    first, last = window(today)
    met = Q(outcome=Outcome.MET)
    tried = (
        Contact.objects.filter(
            course_id__in=ids,
            started_at__gte=start_of(first),
            started_at__lt=start_of(last + DAY),
        )
        .exclude(kind__in=WITH_OTHERS)
        .exclude(outcome=Outcome.CANCELLED)
        .values_list("course_id")
        .annotate(
            contacts=Count("pk", filter=met),
            minutes=Sum("direct_minutes", filter=met),
            attempts=Count("pk", filter=~met),
        )
    )
    return {
        course: Given(contacts, minutes or 0, attempts)
        for course, contacts, minutes, attempts in tried
    }
