"""Days relative to the day of building, so that the demo always looks alive."""

import datetime as dt
from dataclasses import dataclass

from hjemmebane.foundation.clock import COPENHAGEN, day_of

DAYS_IN = {"d": 1, "w": 7}
SATURDAY = 5


def days_in(span: str) -> int:
    """The days of `3d` or `12w`."""
    return int(span[:-1]) * DAYS_IN[span[-1]]


@dataclass(frozen=True)
class Days:
    """The calendar as seen from one moment, read once for the whole fill."""

    now: dt.datetime

    @property
    def today(self) -> dt.date:
        return day_of(self.now)

    def ago(self, span: str) -> dt.date:
        """The working day that long ago, or the last one before it."""
        day = self.today - dt.timedelta(days=days_in(span))
        return day - dt.timedelta(days=max(0, day.weekday() - SATURDAY + 1))

    def ahead(self, span: str) -> dt.date:
        """The working day that far ahead, or the first one after it."""
        day = self.today + dt.timedelta(days=days_in(span))
        return day + dt.timedelta(days=(7 - day.weekday()) if day.weekday() >= SATURDAY else 0)

    def last(self, weekday: int, weeks: int) -> list[dt.date]:
        """A day of the week (0 is Monday) in the last weeks before today, the oldest first."""
        newest = self.today - dt.timedelta(days=(self.today.weekday() - weekday - 1) % 7 + 1)
        return [newest - dt.timedelta(weeks=weeks - 1 - place) for place in range(weeks)]

    def moment(self, span: str, hour: int, minute: int = 0) -> dt.datetime:
        """A Danish time of day that long ago."""
        return at_time(self.ago(span), hour, minute)

    def birth_of(self, age: int, birthday: str) -> dt.date:
        """The birth date of somebody who is `age` today and has their birthday on `MM-DD`."""
        month, day = (int(part) for part in birthday.split("-"))
        had_birthday = (month, day) <= (self.today.month, self.today.day)
        return dt.date(self.today.year - age - (0 if had_birthday else 1), month, day)


def at_time(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    """A Danish time of day, in UTC."""
    return dt.datetime.combine(day, dt.time(hour, minute), COPENHAGEN).astimezone(dt.UTC)
