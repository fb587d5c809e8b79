"""When a meeting, or what is said at it, may be recorded."""

from hjemmebane.domain.meetings.rules.agendas import check_agenda
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
    "check_can_list",
    "check_can_open",
    "check_can_put_on_board",
    "check_can_take_off",
    "check_in_team",
    "check_is_on_board",
    "check_not_overtaken",
    "check_point",
    "check_somebody_stays",
    "check_under_way",
]
