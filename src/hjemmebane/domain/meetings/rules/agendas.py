from collections.abc import Sequence

from hjemmebane.domain.meetings.choices import AgendaRefusal
from hjemmebane.domain.method.content.entries import AgendaItem
from hjemmebane.foundation.decisions import Refused

MOST_POINTS = 20
# What a meeting cannot be held without: who is here, and the citizens.
NEEDED = {"WEEK", "CITIZENS"}


def check_agenda(points: Sequence[AgendaItem], offered: Sequence[AgendaItem]) -> None:
    """What a meeting needs of what the method offers, and no more than it can hold."""
    if not points:
        raise Refused(AgendaRefusal.EMPTY)
    if len(points) > MOST_POINTS:
        raise Refused(AgendaRefusal.TOO_MANY)
    if NEEDED & {point.shows for point in offered} - {point.shows for point in points}:
        raise Refused(AgendaRefusal.NEEDED)
