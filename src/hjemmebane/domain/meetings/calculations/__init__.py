"""Pure arithmetic of meetings: the order of need, and what a reader may see of the minutes."""

from hjemmebane.domain.meetings.calculations.agendas import (
    left_out,
    moved,
    with_one_more,
    without,
)
from hjemmebane.domain.meetings.calculations.minutes import (
    MinutesVersion,
    PromisedEntry,
    Reader,
    ReaderKind,
    SaidEntry,
    may_have_minutes,
    version_for,
)
from hjemmebane.domain.meetings.calculations.naming import names_somebody
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
    current_of,
    in_order_of_need,
    minutes_held,
)

__all__ = [
    "RED",
    "YELLOW",
    "MinutesVersion",
    "Need",
    "PromisedEntry",
    "Reader",
    "ReaderKind",
    "SaidEntry",
    "Situation",
    "Suggestion",
    "Waiting",
    "current_of",
    "how_often",
    "in_order_of_need",
    "is_due",
    "left_out",
    "longest_since",
    "may_have_minutes",
    "minutes_held",
    "moved",
    "names_somebody",
    "version_for",
    "with_one_more",
    "without",
]
