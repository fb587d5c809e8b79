"""How often a team meets for what, and whom it goes into in depth next. No database."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.foundation.letters import alphabetical_key
from hjemmebane.foundation.spans import ago

QUARTER = 13 * 7


@dataclass(frozen=True)
class Waiting:
    """A course, and when its goals and plan were last gone through at a treatment meeting."""

    course_id: UUID
    name: str
    started_on: dt.date
    treated_on: dt.date | None = None


@dataclass(frozen=True)
class Suggestion:
    """A course in the order in which it is suggested, why, and whether its time has come."""

    course_id: UUID
    reason: str
    is_due: bool


def longest_since(
    waiting: Iterable[Waiting], *, every_days: int, today: dt.date
) -> list[Suggestion]:
    """Everybody once: those never gone through, then those it is longest since, then by name."""
    ordered = sorted(
        waiting,
        key=lambda one: (
            one.treated_on is not None,
            one.treated_on or one.started_on,
            alphabetical_key(one.name),
            one.course_id,
        ),
    )
    return [
        Suggestion(
            one.course_id,
            _since(one, today),
            is_due(one.treated_on, every_days=every_days, today=today),
        )
        for one in ordered
    ]


def is_due(last_on: dt.date | None, *, every_days: int, today: dt.date) -> bool:
    """Whether it is time again, for what has a rhythm."""
    if not every_days:
        return False
    return last_on is None or (today - last_on).days >= every_days


def how_often(days: int) -> str:
    """“hver hverdag”, “hver uge”, “hver 2. uge”, “hver 10. dag”, “hvert kvartal”."""
    if days == QUARTER:
        return "hvert kvartal"
    if days == 1:
        return "hver hverdag"
    weeks, rest = divmod(days, 7)
    if rest:
        return f"hver {days}. dag"
    return "hver uge" if weeks == 1 else f"hver {weeks}. uge"


def _since(one: Waiting, today: dt.date) -> str:
    if one.treated_on is None:
        return "Ikke gennemgået i dybden endnu"
    return f"Gennemgået i dybden {ago((today - one.treated_on).days)}"
