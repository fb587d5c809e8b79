"""Verbs of the practice model: where a course is, what is noted, and another method for a team."""

from hjemmebane.domain.practice.actions.moving import move_team
from hjemmebane.domain.practice.actions.noting import (
    judge_indicator,
    place_course,
    set_activity,
    take_up_again,
)

__all__ = ["judge_indicator", "move_team", "place_course", "set_activity", "take_up_again"]
