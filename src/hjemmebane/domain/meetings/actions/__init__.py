"""Everything that happens at meetings."""

from hjemmebane.domain.meetings.actions.agendas import set_agenda
from hjemmebane.domain.meetings.actions.network import (
    answer_invitation,
    call_network_meeting,
    cancel_network_meeting,
    change_network_meeting,
    close_network_meeting,
    hand_over_minutes,
    invite_to_network_meeting,
    promise_at_network_meeting,
    record_voice,
    reword_voice,
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
    "answer_invitation",
    "call_network_meeting",
    "cancel_network_meeting",
    "change_network_meeting",
    "close_meeting",
    "close_network_meeting",
    "hand_over_minutes",
    "invite_to_network_meeting",
    "join_meeting",
    "leave_meeting",
    "move_in_meeting",
    "note_about_citizen",
    "note_at_meeting",
    "open_meeting",
    "promise_at_network_meeting",
    "put_on_board",
    "record_voice",
    "reword_voice",
    "set_agenda",
    "take_off_board",
    "take_up",
]
