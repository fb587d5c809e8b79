from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from hjemmebane.domain.citizens.models import LifeSituation
from hjemmebane.domain.citizens.queries import present_life_situation
from hjemmebane.domain.plans.choices import ReflectionKind
from hjemmebane.domain.plans.models import (
    Agreement,
    Assessment,
    Goal,
    GoalWish,
    OtherEffort,
    OtherPlan,
    Plan,
    PlanActivity,
    PlanItem,
    PlanMeeting,
    PlanMeetingParticipant,
    PlanVersion,
    ProfessionalContribution,
    Reflection,
    Resource,
    SubGoal,
    Wish,
)
from hjemmebane.domain.plans.queries.milestones import versions_of

RESPONSIBLE = ("staff_member", "partner_person__organisation", "network_person")


@dataclass(frozen=True)
class GoalView:
    """A goal with all that hangs on it; an activity of a sub-goal is among the activities too."""

    goal: Goal
    wishes: tuple[Wish, ...]
    sub_goals: tuple[SubGoal, ...]
    activities: tuple[PlanActivity, ...]


@dataclass(frozen=True)
class WholePlan:
    """Everything a page or a paper shows of a plan: rendering it asks the database nothing more.

    Meetings, agreements and versions come newest first, all else in the plan's own order.
    """

    plan: Plan
    wishes: tuple[Wish, ...]
    goals: tuple[GoalView, ...]
    loose_activities: tuple[PlanActivity, ...]
    resources: tuple[Resource, ...]
    reflections: Mapping[ReflectionKind, tuple[Reflection, ...]]
    other_plans: tuple[OtherPlan, ...]
    other_efforts: tuple[OtherEffort, ...]
    assessments: tuple[Assessment, ...]
    meetings: tuple[PlanMeeting, ...]
    contributions: tuple[ProfessionalContribution, ...]
    agreements: tuple[Agreement, ...]
    versions: tuple[PlanVersion, ...]
    life_situation: Mapping[str, LifeSituation]


def whole_plan(plan: Plan) -> WholePlan:
    """The plan with all its parts, in a number of queries that does not grow with it."""
    wishes = _of(plan, Wish.objects.all())
    activities = _of(
        plan, PlanActivity.objects.select_related(*RESPONSIBLE, "offer", "recorded_by")
    )
    reflections = _by(lambda said: said.kind, _of(plan, Reflection.objects.all()))
    return WholePlan(
        plan=plan,
        wishes=wishes,
        goals=_goal_views(plan, wishes, activities),
        loose_activities=tuple(a for a in activities if not a.goal_id),
        resources=_of(plan, Resource.objects.all()),
        reflections={kind: reflections[kind] for kind in ReflectionKind},
        other_plans=_of(plan, OtherPlan.objects.all()),
        other_efforts=_of(plan, OtherEffort.objects.select_related("organisation")),
        assessments=_of(plan, Assessment.objects.select_related("staff_member")),
        meetings=tuple(_meetings(plan)),
        contributions=_of(plan, ProfessionalContribution.objects.select_related("staff_member")),
        agreements=tuple(_agreements(plan)),
        versions=tuple(versions_of(plan.course_id)),
        life_situation=present_life_situation(plan.course.citizen_id),
    )


def _of[I: PlanItem](plan: Plan, rows: QuerySet[I]) -> tuple[I, ...]:
    return tuple(rows.filter(plan=plan).order_by("position", "pk"))


def _by[K: Hashable, I](key: Callable[[I], K], rows: Iterable[I]) -> dict[K, tuple[I, ...]]:
    groups: dict[K, tuple[I, ...]] = defaultdict(tuple)
    for row in rows:
        groups[key(row)] += (row,)
    return groups


def _goal_views(
    plan: Plan, wishes: Iterable[Wish], activities: Iterable[PlanActivity]
) -> tuple[GoalView, ...]:
    sub_goals = _by(lambda step: step.goal_id, _of(plan, SubGoal.objects.all()))
    done_for = _by(lambda activity: activity.goal_id, activities)
    links = set(GoalWish.objects.filter(goal__plan=plan).values_list("goal_id", "wish_id"))
    return tuple(
        GoalView(
            goal=goal,
            wishes=tuple(wish for wish in wishes if (goal.pk, wish.pk) in links),
            sub_goals=sub_goals[goal.pk],
            activities=done_for[goal.pk],
        )
        for goal in _of(plan, Goal.objects.select_related(*RESPONSIBLE))
    )


def _meetings(plan: Plan) -> QuerySet[PlanMeeting]:
    participants = PlanMeetingParticipant.objects.order_by("pk")
    return (
        PlanMeeting.objects.filter(plan=plan)
        .prefetch_related(Prefetch("participants", participants))
        .order_by("-held_on", "-pk")
    )


def _agreements(plan: Plan) -> QuerySet[Agreement]:
    return (
        Agreement.objects.filter(plan=plan)
        .select_related("plan_version")
        .defer("plan_version__snapshot")
        .order_by("-said_on", "-recorded_at", "-pk")
    )
