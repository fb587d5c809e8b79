"""Who answers for a citizen's light on a day, and whose light is to be seen again."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from hjemmebane.domain.contacts.models import TrafficLightAgreement, TrafficLightObservation
from hjemmebane.domain.courses.choices import CourseStatus
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import primary_contacts_now
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import absences_between, members_of
from hjemmebane.foundation.clock import day_of


@dataclass(frozen=True)
class DueLight:
    """A light that should have been seen by a day."""

    course: Course
    due_on: dt.date
    seen_on: dt.date | None


def responsible_for(courses: Iterable[Course], day: dt.date) -> dict[UUID, StaffMember]:
    """Who sees to each course on a day: the primary contact, or else the coordinator.

    Only somebody who works in the team and is not away; a course that has nobody is left out.
    Three queries.
    """
    asked = list(courses)
    primary = primary_contacts_now(course.pk for course in asked)
    members = list(members_of({course.team_id for course in asked}, day))
    away = set(
        absences_between({one.staff_member_id for one in members}, day, day)
        .filter(hours_per_week__isnull=True)
        .values_list("staff_member_id", flat=True)
    )
    there = [one for one in members if one.staff_member_id not in away]
    found: dict[UUID, StaffMember] = {}
    for course in asked:
        closest = primary.get(course.pk)
        own = [one for one in there if one.team_id == course.team_id]
        chosen = [
            *(one for one in own if closest and one.staff_member_id == closest.staff_member_id),
            *(one for one in own if CoreFunction.COORDINATION in one.core_functions),
        ]
        if chosen:
            found[course.pk] = chosen[0].staff_member
    return found


def lights_due_for(
    staff: StaffMember, team_ids: Iterable[UUID], *, day: dt.date
) -> Sequence[DueLight]:
    """The lights that somebody is to see again by a day, as their agreements say; the oldest first.

    Nobody is asked to see somebody whose course rests or who has died. At most four queries.
    """
    due = [one for one in map(_due, _agreed(team_ids)) if one.due_on <= day]
    if not due:
        return []
    whose = responsible_for((one.course for one in due), day)
    mine = [one for one in due if one.course.pk in whose and whose[one.course.pk] == staff]
    return sorted(mine, key=lambda one: (one.due_on, str(one.course.pk)))


def _agreed(team_ids: Iterable[UUID]) -> QuerySet[TrafficLightAgreement]:
    """The agreements that hold in the courses that are going on, each with when it was seen."""
    newest = TrafficLightAgreement.objects.filter(course_id=OuterRef("course_id"))
    seen = TrafficLightObservation.objects.filter(
        course_id=OuterRef("course_id"), replaced_by__isnull=True
    ).order_by()
    return (
        TrafficLightAgreement.objects.filter(
            Q(pk=Subquery(newest.order_by("-recorded_at", "-pk").values("pk")[:1])),
            ended_on__isnull=True,
            course__team_id__in=list(team_ids),
            course__status=CourseStatus.ACTIVE,
            course__citizen__died_on__isnull=True,
        )
        .annotate(
            seen_at=Subquery(
                seen.values("course_id").annotate(last=Max("observed_at")).values("last")
            )
        )
        .select_related("course__citizen", "course__team")
    )


def _due(agreement: TrafficLightAgreement) -> DueLight:
    """Counted from when it was seen, or from the agreement while nobody has."""
    seen_at: dt.datetime | None = getattr(agreement, "seen_at", None)
    seen_on = day_of(seen_at) if seen_at else None
    since = max(filter(None, (seen_on, agreement.made_on)))
    return DueLight(agreement.course, since + dt.timedelta(days=agreement.every_days), seen_on)
