"""When a meeting, or what is said at it, may be recorded."""

from hjemmebane.domain.meetings.rules.agendas import check_agenda
from hjemmebane.domain.meetings.rules.steering import (
    check_can_hold_steering,
    check_may_attend,
    check_names_nobody,
    check_point_is_handled,
    check_point_is_open,
    check_point_is_whole,
)
from hjemmebane.domain.meetings.rules.team import (
    BOARD_REASONS,
    check_can_list,
    check_can_open,
    check_can_put_on_board,
    check_can_take_off,
    check_has_something,
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
    "check_can_hold_steering",
    "check_can_list",
    "check_can_open",
    "check_can_put_on_board",
    "check_can_take_off",
    "check_has_something",
    "check_in_team",
    "check_is_on_board",
    "check_may_attend",
    "check_names_nobody",
    "check_not_overtaken",
    "check_point",
    "check_point_is_handled",
    "check_point_is_open",
    "check_point_is_whole",
    "check_somebody_stays",
    "check_under_way",
]
