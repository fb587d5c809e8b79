"""When a meeting, or what is said at it, may be recorded."""

from hjemmebane.domain.meetings.rules.agendas import check_agenda
from hjemmebane.domain.meetings.rules.network import (
    check_can_answer,
    check_can_call,
    check_can_cancel,
    check_can_close,
    check_can_hand_over,
    check_can_invite,
    check_can_speak,
    check_network_point,
    check_not_closed,
    check_still_allowed,
)
from hjemmebane.domain.meetings.rules.team import (
    BOARD_REASONS,
    check_can_list,
    check_can_open,
    check_can_put_on_board,
    check_can_take_off,
    check_in_team,
    check_is_on_board,
    check_not_overtaken,
    check_point,
    check_somebody_stays,
    check_under_way,
)

__all__ = [
    "BOARD_REASONS",
    "check_agenda",
    "check_can_answer",
    "check_can_call",
    "check_can_cancel",
    "check_can_close",
    "check_can_hand_over",
    "check_can_invite",
    "check_can_list",
    "check_can_open",
    "check_can_put_on_board",
    "check_can_speak",
    "check_can_take_off",
    "check_in_team",
    "check_is_on_board",
    "check_network_point",
    "check_not_closed",
    "check_not_overtaken",
    "check_point",
    "check_somebody_stays",
    "check_still_allowed",
    "check_under_way",
]
