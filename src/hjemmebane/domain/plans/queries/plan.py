from uuid import UUID

from django.db.models import Max, QuerySet

from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import ITEM_MODELS, Plan, PlanItem

# What a page shows beside an item, by kind: fetched with it.
BESIDE: dict[ItemKind, tuple[str, ...]] = {
    ItemKind.GOAL: ("staff_member", "partner_person__organisation", "network_person"),
    ItemKind.SUB_GOAL: ("goal",),
    ItemKind.ACTIVITY: (
        "staff_member",
        "partner_person__organisation",
        "network_person",
        "goal",
        "sub_goal",
        "recorded_by",
    ),
    ItemKind.OTHER_EFFORT: ("organisation",),
    ItemKind.ASSESSMENT: ("staff_member",),
    ItemKind.CONTRIBUTION: ("staff_member",),
}


def plan_of(course_id: UUID) -> Plan | None:
    """The plan of a course with its course, team and citizen; None before it is opened."""
    plans = Plan.objects.select_related("course__citizen", "course__team")
    return plans.filter(course_id=course_id).first()


def method_of(plan: Plan) -> MethodPack:
    """The method that the plan was made by, in the version of that day."""
    return pack(plan.method_pack, plan.method_version)


def plan_to_change(plan_id: UUID) -> Plan:
    """The plan with its course, both held until the transaction ends, so that changes take turns.

    Raises Plan.DoesNotExist when it is not visible.
    """
    return _held_plans().get(pk=plan_id)


def plan_of_course_to_change(course_id: UUID) -> Plan | None:
    """Like `plan_to_change`, found by the course; None before the plan is opened."""
    return _held_plans().filter(course_id=course_id).first()


def _held_plans() -> QuerySet[Plan]:
    courses = Plan.objects.select_related("course")
    return courses.select_for_update(of=("self", "course"), no_key=True)


def item_of(plan: Plan, kind: ItemKind, item_id: UUID) -> PlanItem:
    """One item of the plan. Raises DoesNotExist when the plan has no such item."""
    rows = ITEM_MODELS[kind]._default_manager.filter(plan=plan)
    return rows.select_related("plan", "course", *BESIDE.get(kind, ())).get(pk=item_id)


def next_position(item: PlanItem) -> int:
    """The place after the last item of its kind in the plan."""
    rows = type(item)._default_manager.filter(plan_id=item.plan_id)
    last = rows.aggregate(last=Max("position"))["last"]
    return 0 if last is None else int(last) + 1


def siblings_of(item: PlanItem) -> QuerySet[PlanItem]:
    """The items of the list that an item stands in, itself included, in order."""
    shared = {name: getattr(item, name) for name in item.listed_with}
    return type(item)._default_manager.filter(**shared).order_by("position", "pk")
