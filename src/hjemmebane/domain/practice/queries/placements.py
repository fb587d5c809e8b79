from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.practice.models import Placement


def placements_now(course_ids: Iterable[UUID]) -> dict[UUID, Placement]:
    """Where each course is now: its newest placement, in one query."""
    newest = (
        Placement.objects.filter(course_id__in=list(course_ids))
        .order_by("course_id", "-from_on", "-recorded_at", "-pk")
        .distinct("course_id")
    )
    return {placement.course_id: placement for placement in newest}


def placements_of(course_id: UUID) -> QuerySet[Placement]:
    """Every placement of a course, the newest first."""
    return (
        Placement.objects.filter(course_id=course_id)
        .select_related("recorded_by")
        .order_by("-from_on", "-recorded_at", "-pk")
    )
