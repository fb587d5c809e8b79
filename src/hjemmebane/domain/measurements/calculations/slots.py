"""Which answers belong to which due day, and how a due day stands."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hjemmebane.domain.measurements.calculations.due import Due

# So long before the day it may be done, and so long after it is not called late.
LEAD = dt.timedelta(days=14)
GRACE = dt.timedelta(days=14)


class Standing(StrEnum):
    """How a due day stands on a day."""

    ANSWERED = "ANSWERED"
    POSTPONED = "POSTPONED"
    COMING = "COMING"
    DUE = "DUE"
    OVERDUE = "OVERDUE"
    MISSED = "MISSED"


@dataclass(frozen=True)
class Slot:
    """A due day, and the days whose answers belong to it; `closes_on` is the first that does not.

    It is open from a fortnight before; where two lie closer, from half-way between them.
    """

    due: Due
    opens_on: dt.date
    closes_on: dt.date | None

    def holds(self, day: dt.date) -> bool:
        return self.opens_on <= day and (self.closes_on is None or day < self.closes_on)


def slots(dues: Iterable[Due], *, started_on: dt.date) -> list[Slot]:
    """The due days of one instrument, oldest first, each with the days that belong to it."""
    ordered = sorted(dues, key=lambda due: due.on)
    opens: list[dt.date] = []
    before = started_on
    for due in ordered:
        opens.append(due.on - min(LEAD, (due.on - before) // 2))
        before = due.on
    closes = [*opens[1:], None][: len(opens)]
    return [
        Slot(due, opened, closed)
        for due, opened, closed in zip(ordered, opens, closes, strict=True)
    ]


def standing(
    slot: Slot, *, is_answered: bool, put_off_until: dt.date | None, today: dt.date
) -> Standing:
    """How a due day stands today. What nobody answered before the next one opened is missed."""
    if is_answered:
        return Standing.ANSWERED
    if slot.closes_on is not None and slot.closes_on <= today:
        return Standing.MISSED
    if put_off_until is not None and put_off_until > today:
        return Standing.POSTPONED
    if today < slot.due.on:
        return Standing.COMING
    return Standing.OVERDUE if today > slot.due.on + GRACE else Standing.DUE
