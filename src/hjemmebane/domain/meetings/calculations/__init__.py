"""Pure arithmetic of meetings: the order of need, and what a reader may see of the minutes."""

from hjemmebane.domain.meetings.calculations.agendas import (
    left_out,
    moved,
    with_one_more,
    without,
)
from hjemmebane.domain.meetings.calculations.rhythm import (
    Suggestion,
    Waiting,
    how_often,
    is_due,
    longest_since,
)
from hjemmebane.domain.meetings.calculations.team import (
    RED,
    YELLOW,
    Need,
    Situation,
    in_order_of_need,
)

__all__ = [
    "RED",
    "YELLOW",
    "Need",
    "Situation",
    "Suggestion",
    "Waiting",
    "how_often",
    "in_order_of_need",
    "is_due",
    "left_out",
    "longest_since",
    "moved",
    "with_one_more",
    "without",
]
