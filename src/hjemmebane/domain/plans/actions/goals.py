import datetime as dt

from hjemmebane.domain.audit.rules import check_undone
from hjemmebane.domain.plans.choices import GoalStatus
from hjemmebane.domain.plans.models import Goal, SubGoal
from hjemmebane.domain.plans.queries import plan_to_change
from hjemmebane.domain.plans.rules import check_can_change, check_can_reopen, check_can_settle
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of


@action
def reach_sub_goal(
    *, sub_goal: SubGoal, on: dt.date, version: int, by: Actor, at: dt.datetime
) -> SubGoal:
    """A small step is reached. Worth celebrating.

    Refuses what is settled already and a day to come. Raises EditConflict.
    """
    return _settle_step(sub_goal, GoalStatus.REACHED, on=on, version=version, by=by, at=at)


@action
def drop_sub_goal(
    *, sub_goal: SubGoal, on: dt.date, version: int, by: Actor, at: dt.datetime
) -> SubGoal:
    """A small step is laid aside: no defeat, and it can be taken up again.

    Refuses what is settled already and a day to come. Raises EditConflict.
    """
    return _settle_step(sub_goal, GoalStatus.DROPPED, on=on, version=version, by=by, at=at)


@action
def reopen_sub_goal(*, sub_goal: SubGoal, version: int, by: Actor, at: dt.datetime) -> SubGoal:
    """Take a settled step up again. Refuses one that is open. Raises EditConflict."""
    check_can_change(plan_to_change(sub_goal.plan_id).course)
    changes = {"status": GoalStatus.OPEN, "settled_on": None}
    check_undone(sub_goal, changes, by=by)
    check_can_reopen(sub_goal)
    return sub_goal.save_changes(changes, version=version)


@action
def settle_goal(
    *,
    goal: Goal,
    status: GoalStatus,
    reason: str,
    on: dt.date,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Goal:
    """A goal is reached or laid aside; its sub-goals stay as they are.

    Refuses laying it aside without a reason, what is settled already and a day to come.
    Raises EditConflict.
    """
    check_can_change(plan_to_change(goal.plan_id).course)
    changes = {"status": status, "settled_on": on, "settled_reason": reason.strip()}
    check_undone(goal, changes, by=by)
    check_can_settle(goal, status, reason=reason, on=on, today=day_of(at))
    return goal.save_changes(changes, version=version)


@action
def reopen_goal(*, goal: Goal, version: int, by: Actor, at: dt.datetime) -> Goal:
    """Take a settled goal up again. Refuses one that is open. Raises EditConflict."""
    check_can_change(plan_to_change(goal.plan_id).course)
    changes = {"status": GoalStatus.OPEN, "settled_on": None, "settled_reason": ""}
    check_undone(goal, changes, by=by)
    check_can_reopen(goal)
    return goal.save_changes(changes, version=version)


def _settle_step(
    sub_goal: SubGoal, status: GoalStatus, *, on: dt.date, version: int, by: Actor, at: dt.datetime
) -> SubGoal:
    check_can_change(plan_to_change(sub_goal.plan_id).course)
    changes = {"status": status, "settled_on": on}
    check_undone(sub_goal, changes, by=by)
    check_can_settle(sub_goal, status, reason="", on=on, today=day_of(at))
    return sub_goal.save_changes(changes, version=version)
