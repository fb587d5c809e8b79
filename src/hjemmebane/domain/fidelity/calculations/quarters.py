"""The quarters of a year, by which a team looks at itself."""

import datetime as dt
from dataclasses import dataclass

MONTHS = 3
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, order=True)
class Quarter:
    """One of the four of a year: its number is from 1 to 4."""

    year: int
    number: int

    @property
    def first(self) -> dt.date:
        return dt.date(self.year, MONTHS * (self.number - 1) + 1, 1)

    @property
    def last(self) -> dt.date:
        return self.next.first - DAY

    @property
    def next(self) -> "Quarter":
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def previous(self) -> "Quarter":
        return quarter_of(self.first - DAY)

    @property
    def title(self) -> str:
        """“4. kvartal 2026”."""
        return f"{self.number}. kvartal {self.year}"

    def back(self, count: int) -> list["Quarter"]:
        """So many quarters, this one the last."""
        found = [self]
        while len(found) < count:
            found = [found[0].previous, *found]
        return found

    def __str__(self) -> str:
        return f"{self.year}-{self.number}"


def quarter_of(day: dt.date) -> Quarter:
    return Quarter(day.year, (day.month - 1) // MONTHS + 1)
