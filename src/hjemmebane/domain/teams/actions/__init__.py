"""Setting up teams, describing them, and writing down what they learn."""

from hjemmebane.domain.teams.actions.feeds import NewFeed, close_feed, note_feed_used, open_feed
from hjemmebane.domain.teams.actions.house import (
    PORTRAIT_SIDE,
    add_municipality,
    add_staff_member,
    add_team,
    appoint_manager,
    cancel_absence,
    change_absence,
    change_columns,
    change_persona,
    choose_columns,
    introduce_oneself,
    join_team,
    leave_team,
    register_absence,
    remove_portrait,
    show_portrait,
)
from hjemmebane.domain.teams.actions.roles import change_role_description, describe_role
from hjemmebane.domain.teams.actions.training import (
    correct_training,
    record_training,
    remove_training,
)

__all__ = [
    "PORTRAIT_SIDE",
    "NewFeed",
    "add_municipality",
    "add_staff_member",
    "add_team",
    "appoint_manager",
    "cancel_absence",
    "change_absence",
    "change_columns",
    "change_persona",
    "change_role_description",
    "choose_columns",
    "close_feed",
    "correct_training",
    "describe_role",
    "introduce_oneself",
    "join_team",
    "leave_team",
    "note_feed_used",
    "open_feed",
    "record_training",
    "register_absence",
    "remove_portrait",
    "remove_training",
    "show_portrait",
]
