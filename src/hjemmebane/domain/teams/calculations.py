import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Engagement:
    """Weekly hours from a day on; without a last day they go on."""

    from_on: dt.date
    until_on: dt.date | None
    hours: Decimal

    def covers(self, day: dt.date) -> bool:
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


def most_at_once(engagements: Sequence[Engagement]) -> Decimal:
    """The most weekly hours held on any day: always on a day when something begins."""
    return max(
        (
            sum((one.hours for one in engagements if one.covers(begun.from_on)), Decimal(0))
            for begun in engagements
        ),
        default=Decimal(0),
    )
