import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.plans.choices import (
    AssessmentKind,
    AssessmentStatus,
    GoalStatus,
    Voice,
)
from hjemmebane.domain.plans.models import Assessment, Resource, SubGoal, Wish
from hjemmebane.foundation.clock import day_of

UNDER_WAY = {AssessmentStatus.ORDERED, AssessmentStatus.UNDER_WAY}
SETTLED = {AssessmentStatus.DONE, AssessmentStatus.DECLINED, AssessmentStatus.NOT_RELEVANT}


@dataclass(frozen=True)
class AssessmentState:
    """Where one kind of assessment stands for one course; nothing known until it is written down.

    since: the day it came to stand so, as far as it is known.
    """

    kind: AssessmentKind
    assessment: Assessment | None = None

    @property
    def status(self) -> AssessmentStatus | None:
        return AssessmentStatus(self.assessment.status) if self.assessment else None

    @property
    def is_gap(self) -> bool:
        """Still to be done, or nobody has asked yet."""
        return self.status not in SETTLED

    @property
    def is_missing(self) -> bool:
        """Needed and not ordered, or nobody has asked yet."""
        return self.is_gap and not self.is_under_way

    @property
    def is_under_way(self) -> bool:
        """Ordered or begun."""
        return self.status in UNDER_WAY

    @property
    def is_hindered(self) -> bool:
        """Still to be done, and something stands in the way."""
        return self.is_gap and bool(self.assessment and self.assessment.barrier)

    @property
    def since(self) -> dt.date | None:
        if not self.assessment:
            return None
        days = {
            AssessmentStatus.NEEDED: self.assessment.needed_on,
            AssessmentStatus.ORDERED: self.assessment.ordered_on,
            AssessmentStatus.UNDER_WAY: self.assessment.started_on or self.assessment.ordered_on,
            AssessmentStatus.DONE: self.assessment.done_on,
            AssessmentStatus.DECLINED: self.assessment.declined_on,
        }
        known = days.get(AssessmentStatus(self.assessment.status))
        return known or day_of(self.assessment.recorded_at)


def assessment_gaps(course_ids: Iterable[UUID]) -> dict[UUID, tuple[AssessmentState, ...]]:
    """For each course where each kind of assessment stands, by the newest written down."""
    courses = list(course_ids)
    newest = (
        Assessment.objects.filter(course_id__in=courses)
        .select_related("staff_member")
        .order_by("course_id", "kind", "-recorded_at", "-pk")
        .distinct("course_id", "kind")
    )
    known = {(assessment.course_id, assessment.kind): assessment for assessment in newest}
    return {
        course: tuple(AssessmentState(kind, known.get((course, kind))) for kind in AssessmentKind)
        for course in courses
    }


def open_sub_goals(course_id: UUID) -> QuerySet[SubGoal]:
    """The small steps of a course still to be reached, under goals still open, in order."""
    return (
        SubGoal.objects.filter(
            course_id=course_id, status=GoalStatus.OPEN, goal__status=GoalStatus.OPEN
        )
        .select_related("goal")
        .order_by("goal__position", "goal_id", "position", "pk")
    )


def stated_interests(course_id: UUID) -> list[str]:
    """What a citizen has said they wish for, and what is known to carry them, in the plan's order.

    Two queries.
    """
    wishes = Wish.objects.filter(course_id=course_id, said_by=Voice.CITIZEN)
    resources = Resource.objects.filter(course_id=course_id)
    said = (
        rows.order_by("position", "pk").values_list("text", flat=True)
        for rows in (wishes, resources)
    )
    return [text for texts in said for text in texts]
