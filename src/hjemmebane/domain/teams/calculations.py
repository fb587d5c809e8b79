import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID


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


# Codes of choices.TrainingKind: those that teach the method itself.
TEACHES_METHOD = frozenset({"COMPETENCE_DAY", "METHOD_COURSE"})


@dataclass(frozen=True)
class Training:
    """What was learned on a day, by its code, and who took part."""

    kind: str
    held_on: dt.date
    hours: Decimal
    participants: frozenset[UUID]


def untrained(joined: Mapping[UUID, dt.date], trainings: Sequence[Training]) -> list[UUID]:
    """Those who have not been taught the method since they joined, in the order they stand."""
    return [
        who
        for who, since in joined.items()
        if not any(
            one.kind in TEACHES_METHOD and who in one.participants and one.held_on >= since
            for one in trainings
        )
    ]


def last_held(trainings: Sequence[Training], kind: str) -> dt.date | None:
    """When there was last one of a kind."""
    return max((one.held_on for one in trainings if one.kind == kind), default=None)


def hours_by_kind(trainings: Sequence[Training], *, since: dt.date) -> dict[str, Decimal]:
    """The hours of each kind from a day on: a day counts once, whoever took part."""
    hours: dict[str, Decimal] = {}
    for one in trainings:
        if one.held_on >= since:
            hours[one.kind] = hours.get(one.kind, Decimal(0)) + one.hours
    return hours


def hash_of_token(token: str) -> str:
    """What is stored of a feed's secret: it is long and random, so one round is enough."""
    return hashlib.sha256(token.encode()).hexdigest()
