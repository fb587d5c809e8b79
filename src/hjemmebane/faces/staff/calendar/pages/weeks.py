"""Which days the calendar shows, what they are called, and the way to their neighbours."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.formats import date_format
from holidays import country_holidays

from hjemmebane.design.navigation import Link
from hjemmebane.domain.contacts.calculations import danish_moment
from hjemmebane.faces.staff.moments import week_in_words, week_number
from hjemmebane.foundation.clock import COPENHAGEN

DAY, WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)
WRITTEN = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
# Nobody plans further ahead, and no team has existed for longer.
FIRST_YEAR, LAST_YEAR = 2015, 2099
UNKNOWN = "Dagen i adressen findes ikke. Her er i stedet i dag."
type Address = Callable[[str], str]


@dataclass(frozen=True)
class Span:
    """The days that are shown, seen from today: a week from Monday, or one day.

    told: why they are not the ones in the address.
    """

    first: dt.date
    today: dt.date
    is_day: bool = False
    told: str = ""

    @property
    def days(self) -> list[dt.date]:
        return [self.first + number * DAY for number in range(1 if self.is_day else 7)]

    @property
    def begins(self) -> dt.datetime:
        return midnight(self.first)

    @property
    def until(self) -> dt.datetime:
        return midnight(self.days[-1] + DAY)

    @property
    def is_now(self) -> bool:
        return self.today in self.days

    @property
    def title(self) -> str:
        """“Uge 47, 16.–22. november”, “Mandag 16. november, uge 47”."""
        if not self.is_day:
            return _capital(week_in_words(self.first, self.today))
        written = "l j. F" if self.first.year == self.today.year else "l j. F Y"
        return f"{_capital(date_format(self.first, written))}, {week_number(self.first)}"

    def ways(self, address: Address) -> list[Link]:
        """To the days before and after, and to the present ones where they are not shown."""
        step = DAY if self.is_day else WEEK
        return [self._link(self.first - step, address), self._link(self.first + step, address)]

    def now_url(self, address: Address) -> str:
        return "" if self.is_now else address(as_asked(self.today, is_day=self.is_day))

    @property
    def now_label(self) -> str:
        return "I dag" if self.is_day else "Denne uge"

    def _link(self, day: dt.date, address: Address) -> Link:
        label = _capital(date_format(day, "D j/n") if self.is_day else week_number(day))
        return Link(label, address(as_asked(day, is_day=self.is_day)))


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def as_asked(day: dt.date, *, is_day: bool) -> str:
    """“dag=2026-11-23”, “uge=2026-W48”."""
    if is_day:
        return f"dag={day.isoformat()}"
    year, week, _ = day.isocalendar()
    return f"uge={year}-W{week:02}"


def span_of(week: str, day: str, today: dt.date) -> Span:
    """The day or the week that the address names, else the present week."""
    if day:
        wanted = _day(day)
        return Span(wanted or today, today, is_day=True, told="" if wanted else UNKNOWN)
    present = today - today.weekday() * DAY
    if not week:
        return Span(present, today)
    monday = _monday(week)
    return Span(monday, today) if monday else Span(present, today, told=UNKNOWN)


def _day(wanted: str) -> dt.date | None:
    try:
        day = dt.date.fromisoformat(wanted)
    except ValueError:  # no day, or none that exists
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _monday(wanted: str) -> dt.date | None:
    found = WRITTEN.fullmatch(wanted)
    if not found:
        return None
    try:
        monday = dt.date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:  # a week that the year does not have
        return None
    return monday if FIRST_YEAR <= monday.year <= LAST_YEAR else None


def asked_moment(wanted: str) -> dt.datetime | None:
    """The moment that an address names in Danish time: “2026-11-23T10:15”; ten when only the day.

    None for one that is not there, also for the hour that is skipped in March.
    """
    try:
        found = dt.datetime.fromisoformat(wanted)
    except ValueError:
        return None
    if found.tzinfo or not FIRST_YEAR <= found.year <= LAST_YEAR:
        return None
    time = found.time() if "T" in wanted else dt.time(10)
    moment = danish_moment(found.date(), time)
    return moment.astimezone(COPENHAGEN) if moment else None


def midnight(day: dt.date) -> dt.datetime:
    """When a Danish day begins."""
    return dt.datetime.combine(day, dt.time(), COPENHAGEN)


def holiday_on(day: dt.date) -> str:
    """“Juledag”; nothing on a day like others."""
    return str(country_holidays("DK", years=day.year, language="da").get(day, ""))
