"""When a course may start, pause and end, and what must be decided before it."""

from hjemmebane.domain.courses.rules.agreements import check_life_event
from hjemmebane.domain.courses.rules.ending import (
    check_can_begin_ending,
    check_can_call_off,
    check_can_change_ending,
    check_can_end,
)
from hjemmebane.domain.courses.rules.forms import check_can_write, check_form_whole
from hjemmebane.domain.courses.rules.intake import (
    check_answers,
    check_answers_whole,
    check_can_answer,
    check_can_ask,
    check_can_assess,
    check_can_attempt,
    check_can_decide,
    check_can_spot,
    check_can_take_up,
    check_early_days,
    check_has_match,
    check_is_kept,
)
from hjemmebane.domain.courses.rules.pauses import (
    check_can_agree_intensity,
    check_can_hold,
    check_can_reactivate,
)
from hjemmebane.domain.courses.rules.starting import (
    check_basis,
    check_can_be_primary,
    check_can_start,
    check_days_in_course,
    check_has_consent,
    check_is_open,
)

__all__ = [
    "check_answers",
    "check_answers_whole",
    "check_basis",
    "check_can_agree_intensity",
    "check_can_answer",
    "check_can_ask",
    "check_can_assess",
    "check_can_attempt",
    "check_can_be_primary",
    "check_can_begin_ending",
    "check_can_call_off",
    "check_can_change_ending",
    "check_can_decide",
    "check_can_end",
    "check_can_hold",
    "check_can_reactivate",
    "check_can_spot",
    "check_can_start",
    "check_can_take_up",
    "check_can_write",
    "check_days_in_course",
    "check_early_days",
    "check_form_whole",
    "check_has_consent",
    "check_has_match",
    "check_is_kept",
    "check_is_open",
    "check_life_event",
]
