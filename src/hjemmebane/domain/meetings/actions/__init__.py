"""Everything that happens at meetings."""

from hjemmebane.domain.meetings.actions.agendas import set_agenda
from hjemmebane.domain.meetings.actions.steering import (
    change_steering_meeting,
    change_steering_point,
    handle_steering_point,
    hold_steering_meeting,
    raise_steering_point,
    reopen_steering_point,
)
from hjemmebane.domain.meetings.actions.team import (
    add_to_meeting,
    close_meeting,
    join_meeting,
    leave_meeting,
    move_in_meeting,
    note_about_citizen,
    note_at_meeting,
    open_meeting,
    put_on_board,
    take_off_board,
    take_up,
)

__all__ = [
    "add_to_meeting",
    "change_steering_meeting",
    "change_steering_point",
    "close_meeting",
    "handle_steering_point",
    "hold_steering_meeting",
    "join_meeting",
    "leave_meeting",
    "move_in_meeting",
    "note_about_citizen",
    "note_at_meeting",
    "open_meeting",
    "put_on_board",
    "raise_steering_point",
    "reopen_steering_point",
    "set_agenda",
    "take_off_board",
    "take_up",
]
