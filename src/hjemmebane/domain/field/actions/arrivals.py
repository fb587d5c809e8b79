"""An item on our doorstep, and what became of it."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db.models import TextChoices

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.field.calculations import UNNOTICED, Clock, hours_and_minutes
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.written import written_moment


@dataclass(frozen=True)
class Taken:
    """What became of an item.

    conflict: what was kept beside, in a sentence. told: what else the sender should know.
    have: how many bytes of a file are here, while it or its contact is still awaited as `awaits`.
    broken: why what came is of no use; it has been given up, and the telephone sends it anew.
    """

    conflict: str = ""
    told: str = ""
    have: int = 0
    awaits: str = ""
    broken: TextChoices | None = None

    @property
    def is_done(self) -> bool:
        """Whether the telephone may let go of it."""
        return not self.awaits and self.broken is None


@dataclass(frozen=True)
class Arrival:
    """An item on our doorstep: under which key, about whom, and when by whose clock.

    said: a fingerprint of all that it says.
    """

    key: UUID
    kind: str
    made_at: dt.datetime
    course: Course
    clock: Clock
    said: str
    by: Actor
    at: dt.datetime

    @property
    def key_beside(self) -> UUID:
        """Always the same key for the same other words under the item's own."""
        return uuid5(self.key, self.said)

    def true(self, told: dt.datetime) -> dt.datetime:
        """A moment by our clock. What ends up a little ahead of us is now."""
        moment = self.clock.true(told)
        return self.at if self.at < moment <= self.at + UNNOTICED else moment

    def clock_told(self, moment: dt.datetime) -> str:
        """That the clock went wrong and what time was written instead; never in silence."""
        if self.clock.is_right:
            return ""
        wrong = hours_and_minutes(self.clock.ahead)
        return (
            f"Telefonens ur går {wrong} forkert. Tidspunktet er rettet til"
            f" {written_moment(moment)}."
        )
