"""What DACTS looks at, as plain records, and the windows it looks through."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from hjemmebane.domain.fidelity.calculations.log import ContactLog, Window
from hjemmebane.domain.method.content.dacts import DactsItem
from hjemmebane.domain.method.content.fidelity import LEVELS
from hjemmebane.domain.workload.calculations.hours import DAY, monday_of
from hjemmebane.domain.workload.calculations.intensity import Span

WEEK = 7
MONTHS_IN_A_YEAR = 12
FULL_TIME = 37


@dataclass(frozen=True)
class MemberLog:
    """Somebody's place in the team, both days with it. hours: a week, coordination with them."""

    staff_id: UUID
    profession: str
    leads: bool
    hours: Decimal
    from_on: dt.date
    until_on: dt.date | None = None

    def covers(self, day: dt.date) -> bool:
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)

    def has_one_of(self, words: Iterable[str]) -> bool:
        """Whether the profession is called one of these, whatever else it is called."""
        return any(word.casefold() in self.profession.casefold() for word in words)


@dataclass(frozen=True)
class StayLog:
    """An admission, both days with it."""

    from_on: dt.date
    until_on: dt.date | None = None

    def covers(self, day: dt.date) -> bool:
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True)
class MeetingLog:
    """A meeting about citizens, and the courses that were taken up."""

    on: dt.date
    seen: frozenset[UUID]


@dataclass(frozen=True)
class ServedLog:
    """One course; ended_on is not with it."""

    key: UUID
    citizen_id: UUID
    started_on: dt.date
    ended_on: dt.date | None = None
    ended_because: str = ""
    holds: tuple[Span, ...] = ()
    contacts: tuple[ContactLog, ...] = ()
    stays: tuple[StayLog, ...] = ()

    def runs_on(self, day: dt.date) -> bool:
        return self.started_on <= day and (self.ended_on is None or day < self.ended_on)

    def is_active_on(self, day: dt.date) -> bool:
        return self.runs_on(day) and not any(hold.covers(day) for hold in self.holds)

    def is_active_in(self, window: Window) -> bool:
        """On each of its days."""
        is_running = self.runs_on(window.first) and self.runs_on(window.last)
        return is_running and not any(window.touches(hold) for hold in self.holds)

    def contacts_in(self, window: Window) -> Iterator[ContactLog]:
        return (one for one in self.contacts if window.holds(one.on))


@dataclass(frozen=True)
class DactsLog:
    """A team on a day: everybody who is or was in it, every course, and its meetings lately."""

    today: dt.date
    members: Sequence[MemberLog] = ()
    courses: Sequence[ServedLog] = ()
    meetings: Sequence[MeetingLog] = ()

    def members_on(self, day: dt.date) -> list[MemberLog]:
        return [one for one in self.members if one.covers(day)]

    def running_on(self, day: dt.date) -> list[ServedLog]:
        return [one for one in self.courses if one.runs_on(day)]

    def active_in(self, window: Window) -> list[ServedLog]:
        return [one for one in self.courses if one.is_active_in(window)]

    def contacts_in(self, window: Window) -> list[ContactLog]:
        return [contact for course in self.courses for contact in course.contacts_in(window)]


@dataclass(frozen=True)
class Found:
    """What a formula found. value: None where there is nothing to compute it of.

    n: of how many; missing: of how many it should have been and was not. highest: the level above
    which this figure alone does not lift. citizens: how many people's records it is made of, where
    it is made of those.
    """

    value: Fraction | None
    n: int
    missing: int = 0
    highest: int = LEVELS
    citizens: int | None = None


def window_of(item: DactsItem, today: dt.date) -> Window:
    """Complete weeks or calendar months before the one that is under way; else today alone."""
    if item.weeks:
        last = monday_of(today) - DAY
        return Window(last - DAY * (WEEK * item.weeks - 1), last)
    if item.months:
        this = today.replace(day=1)
        return Window(months_back(this, item.months), this - DAY)
    return Window(today, today)


def months_back(first: dt.date, count: int) -> dt.date:
    """The first day of a month so many months before another."""
    number = first.year * MONTHS_IN_A_YEAR + first.month - 1 - count
    return first.replace(year=number // MONTHS_IN_A_YEAR, month=number % MONTHS_IN_A_YEAR + 1)


def first_days(window: Window) -> list[dt.date]:
    """The first of each month of a window of whole months."""
    return [day for day in window.days if day.day == 1]


def full_time(members: Iterable[MemberLog]) -> Fraction:
    return sum((Fraction(one.hours) for one in members), Fraction(0)) / FULL_TIME


def people(courses: Iterable[ServedLog]) -> int:
    """How many citizens these courses are of."""
    return len({one.citizen_id for one in courses})


def percent(part: int, whole: int) -> Fraction | None:
    return Fraction(100 * part, whole) if whole else None
