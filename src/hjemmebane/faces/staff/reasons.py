"""Why somebody is on the board, as it was called when the team put them there."""

from hjemmebane.domain.meetings.models import BoardEntry
from hjemmebane.domain.meetings.queries import ReasonNow
from hjemmebane.domain.meetings.rules import BOARD_REASONS
from hjemmebane.domain.method.queries import pack


def reason_of(entry: BoardEntry | ReasonNow) -> str:
    """The reason's title in the version of the method it was given with."""
    reasons = pack(entry.method_pack, entry.method_version).choice_list(BOARD_REASONS)
    return dict(reasons.choices)[entry.reason]
