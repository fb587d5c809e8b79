"""How long an appointment takes, whether two are at the same time, how often somebody was tried in
vain, how long a visit was, what of a note was written by a person, and the days of a series.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from uuid import UUID

from hjemmebane.foundation.clock import COPENHAGEN

# An appointment without an end is taken to last this long.
USUAL_LENGTH = dt.timedelta(hours=1)
LONGEST_APPOINTMENT = dt.timedelta(days=1)
LONGEST_TRAVEL = 8 * 60
MOST_IN_A_SERIES = 60
WEEK = dt.timedelta(weeks=1)
MONTHS = 12
# Nobody is at one citizen's longer than this: somebody forgot to say that they went.
LONGEST_STAY = dt.timedelta(hours=12)
MINUTE = dt.timedelta(minutes=1)


@dataclass(frozen=True)
class Slot:
    """The time of an appointment, and the minutes on the way there."""

    starts_at: dt.datetime
    ends_at: dt.datetime | None = None
    travel_minutes: int = 0

    @property
    def over_at(self) -> dt.datetime:
        return self.ends_at or self.starts_at + USUAL_LENGTH

    @property
    def leaves_at(self) -> dt.datetime:
        return self.starts_at - dt.timedelta(minutes=self.travel_minutes)

    @property
    def minutes(self) -> int:
        return round((self.over_at - self.starts_at).total_seconds() / 60)

    def overlaps(self, other: "Slot") -> bool:
        """One that begins as the other ends does not."""
        return self.starts_at < other.over_at and other.starts_at < self.over_at

    def meets(self, other: "Slot") -> bool:
        """Whether one person cannot do both: they overlap, or there is no time for the way."""
        return self.leaves_at < other.over_at and other.leaves_at < self.over_at


@dataclass(frozen=True)
class Attempt:
    """A contact in which the citizen was looked for and not met, and who went."""

    at: dt.datetime
    staff: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class InVain:
    """The attempts since a citizen was last met: how many, since when (None where there are none),
    and by how many different people.
    """

    times: int = 0
    since: dt.datetime | None = None
    people: int = 0


def in_vain(attempts: Iterable[Attempt]) -> InVain:
    """What some attempts in a row come to, in whatever order they are told."""
    made = list(attempts)
    if not made:
        return InVain()
    return InVain(
        times=len(made),
        since=min(one.at for one in made),
        people=len(frozenset[UUID]().union(*(one.staff for one in made))),
    )


def minutes_between(started_at: dt.datetime, left_at: dt.datetime) -> int | None:
    """The minutes of a stay as they went by, also in the nights when the clock is changed.

    None for one so long that somebody must have forgotten to say they went: that is for them to
    correct, and never becomes minutes by itself.
    """
    stay = left_at.astimezone(dt.UTC) - started_at.astimezone(dt.UTC)
    if stay < dt.timedelta(0) or stay > LONGEST_STAY:
        return None
    return max(1, round(stay / MINUTE))


def without_empty_prompts(note: str, skeleton: str) -> str:
    """A note without the prompts of its skeleton under which, or after which, nothing was written.

    What somebody wrote stays as it is, with the prompt it stands under.
    """
    prompts = {line.strip() for line in skeleton.splitlines() if line.strip()}
    parts: list[list[str]] = [[]]
    for line in note.splitlines():
        if line.strip() in prompts:
            parts.append([])
        parts[-1].append(line)
    first, *prompted = parts
    written = [part for part in prompted if any(line.strip() for line in part[1:])]
    if len(written) == len(prompted):
        return note.strip()
    return "\n".join(line for part in (first, *written) for line in part).strip()


def series_days(
    rhythm: str, first: dt.date, *, until: dt.date | None = None, times: int | None = None
) -> list[dt.date]:
    """The days of a series, `first` among them: to `until` or that many times.

    One more than a series may have when it would have more, so that the caller can refuse it.
    """
    days: list[dt.date] = []
    for day in _every(rhythm, first):
        is_over = (until is not None and day > until) or (times is not None and len(days) >= times)
        if is_over or len(days) > MOST_IN_A_SERIES:
            break
        days.append(day)
    return days


def _every(rhythm: str, first: dt.date) -> Iterator[dt.date]:
    if rhythm == "MONTHLY":
        for months in count():
            years, month = divmod(first.month - 1 + months, MONTHS)
            yield same_weekday(first, first.year + years, month + 1)
    step = WEEK if rhythm == "WEEKLY" else 2 * WEEK
    for number in count():
        yield first + number * step


def same_weekday(day: dt.date, year: int, month: int) -> dt.date:
    """The day in a month that is what `day` is in its own, as its second Tuesday.

    The fifth is the last: not every month has five.
    """
    earliest = dt.date(year, month, 1)
    found = earliest + dt.timedelta(days=(day.weekday() - earliest.weekday()) % 7)
    found += (day.day - 1) // 7 * WEEK
    return found if found.month == month else found - WEEK


def danish_moment(day: dt.date, time: dt.time) -> dt.datetime | None:
    """The moment of a Danish time of day. None for one that is skipped in March.

    One that comes twice in October is the first of the two, as when somebody types it.
    """
    local = dt.datetime.combine(day, time.replace(tzinfo=None, fold=0), COPENHAGEN)
    moment = local.astimezone(dt.UTC)
    there_and_back = moment.astimezone(COPENHAGEN)
    return moment if there_and_back.replace(tzinfo=None) == local.replace(tzinfo=None) else None
