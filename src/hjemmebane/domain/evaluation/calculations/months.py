"""Whole months, which are all that a report and its cases know of days."""

import datetime as dt
from collections.abc import Iterator

ONE_DAY = dt.timedelta(days=1)
MONTHS_A_YEAR = 12


def first_of(month: str) -> dt.date:
    """The first day of a month written “2025-01”. Raises ValueError for what is none."""
    return dt.date.fromisoformat(f"{month}-01")


def last_of(first: dt.date) -> dt.date:
    """The last day of the month that a day begins."""
    return (first + dt.timedelta(days=31)).replace(day=1) - ONE_DAY


def months_between(first: str, last: str) -> int:
    """From one month to another, both written “2025-01”."""
    begun, ended = (int(one[:4]) * MONTHS_A_YEAR + int(one[5:7]) for one in (first, last))
    return ended - begun


def months_before(today: dt.date) -> Iterator[dt.date]:
    """The first day of each month that is over, the newest first."""
    first = today.replace(day=1)
    while True:
        first = (first - ONE_DAY).replace(day=1)
        yield first
