"""The tables of the plans room, one file per part of the plan."""

from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models.around import Assessment, OtherEffort, OtherPlan
from hjemmebane.domain.plans.models.goals import Goal, GoalWish, PlanActivity, SubGoal
from hjemmebane.domain.plans.models.meetings import (
    PlanMeeting,
    PlanMeetingParticipant,
    ProfessionalContribution,
)
from hjemmebane.domain.plans.models.overlaps import Overlap
from hjemmebane.domain.plans.models.plan import Agreement, Plan, PlanItem, PlanVersion
from hjemmebane.domain.plans.models.words import Reflection, Resource, Wish

ITEM_MODELS: dict[ItemKind, type[PlanItem]] = {
    model.item_kind: model
    for model in (
        Wish,
        Resource,
        Goal,
        SubGoal,
        PlanActivity,
        Reflection,
        OtherPlan,
        OtherEffort,
        Assessment,
        PlanMeeting,
        ProfessionalContribution,
    )
}

__all__ = [
    "ITEM_MODELS",
    "Agreement",
    "Assessment",
    "Goal",
    "GoalWish",
    "OtherEffort",
    "OtherPlan",
    "Overlap",
    "Plan",
    "PlanActivity",
    "PlanItem",
    "PlanMeeting",
    "PlanMeetingParticipant",
    "PlanVersion",
    "ProfessionalContribution",
    "Reflection",
    "Resource",
    "SubGoal",
    "Wish",
]
