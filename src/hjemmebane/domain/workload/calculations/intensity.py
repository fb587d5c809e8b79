"""How much contact was agreed with a citizen over some weeks, and how much there was."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from hjemmebane.domain.workload.calculations.hours import DAY

WEEKS = 4
DAYS_IN_A_WEEK = 7
# Within a quarter of what was agreed is near it: our own choice, not the method's.
BELOW, ABOVE = Decimal("0.75"), Decimal("1.25")


class Match(Enum):
    """How what was given stands to what was agreed."""

    NOT_AGREED = "NOT_AGREED"
    PAUSED = "PAUSED"
    BELOW = "BELOW"
    NEAR = "NEAR"
    AS_AGREED = "AS_AGREED"
    ABOVE = "ABOVE"


@dataclass(frozen=True)
class Span:
    """Days up to, and not with, the last one; as periods of a course are."""

    from_on: dt.date
    until_on: dt.date | None = None

    def covers(self, day: dt.date) -> bool:
        return self.from_on <= day and (self.until_on is None or day < self.until_on)


@dataclass(frozen=True)
class Agreed(Span):
    """What was agreed a week, in contacts, in minutes or both."""

    contacts: Decimal | None = None
    minutes: int | None = None


@dataclass(frozen=True)
class Given:
    """What there was in the weeks: meetings, their minutes, and attempts in vain."""

    contacts: int = 0
    minutes: int = 0
    attempts: int = 0


@dataclass(frozen=True)
class Intensity:
    """The two beside each other; `None` where nothing was agreed in that measure."""

    given: Given
    contacts: Decimal | None
    minutes: Decimal | None
    paused_days: int

    @property
    def match(self) -> Match:
        """By contacts where contacts were agreed, else by minutes."""
        if self.contacts is not None:
            return _match(Decimal(self.given.contacts), self.contacts)
        if self.minutes is not None:
            return _match(Decimal(self.given.minutes), self.minutes)
        return Match.PAUSED if self.paused_days else Match.NOT_AGREED


def _match(given: Decimal, agreed: Decimal) -> Match:
    if given == agreed:
        return Match.AS_AGREED
    if given < agreed * BELOW:
        return Match.BELOW
    return Match.ABOVE if given > agreed * ABOVE else Match.NEAR


def window(today: dt.date) -> tuple[dt.date, dt.date]:
    """The last four weeks: the first day and the last, which is today."""
    return today - DAY * (WEEKS * DAYS_IN_A_WEEK - 1), today


def intensity(
    agreements: Sequence[Agreed], holds: Sequence[Span], given: Given, *, today: dt.date
) -> Intensity:
    """What was agreed for the last four weeks, day for day, and what was given.

    A day on hold asks for nothing; neither does a day without an agreement.
    """
    first, last = window(today)
    days = [first + DAY * number for number in range((last - first).days + 1)]
    paused = [day for day in days if any(hold.covers(day) for hold in holds)]
    contacts: list[Decimal] = []
    minutes: list[Decimal] = []
    for day in days:
        agreed = next((one for one in agreements if one.covers(day)), None)
        if agreed is None or day in paused:
            continue
        if agreed.contacts is not None:
            contacts.append(agreed.contacts)
        if agreed.minutes is not None:
            minutes.append(Decimal(agreed.minutes))
    return Intensity(given, _a_week(contacts), _a_week(minutes), len(paused))


def _a_week(daily: Sequence[Decimal]) -> Decimal | None:
    """The whole of weekly amounts, one for each day."""
    return sum(daily, Decimal(0)) / DAYS_IN_A_WEEK if daily else None
