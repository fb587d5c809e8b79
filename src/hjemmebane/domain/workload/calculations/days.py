"""Time day by day: sums that add up to the week's, whatever hour a day has too few or too many."""

import datetime as dt
from collections.abc import Iterable

from hjemmebane.domain.workload.calculations.hours import DAY, Spent

DAYS_IN_A_WEEK = 7


def days_of(monday: dt.date) -> list[dt.date]:
    """The seven days of a week."""
    return [monday + DAY * number for number in range(DAYS_IN_A_WEEK)]


def by_day(spent: Iterable[tuple[dt.date, Spent]], monday: dt.date) -> dict[dt.date, Spent]:
    """What each day of the week went to; days on which nothing was spent are there too."""
    sums = dict.fromkeys(days_of(monday), Spent())
    for day, one in spent:
        if day in sums:
            sums[day] += one
    return sums


def in_all(spent: Iterable[Spent]) -> Spent:
    return sum(spent, Spent())
