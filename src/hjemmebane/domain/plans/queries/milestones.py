"""What other pages tell of a course's plan without reading all of it."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from hjemmebane.domain.plans.choices import GoalStatus, Voice
from hjemmebane.domain.plans.models import Goal, PlanVersion, SubGoal, Wish


def wishes_of(course_id: UUID) -> QuerySet[Wish]:
    """The wishes in the plan of a course, in order."""
    return Wish.objects.filter(course_id=course_id).order_by("position", "pk")


def first_wishes(course_ids: Iterable[UUID]) -> dict[UUID, Wish]:
    """What each citizen wants before all else, by course, in one query; nobody else's wish."""
    said = Wish.objects.filter(course_id__in=list(course_ids), said_by=Voice.CITIZEN)
    first = said.order_by("course_id", "position", "pk").distinct("course_id")
    return {wish.course_id: wish for wish in first}


def goals_under_way(course_id: UUID) -> QuerySet[Goal]:
    """The goals of a course still worked on, in order, with their small steps; two queries."""
    steps = SubGoal.objects.order_by("position", "pk")
    return (
        Goal.objects.filter(course_id=course_id, status=GoalStatus.OPEN)
        .select_related("staff_member", "partner_person__organisation", "network_person")
        .prefetch_related(Prefetch("sub_goals", steps))
        .order_by("position", "pk")
    )


def goals_of(course_id: UUID) -> QuerySet[Goal]:
    """Every goal of a course, settled or not, in order."""
    return Goal.objects.filter(course_id=course_id).order_by("position", "pk")


def goals_around(citizen_id: UUID) -> QuerySet[Goal]:
    """Every goal of a citizen in all courses we see, in order."""
    rows = Goal.objects.filter(course__citizen_id=citizen_id)
    return rows.order_by("course_id", "position", "pk")


def goals_reached(course_id: UUID) -> QuerySet[Goal]:
    """The goals of a course that were reached, the latest first."""
    return Goal.objects.filter(course_id=course_id, status=GoalStatus.REACHED).order_by(
        "-settled_on", "-pk"
    )


def sub_goals_reached(course_id: UUID) -> QuerySet[SubGoal]:
    """The small steps of a course that were reached, the latest first."""
    return SubGoal.objects.filter(course_id=course_id, status=GoalStatus.REACHED).order_by(
        "-settled_on", "-pk"
    )


def versions_of(course_id: UUID) -> QuerySet[PlanVersion]:
    """The kept versions of a course's plan without their content, the latest first."""
    return (
        PlanVersion.objects.filter(course_id=course_id)
        .select_related("recorded_by")
        .defer("snapshot")
        .order_by("-number")
    )
