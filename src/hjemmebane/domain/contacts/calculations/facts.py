"""What a record says of the contact with one citizen: all that persistence is worked out from.

Days are Danish days, so that neither the hour of a visit nor a change of the clock counts.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

KNOWN_SINCE = dt.timedelta(days=90)


@dataclass(frozen=True)
class Touch:
    """One contact or attempt. `answered`: the citizen said something, were it no.

    with_others: somebody outside the team was spoken to. is_try: the citizen was to be met.
    known_at: when it was written.
    """

    at: dt.datetime
    on: dt.date
    known_at: dt.datetime
    met: bool
    answered: bool = False
    with_others: bool = False
    is_try: bool = True
    staff: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Colleague:
    """Somebody of the team, and when they are not there: from, and until with no end known."""

    id: UUID
    name: str
    from_on: dt.date
    until_on: dt.date | None = None
    coordinates: bool = False
    away: tuple[tuple[dt.date, dt.date | None], ...] = ()

    def is_here(self, day: dt.date) -> bool:
        in_team = self.from_on <= day and (self.until_on is None or day <= self.until_on)
        return in_team and not any(
            first <= day and (last is None or day <= last) for first, last in self.away
        )


@dataclass(frozen=True)
class Agreement:
    """What the citizen and the team agreed on contact; a figure of None is the method's.

    steps: what is done when the citizen withdraws, as (code, words) in order.
    """

    known_at: dt.datetime
    how: str = ""
    steps: tuple[tuple[str, str], ...] = ()
    most_people: int | None = None
    days_between: int | None = None
    tries_alone: int | None = None
    sign_of_life_days: int | None = None
    partners_tell: str = ""
    away_how: str = ""


@dataclass(frozen=True)
class Stay:
    """An admission or a time in prison that goes on. `called`: “indlagt”, “i fængsel”."""

    called: str
    from_on: dt.date
    known_at: dt.datetime


@dataclass(frozen=True)
class Pause:
    """A hold that goes on."""

    from_on: dt.date
    review_on: dt.date
    how: str
    known_at: dt.datetime


@dataclass(frozen=True)
class Event:
    """Something that happened on a day: a red light, an appointment the citizen missed."""

    on: dt.date
    at: dt.datetime
    known_at: dt.datetime


@dataclass(frozen=True)
class Facts:
    """Everything about one course. `weekly`: contacts a week, as agreed.

    coming_on: the day of the next appointment. touches: in order of time.
    """

    started_on: dt.date
    is_over: bool = False
    touches: tuple[Touch, ...] = ()
    team: tuple[Colleague, ...] = ()
    primary: UUID | None = None
    agreement: Agreement | None = None
    weekly: Decimal | None = None
    coming_on: dt.date | None = None
    missed: Event | None = None
    red: Event | None = None
    stay: Stay | None = None
    pause: Pause | None = None

    @property
    def last_met(self) -> Touch | None:
        return next((one for one in reversed(self.touches) if one.met), None)

    @property
    def since_met(self) -> tuple[Touch, ...]:
        """Everything after the citizen was last met."""
        met = self.last_met
        return tuple(one for one in self.touches if met is None or one.at > met.at)

    @property
    def attempts(self) -> tuple[Touch, ...]:
        """What was tried in vain since they last met."""
        return tuple(one for one in self.since_met if one.is_try and not one.met)

    @property
    def waited_since(self) -> dt.date:
        """The day they last met, or the course began."""
        return self.last_met.on if self.last_met else self.started_on

    @property
    def sign_on(self) -> dt.date:
        """The day of the last sign of life, or on which the course began."""
        signs = (one.on for one in self.touches if one.met or one.answered)
        return max(signs, default=self.started_on)

    @property
    def has_sign(self) -> bool:
        return any(one.met or one.answered for one in self.touches)

    @property
    def newest(self) -> dt.datetime | None:
        """When the newest of what is known about contact became known."""
        told = [one.known_at for one in self.touches]
        told += [
            one.known_at for one in (self.agreement, self.missed, self.stay, self.pause) if one
        ]
        return max(told, default=None)

    def times_met(self, today: dt.date) -> Counter[UUID]:
        """How often each met the citizen in the last 90 days."""
        return Counter(
            who
            for one in self.touches
            if one.met and one.on > today - KNOWN_SINCE
            for who in one.staff
        )


def who_tried(attempts: Iterable[Touch]) -> frozenset[UUID]:
    return frozenset(who for one in attempts for who in one.staff)
