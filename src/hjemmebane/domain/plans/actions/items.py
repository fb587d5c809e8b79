import datetime as dt
from collections.abc import Iterable, Mapping
from copy import copy
from uuid import UUID

from django.db.models import ProtectedError

from hjemmebane.domain.audit.rules import check_undone
from hjemmebane.domain.plans.choices import ItemKind, PlanRefusal
from hjemmebane.domain.plans.models import (
    ITEM_MODELS,
    Goal,
    GoalWish,
    Plan,
    PlanActivity,
    PlanItem,
    PlanMeeting,
    PlanMeetingParticipant,
    SubGoal,
    Wish,
)
from hjemmebane.domain.plans.models.goals import WithResponsible
from hjemmebane.domain.plans.queries import next_position, plan_to_change, siblings_of
from hjemmebane.domain.plans.rules import (
    check_can_change,
    check_is_the_teams,
    check_item,
    check_wishes,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused

# Set once, by the action that makes the item.
FIXED = {"course"}
# Rows of their own that are written with the item.
WISHES, PARTICIPANTS = "wishes", "participants"
WITH_ROWS = {ItemKind.GOAL: WISHES, ItemKind.MEETING: PARTICIPANTS}


@action
def add_item(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    plan: Plan,
    kind: ItemKind,
    values: Mapping[str, object],
    by: Actor,
    at: dt.datetime,
) -> PlanItem:
    """Put a new item last in its part of the plan, with the rows that belong to it.

    Refuses an ended course, days to come where the past is told, a responsible who is not there,
    and anything of another plan. Raises AlreadySaved when the item is there.
    """
    plan = plan_to_change(plan.pk)
    check_can_change(plan.course)
    item = ITEM_MODELS[kind](
        id=id, plan=plan, course=plan.course, recorded_by_id=by.user_id, recorded_at=at
    )
    _fill(item, values)
    check_item(item, plan, before=None, today=day_of(at))
    item.position = next_position(item)
    item.insert()
    _write_rows(item, values, by=by, at=at)
    return item


@action
def change_item(
    *,
    item: PlanItem,
    values: Mapping[str, object],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> PlanItem:
    """Write an item anew; fields that `values` leaves out stay as they are.

    Refuses what `add_item` refuses, and what a partner wrote with their own login. Raises
    EditConflict when somebody saved since `version`.
    """
    plan = plan_to_change(item.plan_id)
    check_can_change(plan.course)
    check_is_the_teams(item)
    draft = copy(item)
    _fill(draft, values)
    check_item(draft, plan, before=item, today=day_of(at))
    changes = _differing(item, draft)
    if not changes and WITH_ROWS.get(item.item_kind) not in values:
        check_undone(item, changes, by=by)
    item.save_changes(changes, version=version)
    _write_rows(item, values, by=by, at=at)
    return item


@action
def remove_item(*, item: PlanItem, version: int, by: Actor, at: dt.datetime) -> None:
    """Take an item out of the plan; the change history keeps it.

    Refuses when something hangs from it, in this room or above, and what a partner wrote with
    their own login. Raises EditConflict.
    """
    check_can_change(plan_to_change(item.plan_id).course)
    check_is_the_teams(item)
    try:
        item.remove(version=version)
    except ProtectedError as hanging:
        is_wish = isinstance(item, Wish)
        reason = PlanRefusal.WISH_IN_USE if is_wish else PlanRefusal.IN_USE
        raise Refused(reason) from hanging


@action
def move_item(*, item: PlanItem, up: bool, by: Actor, at: dt.datetime) -> PlanItem:
    """Let an item change places with its neighbour; the first goes no further up, the last no
    further down. Whoever is editing either is not disturbed.
    """
    check_can_change(plan_to_change(item.plan_id).course)
    item = type(item)._default_manager.get(pk=item.pk)
    listed = list(siblings_of(item))
    there = listed.index(item) + (-1 if up else 1)
    if 0 <= there < len(listed):
        neighbour = listed[there]
        item.position, neighbour.position = neighbour.position, item.position
        for moved in (item, neighbour):
            type(moved)._default_manager.filter(pk=moved.pk).update(position=moved.position)
    return item


def _fill(item: PlanItem, values: Mapping[str, object]) -> None:
    """Set the item's own fields from what was typed, and tidy what follows from them."""
    editable = {field.name for field in item._meta.fields if field.editable} - FIXED
    names = set(values) - {WITH_ROWS.get(item.item_kind)}
    if not names <= editable:
        raise TypeError(f"{item.item_kind} has no editable field {sorted(names - editable)}")
    for name in names:
        setattr(item, name, values[name])
    if isinstance(item, WithResponsible):
        item.let_kind_decide()
    if isinstance(item, PlanActivity) and item.sub_goal and not values.get("goal"):
        item.goal = item.sub_goal.goal
    item.validate_fields()


def _differing(item: PlanItem, draft: PlanItem) -> dict[str, object]:
    return {
        field.attname: getattr(draft, field.attname)
        for field in item._meta.fields
        if getattr(draft, field.attname) != getattr(item, field.attname)
    }


def _write_rows(
    item: PlanItem, values: Mapping[str, object], *, by: Actor, at: dt.datetime
) -> None:
    if isinstance(item, Goal) and WISHES in values:
        _link_wishes(item, _wishes(values[WISHES]), by=by, at=at)
    if isinstance(item, PlanMeeting) and PARTICIPANTS in values:
        _note_participants(item, _participants(values[PARTICIPANTS]), by=by, at=at)
    if isinstance(item, SubGoal):
        # What is done for a sub-goal follows it to another goal.
        PlanActivity.objects.filter(sub_goal=item).exclude(goal_id=item.goal_id).update(
            goal_id=item.goal_id
        )


def _link_wishes(goal: Goal, wishes: list[Wish], *, by: Actor, at: dt.datetime) -> None:
    check_wishes(wishes, goal.plan)
    wanted = {wish.pk for wish in wishes}
    linked = {link.wish_id: link for link in GoalWish.objects.filter(goal=goal)}
    for wish_id in linked.keys() - wanted:
        linked[wish_id].remove(version=linked[wish_id].version)
    for wish in wishes:
        if wish.pk not in linked:
            GoalWish(
                goal=goal,
                wish=wish,
                course_id=goal.course_id,
                recorded_by_id=by.user_id,
                recorded_at=at,
            ).insert()


def _note_participants(
    meeting: PlanMeeting, people: list[tuple[str, str]], *, by: Actor, at: dt.datetime
) -> None:
    """Those who took part, in the order they were written; unchanged rows are left alone."""
    rows = PlanMeetingParticipant.objects.filter(meeting=meeting)
    if list(rows.order_by("pk").values_list("name", "role")) == people:
        return
    rows.delete()
    for name, role in people:
        PlanMeetingParticipant(
            meeting=meeting,
            name=name,
            role=role,
            course_id=meeting.course_id,
            recorded_by_id=by.user_id,
            recorded_at=at,
        ).insert()


def _wishes(value: object) -> list[Wish]:
    """Each wish once."""
    given = list(value) if isinstance(value, Iterable) else [value]
    wishes = [wish for wish in given if isinstance(wish, Wish)]
    if len(wishes) != len(given):
        raise TypeError("wishes: an iterable of Wish")
    return list(dict.fromkeys(wishes))


def _participants(value: object) -> list[tuple[str, str]]:
    if not isinstance(value, Iterable):
        raise TypeError("participants: an iterable of (name, role)")
    return [(str(name), str(role)) for name, role in value]
