"""A team's own agenda: points moved, left out, taken in again, and added. No database."""

from collections.abc import Sequence

from hjemmebane.domain.method.content.entries import AgendaItem

type Points = tuple[AgendaItem, ...]


def moved(points: Sequence[AgendaItem], code: str, *, by: int) -> Points:
    """One point changes places with its neighbour; at the end nothing happens."""
    ordered = list(points)
    here = _place_of(ordered, code)
    there = here + by
    if here >= 0 and 0 <= there < len(ordered):
        ordered[here], ordered[there] = ordered[there], ordered[here]
    return tuple(ordered)


def without(points: Sequence[AgendaItem], code: str) -> Points:
    return tuple(point for point in points if point.code != code)


def with_one_more(points: Sequence[AgendaItem], point: AgendaItem) -> Points:
    """The point comes last; once, however often it is added."""
    return (*without(points, point.code), point)


def left_out(points: Sequence[AgendaItem], offered: Sequence[AgendaItem]) -> Points:
    """What the method offers that the team goes without."""
    codes = {point.code for point in points}
    return tuple(point for point in offered if point.code not in codes)


def _place_of(points: Sequence[AgendaItem], code: str) -> int:
    return next((place for place, point in enumerate(points) if point.code == code), -1)
