"""Questions about plans: the plan itself, what stands open, and its kept versions."""

from hjemmebane.domain.plans.queries.around import (
    AssessmentState,
    assessment_gaps,
    open_sub_goals,
    stated_interests,
)
from hjemmebane.domain.plans.queries.milestones import (
    first_wishes,
    goals_around,
    goals_reached,
    sub_goals_reached,
    versions_of,
    wishes_of,
)
from hjemmebane.domain.plans.queries.overlaps import AskedQuestion, overlaps_of, with_answers
from hjemmebane.domain.plans.queries.plan import (
    item_of,
    method_of,
    next_position,
    plan_of,
    plan_of_course_to_change,
    plan_to_change,
    siblings_of,
)
from hjemmebane.domain.plans.queries.snapshots import snapshot_of
from hjemmebane.domain.plans.queries.versions import (
    compare_versions,
    newest_version,
    version_of,
)
from hjemmebane.domain.plans.queries.whole import GoalView, WholePlan, whole_plan

__all__ = [
    "AskedQuestion",
    "AssessmentState",
    "GoalView",
    "WholePlan",
    "assessment_gaps",
    "compare_versions",
    "first_wishes",
    "goals_around",
    "goals_reached",
    "item_of",
    "method_of",
    "newest_version",
    "next_position",
    "open_sub_goals",
    "overlaps_of",
    "plan_of",
    "plan_of_course_to_change",
    "plan_to_change",
    "siblings_of",
    "snapshot_of",
    "stated_interests",
    "sub_goals_reached",
    "version_of",
    "versions_of",
    "whole_plan",
    "wishes_of",
    "with_answers",
]
