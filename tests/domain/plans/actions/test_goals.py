"""Goals and small steps are reached, laid aside and taken up again."""

import pytest
from django.db import IntegrityError, transaction

from hjemmebane.domain.plans.actions import (
    drop_sub_goal,
    reach_sub_goal,
    reopen_goal,
    reopen_sub_goal,
    settle_goal,
)
from hjemmebane.domain.plans.choices import GoalStatus, ItemKind, PlanRefusal
from hjemmebane.domain.plans.models import Goal, Plan, SubGoal
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.records import EditConflict
from tests.factories.cast import NOW
from tests.factories.plans import TODAY, TOMORROW, YESTERDAY, changes_of, end_course, refusal_of

steps_end = pytest.mark.parametrize("settle", [reach_sub_goal, drop_sub_goal])


@pytest.fixture
def goal(writing):
    return writing.add(ItemKind.GOAL)


@pytest.fixture
def step(writing, goal):
    return writing.add(ItemKind.SUB_GOAL, goal=goal)


def state(item):
    kept = type(item).objects.get(pk=item.pk)
    return kept.status, kept.settled_on


def settled(goal, by, status=GoalStatus.REACHED, reason="", on=TODAY):
    return {
        "goal": goal,
        "status": status,
        "reason": reason,
        "on": on,
        "version": goal.version,
        "by": by,
        "at": NOW,
    }


# ---------------------------------------------------------------- steps


@pytest.mark.parametrize(
    ("settle", "status"),
    [(reach_sub_goal, GoalStatus.REACHED), (drop_sub_goal, GoalStatus.DROPPED)],
)
def test_step_is_settled_on_its_day(writing, step, settle, status):
    settle(sub_goal=step, on=YESTERDAY, version=1, by=writing.by, at=NOW)

    assert state(step) == (status, YESTERDAY)
    verb = f"plans.{settle.__name__}"
    assert changes_of(step)[1:] == [("UPDATE", verb, writing.by.key)]


@steps_end
def test_step_refuses_a_day_to_come(writing, step, settle):
    refusal = refusal_of(settle, sub_goal=step, on=TOMORROW, version=1, by=writing.by, at=NOW)

    assert refusal == (PlanRefusal.FUTURE, "on")
    assert state(step) == (GoalStatus.OPEN, None)


@steps_end
def test_settled_step_is_not_settled_again(writing, step, settle):
    reach_sub_goal(sub_goal=step, on=YESTERDAY, version=1, by=writing.by, at=NOW)

    refusal = refusal_of(settle, sub_goal=step, on=TODAY, version=2, by=writing.by, at=NOW)

    assert refusal == (PlanRefusal.ALREADY_SETTLED, None)
    assert state(step) == (GoalStatus.REACHED, YESTERDAY)


@steps_end
def test_step_that_somebody_changed_is_not_settled_unseen(writing, step, settle):
    writing.change(SubGoal.objects.get(pk=step.pk), text="Noget andet")

    with pytest.raises(EditConflict):
        settle(sub_goal=step, on=TODAY, version=1, by=writing.by, at=NOW)

    assert state(step) == (GoalStatus.OPEN, None)


def test_step_is_taken_up_again(writing, step):
    reach_sub_goal(sub_goal=step, on=TODAY, version=1, by=writing.by, at=NOW)

    reopen_sub_goal(sub_goal=step, version=2, by=writing.by, at=NOW)

    assert state(step) == (GoalStatus.OPEN, None)
    assert changes_of(step)[-1] == ("UPDATE", "plans.reopen_sub_goal", writing.by.key)


def test_open_step_is_not_taken_up_again(writing, step):
    refusal = refusal_of(reopen_sub_goal, sub_goal=step, version=1, by=writing.by, at=NOW)

    assert refusal == (PlanRefusal.NOT_SETTLED, None)


# ---------------------------------------------------------------- goals


@pytest.mark.parametrize(
    ("status", "reason"),
    [(GoalStatus.REACHED, ""), (GoalStatus.REACHED, "Flot"), (GoalStatus.DROPPED, "Vil noget nyt")],
)
def test_goal_is_settled_and_its_steps_stay(writing, goal, step, status, reason):
    settle_goal(**settled(goal, writing.by, status, f" {reason} "))

    assert state(goal) == (status, TODAY)
    assert Goal.objects.get(pk=goal.pk).settled_reason == reason
    assert state(step) == (GoalStatus.OPEN, None)
    assert changes_of(goal)[1:] == [("UPDATE", "plans.settle_goal", writing.by.key)]


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"status": GoalStatus.DROPPED, "reason": " "}, (PlanRefusal.REASON_MISSING, "reason")),
        ({"status": GoalStatus.OPEN}, (PlanRefusal.NOT_SETTLED, "status")),
        ({"on": TOMORROW}, (PlanRefusal.FUTURE, "on")),
    ],
)
def test_goal_is_not_settled(writing, goal, wrong, refusal):
    assert refusal_of(settle_goal, **settled(goal, writing.by, **wrong)) == refusal
    assert state(goal) == (GoalStatus.OPEN, None)


def test_settled_goal_is_not_settled_again(writing, goal):
    settle_goal(**settled(goal, writing.by))

    refusal = refusal_of(settle_goal, **settled(goal, writing.by, GoalStatus.DROPPED, "Nej"))

    assert refusal == (PlanRefusal.ALREADY_SETTLED, None)
    assert state(goal) == (GoalStatus.REACHED, TODAY)


def test_goal_that_somebody_changed_is_not_settled_unseen(writing, goal):
    writing.change(Goal.objects.get(pk=goal.pk), text="Noget andet")

    with pytest.raises(EditConflict):
        settle_goal(**settled(goal, writing.by))

    assert state(goal) == (GoalStatus.OPEN, None)


def test_goal_is_taken_up_again_without_its_reason(writing, goal):
    settle_goal(**settled(goal, writing.by, GoalStatus.DROPPED, "Ikke nu"))

    reopen_goal(goal=goal, version=2, by=writing.by, at=NOW)

    assert state(goal) == (GoalStatus.OPEN, None)
    assert Goal.objects.get(pk=goal.pk).settled_reason == ""
    assert changes_of(goal)[-1] == ("UPDATE", "plans.reopen_goal", writing.by.key)


def test_open_goal_is_not_taken_up_again(writing, goal):
    refusal = refusal_of(reopen_goal, goal=goal, version=1, by=writing.by, at=NOW)

    assert refusal == (PlanRefusal.NOT_SETTLED, None)


# ---------------------------------------------------------------- both


def calls(goal, step, by):
    """Every action on a goal or a step."""
    same = {"version": 1, "by": by, "at": NOW}
    return [
        (reach_sub_goal, {"sub_goal": step, "on": TODAY, **same}),
        (drop_sub_goal, {"sub_goal": step, "on": TODAY, **same}),
        (reopen_sub_goal, {"sub_goal": step, **same}),
        (settle_goal, settled(goal, by)),
        (reopen_goal, {"goal": goal, **same}),
    ]


def test_nothing_is_settled_on_an_ended_course(writing, goal, step):
    end_course(writing.plan.course)

    for action, arguments in calls(goal, step, writing.by):
        assert refusal_of(action, **arguments) == (PlanRefusal.COURSE_ENDED, None)


def test_goal_of_another_team_is_not_there(as_ida, goal, step):
    with acting(as_ida.omar.actor):
        for action, arguments in calls(goal, step, as_ida.omar.actor):
            with pytest.raises(Plan.DoesNotExist):
                action(**arguments)


def test_database_wants_a_day_for_what_is_settled(goal):
    with pytest.raises(IntegrityError, match="settled_goal_has_a_day"), transaction.atomic():
        Goal.objects.filter(pk=goal.pk).update(status=GoalStatus.REACHED)
