"""When a measurement falls due: at the start, every third month, and at the end."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hjemmebane.domain.method.content.measuring import Measurement, Occasion

MONTHS_BETWEEN = 3
MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True)
class Due:
    """An instrument to be answered from a day on, and which occasion it is."""

    instrument: str
    occasion: Occasion
    on: dt.date


def due_until(
    measurements: Iterable[Measurement],
    *,
    started_on: dt.date,
    ended_on: dt.date | None,
    until: dt.date,
) -> list[Due]:
    """Everything that has fallen due in a course up to and including `until`, oldest first.

    A quarter that would fall on or after the end is left to the measurement at the end; what is
    measured at the start is not measured once more where the end is the same day.
    """
    found = [
        Due(one.instrument, occasion, day)
        for one in measurements
        for occasion, day in _days(one, started_on, ended_on, until)
    ]
    return sorted(found, key=lambda due: (due.on, due.instrument))


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or that month's last."""
    year, month = divmod(day.year * MONTHS_IN_A_YEAR + day.month - 1 + months, MONTHS_IN_A_YEAR)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _days(
    measurement: Measurement, started_on: dt.date, ended_on: dt.date | None, until: dt.date
) -> Iterator[tuple[Occasion, dt.date]]:
    occasions = measurement.occasions
    if Occasion.START in occasions and started_on <= until:
        yield Occasion.START, started_on
    if Occasion.QUARTER in occasions:
        last = until if ended_on is None else min(until, ended_on - dt.timedelta(days=1))
        months = MONTHS_BETWEEN
        while (day := months_later(started_on, months)) <= last:
            yield Occasion.QUARTER, day
            months += MONTHS_BETWEEN
    is_left_to_the_start = ended_on == started_on and Occasion.START in occasions
    if Occasion.END not in occasions or is_left_to_the_start:
        return
    if ended_on is not None and ended_on <= until:
        yield Occasion.END, ended_on
