"""How many citizens there are to the hours spent with them."""

from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import Enum

FULL_TIME_HOURS = Decimal(37)
WHOLE = Decimal(1)


class Load(Enum):
    """Where a caseload stands against the team's ceiling."""

    NO_HOURS = "NO_HOURS"
    ROOM = "ROOM"
    FULL = "FULL"
    OVER = "OVER"


@dataclass(frozen=True)
class Caseload:
    """The citizens of a team by weight, against its executing hours and its ceiling.

    A citizen on hold or with low intensity keeps a place of their weight, so that they can be
    taken up again at once (Metodemanual § 7.4).
    """

    citizens: int
    weight: Decimal
    executing_hours: Decimal
    ceiling: Decimal

    @property
    def per_full_time(self) -> Decimal | None:
        """Citizens per 37 executing hours; None when there are no hours."""
        if not self.executing_hours:
            return None
        return self.weight * FULL_TIME_HOURS / self.executing_hours

    @property
    def rounded(self) -> int | None:
        """The figure as the evaluation tells it (§ 4.1)."""
        figure = self.per_full_time
        return None if figure is None else int(figure.quantize(WHOLE, ROUND_HALF_UP))

    @property
    def places_left(self) -> int:
        """How many whole citizens there is room for; below zero when there are too many."""
        most = self.ceiling * self.executing_hours / FULL_TIME_HOURS
        return int((most - self.weight).quantize(WHOLE, ROUND_FLOOR))

    @property
    def load(self) -> Load:
        figure = self.per_full_time
        if figure is None:
            return Load.NO_HOURS
        if figure > self.ceiling:
            return Load.OVER
        return Load.ROOM if self.places_left > 0 else Load.FULL


def full_time_equivalents(hours: Decimal) -> Decimal:
    """Weekly hours in positions of 37."""
    return hours / FULL_TIME_HOURS
