"""What a calendar feed tells: when somebody has appointments, and nothing of whom."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.contacts.calculations import Slot
from hjemmebane.foundation.database import rows_of


@dataclass(frozen=True)
class FeedEntry:
    """One appointment: place is the code of its kind, never an address."""

    key: UUID
    version: int
    starts_at: dt.datetime
    ends_at: dt.datetime | None
    is_cancelled: bool
    place: str
    recorded_at: dt.datetime

    @property
    def slot(self) -> Slot:
        return Slot(self.starts_at, self.ends_at)


def feed_entries(secret: str) -> list[FeedEntry]:
    """The appointments of whose secret it is, in the order of time. Only for the feed."""
    return rows_of("guard.feed_appointments", secret, into=FeedEntry)
