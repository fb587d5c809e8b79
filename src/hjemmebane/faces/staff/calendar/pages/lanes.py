"""Where blocks of time stand in a day: in quarters from its first hour, side by side where they
overlap. Plain data in, plain data out.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.foundation.clock import COPENHAGEN, day_of

FIRST_HOUR, LAST_HOUR = 8, 18
QUARTERS = 4
DAY_QUARTERS = 24 * QUARTERS
QUARTER = 15
MOST_LANES = 6


@dataclass(frozen=True)
class Timed:
    """Something that takes time, under a key."""

    key: UUID
    starts_at: dt.datetime
    over_at: dt.datetime


@dataclass(frozen=True)
class Spot:
    """Where it stands: quarters after midnight, how many, and which lane of how many."""

    at: int
    long: int
    lane: int
    lanes: int


def spots(day: dt.date, timed: Iterable[Timed]) -> dict[UUID, Spot]:
    """Where each stands on a day. What goes on past midnight ends with the day."""
    cut = sorted(((*_quarters(day, one), one.key) for one in timed), key=lambda one: one[:2])
    found: dict[UUID, Spot] = {}
    group: list[tuple[int, int, UUID]] = []
    for one in cut:
        if group and one[0] >= max(end for _, end, _ in group):
            found |= _side_by_side(group)
            group = []
        group.append(one)
    return found | _side_by_side(group)


def _quarters(day: dt.date, one: Timed) -> tuple[int, int]:
    start = _quarter(one.starts_at) if day_of(one.starts_at) == day else 0
    end = _quarter(one.over_at, up=True) if day_of(one.over_at) == day else DAY_QUARTERS
    return start, max(end, start + 1)


def _quarter(moment: dt.datetime, *, up: bool = False) -> int:
    local = moment.astimezone(COPENHAGEN)
    minutes = local.hour * 60 + local.minute
    return -(-minutes // QUARTER) if up else minutes // QUARTER


def _side_by_side(group: Sequence[tuple[int, int, UUID]]) -> dict[UUID, Spot]:
    """Each takes the first lane that is free; those that overlap share the width alike."""
    ends: list[int] = []
    lane_of: dict[UUID, int] = {}
    for start, end, key in group:
        free = [number for number, until in enumerate(ends) if until <= start]
        lane = free[0] if free else len(ends)
        ends[lane : lane + 1] = [end]
        lane_of[key] = min(lane, MOST_LANES - 1)
    lanes = min(len(ends), MOST_LANES)
    return {key: Spot(start, end - start, lane_of[key] + 1, lanes) for start, end, key in group}


def hours_shown(found: Iterable[Spot]) -> range:
    """From eight to eighteen, and as many more as something needs."""
    there = list(found)
    first = min((one.at // QUARTERS for one in there), default=FIRST_HOUR)
    last = max((-(-(one.at + one.long) // QUARTERS) for one in there), default=LAST_HOUR)
    return range(min(first, FIRST_HOUR), max(last, LAST_HOUR))
