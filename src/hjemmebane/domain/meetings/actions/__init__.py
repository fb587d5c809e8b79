"""Everything that happens at meetings."""

from hjemmebane.domain.meetings.actions.agendas import set_agenda
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
    "close_meeting",
    "join_meeting",
    "leave_meeting",
    "move_in_meeting",
    "note_about_citizen",
    "note_at_meeting",
    "open_meeting",
    "put_on_board",
    "set_agenda",
    "take_off_board",
    "take_up",
]
