"""Everything that happens to a plan. Changes of one plan take turns: each holds the plan first."""

from hjemmebane.domain.plans.actions.goals import (
    drop_sub_goal,
    reach_sub_goal,
    reopen_goal,
    reopen_sub_goal,
    settle_goal,
)
from hjemmebane.domain.plans.actions.items import add_item, change_item, move_item, remove_item
from hjemmebane.domain.plans.actions.overlaps import judge_overlap
from hjemmebane.domain.plans.actions.plan import change_plan, open_plan
from hjemmebane.domain.plans.actions.versions import record_agreement, take_version

__all__ = [
    "add_item",
    "change_item",
    "change_plan",
    "drop_sub_goal",
    "judge_overlap",
    "move_item",
    "open_plan",
    "reach_sub_goal",
    "record_agreement",
    "remove_item",
    "reopen_goal",
    "reopen_sub_goal",
    "settle_goal",
    "take_version",
]
