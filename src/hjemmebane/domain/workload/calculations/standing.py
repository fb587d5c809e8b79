"""Whether somebody is there to do what stands with them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from hjemmebane.domain.workload.calculations.hours import DAY, Away, Period

# Who is away for a shorter time does it when they are back.
LONG = DAY * 14
# What has no day is to be done within four weeks; who leaves before then may not come to it.
SOON = DAY * 28


class Standing(Enum):
    """Why somebody is not there to do it."""

    LEFT = "LEFT"
    LEAVING = "LEAVING"
    AWAY = "AWAY"


@dataclass(frozen=True)
class Presence:
    """Somebody's days in a team, all periods of it, and when they are away."""

    periods: Sequence[Period] = ()
    absences: Sequence[Away] = ()

    def works_on(self, day: dt.date) -> bool:
        return any(one.covers(day) for one in self.periods)

    def away_on(self, day: dt.date) -> Away | None:
        """Wholly; who is away for some hours can still do it."""
        return next((one for one in self.absences if one.is_whole and one.covers(day)), None)

    def last_day(self, today: dt.date) -> dt.date | None:
        """The last day of the period that runs or ran last; None when it goes on, or never was."""
        ends = [one.until_on for one in self.periods if one.from_on <= today]
        return None if None in ends else max((end for end in ends if end), default=None)


def at_appointment(there: Presence, day: dt.date, *, today: dt.date) -> Standing | None:
    """Why somebody cannot go to an appointment of a day; None when they can."""
    if not there.works_on(day):
        return _gone(there, today)
    return Standing.AWAY if there.away_on(day) else None


def at_reminder(there: Presence, due_on: dt.date | None, *, today: dt.date) -> Standing | None:
    """Why somebody cannot do a task or a follow-up by its day; None when they can."""
    day = max(due_on or today + SOON, today)
    if not there.works_on(day):
        return _gone(there, today)
    if due_on:
        return Standing.AWAY if there.away_on(day) else None
    away = there.away_on(today)
    is_long = away and (away.until_on is None or away.until_on - today >= LONG)
    return Standing.AWAY if is_long else None


def _gone(there: Presence, today: dt.date) -> Standing:
    return Standing.LEAVING if there.works_on(today) else Standing.LEFT
