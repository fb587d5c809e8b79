"""How long an appointment takes, and whether two are at the same time."""

import datetime as dt
from dataclasses import dataclass

# An appointment without an end is taken to last this long.
USUAL_LENGTH = dt.timedelta(hours=1)


@dataclass(frozen=True)
class Slot:
    """The time of an appointment."""

    starts_at: dt.datetime
    ends_at: dt.datetime | None = None

    @property
    def over_at(self) -> dt.datetime:
        return self.ends_at or self.starts_at + USUAL_LENGTH

    @property
    def minutes(self) -> int:
        return round((self.over_at - self.starts_at).total_seconds() / 60)

    def overlaps(self, other: "Slot") -> bool:
        """One that begins as the other ends does not."""
        return self.starts_at < other.over_at and other.starts_at < self.over_at
