"""The hours somebody has in a week, and what is left of them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from holidays import country_holidays

WORKING_DAYS = 5  # Monday to Friday; weekly hours lie evenly on them
MINUTES_IN_AN_HOUR = 60
DAY = dt.timedelta(days=1)


@cache
def public_holidays(year: int) -> frozenset[dt.date]:
    """The Danish public holidays of a year."""
    return frozenset(country_holidays("DK", years=year))


def is_working_day(day: dt.date) -> bool:
    return day.weekday() < WORKING_DAYS and day not in public_holidays(day.year)


def monday_of(day: dt.date) -> dt.date:
    """The first day of the ISO week."""
    return day - dt.timedelta(days=day.weekday())


def working_days_left(monday: dt.date, today: dt.date) -> int:
    """How many working days the week still has, today with them; none when it is over."""
    days = (monday + DAY * number for number in range(WORKING_DAYS))
    return sum(day >= today and is_working_day(day) for day in days)


@dataclass(frozen=True)
class Period:
    """Days from one on; without a last one they go on."""

    from_on: dt.date
    until_on: dt.date | None

    def covers(self, day: dt.date) -> bool:
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True)
class Terms(Period):
    """Weekly hours in a team; `is_here` when it is the team that is looked at."""

    executing: Decimal
    coordination: Decimal
    is_here: bool = True

    @property
    def hours(self) -> Decimal:
        return self.executing + self.coordination


@dataclass(frozen=True)
class Away(Period):
    """An absence: of some hours a week, or wholly."""

    hours_per_week: Decimal | None = None

    @property
    def is_whole(self) -> bool:
        return self.hours_per_week is None


@dataclass(frozen=True)
class WeekHours:
    """A week's hours in a team: those there are, and those a holiday or an absence took."""

    executing: Decimal = Decimal(0)
    coordination: Decimal = Decimal(0)
    holiday: Decimal = Decimal(0)
    away: Decimal = Decimal(0)

    @property
    def available(self) -> Decimal:
        return self.executing + self.coordination

    @property
    def planned(self) -> Decimal:
        """Before anything took some of them."""
        return self.available + self.holiday + self.away

    def __add__(self, other: "WeekHours") -> "WeekHours":
        return WeekHours(
            self.executing + other.executing,
            self.coordination + other.coordination,
            self.holiday + other.holiday,
            self.away + other.away,
        )


@dataclass(frozen=True)
class Spent:
    """Minutes by what they went to."""

    direct: int = 0
    coordination: int = 0
    travel: int = 0
    meeting: int = 0
    learning: int = 0

    @property
    def minutes(self) -> int:
        return self.direct + self.coordination + self.travel + self.meeting + self.learning

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(
            self.direct + other.direct,
            self.coordination + other.coordination,
            self.travel + other.travel,
            self.meeting + other.meeting,
            self.learning + other.learning,
        )


def week_hours(terms: Sequence[Terms], absences: Sequence[Away], *, monday: dt.date) -> WeekHours:
    """What somebody has of hours for a team in the week, and what took the rest.

    `terms` are all their memberships: an absence of some hours a week is shared by their teams
    as the hours are.
    """
    days = (monday + DAY * number for number in range(WORKING_DAYS))
    return sum((_day(terms, absences, day) for day in days), WeekHours())


def _day(terms: Sequence[Terms], absences: Sequence[Away], day: dt.date) -> WeekHours:
    held = [one for one in terms if one.covers(day)]
    here = [one for one in held if one.is_here]
    hours = _hours(here) / WORKING_DAYS
    if not hours:
        return WeekHours()
    if not is_working_day(day):
        return WeekHours(holiday=hours)
    away = min(hours, _hours_away(absences, day, hours=hours, all_hours=_hours(held)))
    share = sum((one.executing for one in here), Decimal(0)) / _hours(here)
    executing = (hours - away) * share
    return WeekHours(executing, hours - away - executing, away=away)


def _hours(terms: Iterable[Terms]) -> Decimal:
    return sum((one.hours for one in terms), Decimal(0))


def _hours_away(
    absences: Sequence[Away], day: dt.date, *, hours: Decimal, all_hours: Decimal
) -> Decimal:
    """How much of the day's hours in this team the absences take."""
    present = [one for one in absences if one.covers(day)]
    if any(one.is_whole for one in present):
        return hours
    weekly = sum((one.hours_per_week or Decimal(0) for one in present), Decimal(0))
    return weekly * hours / all_hours


def hours_of(minutes: int) -> Decimal:
    return Decimal(minutes) / MINUTES_IN_AN_HOUR


def hours_left(available: Decimal, spent: Spent, agreed_minutes: int) -> Decimal:
    """What is left of a week's hours; below zero when more is done or agreed than there is."""
    return available - hours_of(spent.minutes + agreed_minutes)
