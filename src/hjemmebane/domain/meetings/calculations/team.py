"""In which order a meeting takes the citizens up, and why. No database.

Tiers, not weights: what speaks for a citizen can always be said in words, and nothing ordinary
adds up to more than a red light. The order is ours; the manual (§ 6.2) asks only that those with
much support are taken up more often.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol
from uuid import UUID

from hjemmebane.domain.meetings.calculations.rhythm import how_often
from hjemmebane.foundation.letters import alphabetical_key
from hjemmebane.foundation.spans import ago

# The codes of the contacts room's choices.Light that call for the team.
RED, YELLOW = "RED", "YELLOW"
# A meeting that was open for more than so many times as long as planned was left open.
FORGOTTEN = 2


class HasTurn(Protocol):
    """A citizen's place at a meeting, as far as time goes."""

    taken_up_at: dt.datetime | None


class Need(IntEnum):
    """How soon a citizen is taken up, the soonest first."""

    RED_LIGHT = 0
    OVERDUE = 1
    CADENCE_DUE = 2
    YELLOW_LIGHT = 3
    NOT_DUE = 4


@dataclass(frozen=True)
class Situation:
    """What is known of one course before the meeting.

    light: a code of the contacts room's choices.Light, or empty; light_on: since when.
    follow_ups: the days on which follow-ups still open are due.
    review_on: when the team said that it would look again at why the citizen is on the board.
    discussed_on: the last board meeting that took the citizen up.
    cadence_days: how often that was agreed.
    """

    course_id: UUID
    name: str
    started_on: dt.date
    cadence_days: int
    discussed_on: dt.date | None = None
    light: str = ""
    light_on: dt.date | None = None
    follow_ups: tuple[dt.date, ...] = ()
    review_on: dt.date | None = None


@dataclass(frozen=True)
class Turn:
    """A citizen's place in the order: how much it is needed, and all that speaks for it."""

    course_id: UUID
    need: Need
    reasons: tuple[str, ...]


def in_order_of_need(situations: Iterable[Situation], *, today: dt.date) -> list[Turn]:
    """Everybody once: by need, then by how long they have waited, then by name."""
    ordered = sorted(
        situations,
        key=lambda one: (
            _need(one, today),
            -_days_waited(one, today),
            alphabetical_key(one.name),
            one.course_id,
        ),
    )
    return [Turn(one.course_id, _need(one, today), _reasons(one, today)) for one in ordered]


def _need(one: Situation, today: dt.date) -> Need:
    if one.light == RED:
        return Need.RED_LIGHT
    if _overdue(one, today) or _is_past(one.review_on, today):
        return Need.OVERDUE
    if _is_due(one, today):
        return Need.CADENCE_DUE
    return Need.YELLOW_LIGHT if one.light == YELLOW else Need.NOT_DUE


def _overdue(one: Situation, today: dt.date) -> list[dt.date]:
    """The follow-ups whose day has gone, the oldest first."""
    return sorted(day for day in one.follow_ups if day < today)


def _is_past(day: dt.date | None, today: dt.date) -> bool:
    return day is not None and day < today


def _is_due(one: Situation, today: dt.date) -> bool:
    return one.discussed_on is None or _days_waited(one, today) >= one.cadence_days


def _days_waited(one: Situation, today: dt.date) -> int:
    """Since the citizen was last taken up, or since the start."""
    return (today - (one.discussed_on or one.started_on)).days


def _reasons(one: Situation, today: dt.date) -> tuple[str, ...]:
    return tuple(
        filter(
            None,
            (
                _about_light(one, today),
                _about_follow_ups(one, today),
                _about_review(one, today),
                _about_cadence(one, today),
            ),
        )
    )


def _about_light(one: Situation, today: dt.date) -> str:
    word = {RED: "Rødt lys", YELLOW: "Gult lys"}.get(one.light, "")
    return f"{word}, sat {ago((today - one.light_on).days)}" if word and one.light_on else word


def _about_follow_ups(one: Situation, today: dt.date) -> str:
    late = _overdue(one, today)
    if not late:
        return ""
    what = "En opfølgning" if len(late) == 1 else f"{len(late)} opfølgninger, den ældste"
    return f"{what} skulle være sket {ago((today - late[0]).days)}"


def _about_review(one: Situation, today: dt.date) -> str:
    if one.review_on is None or not _is_past(one.review_on, today):
        return ""
    return f"I ville se på det igen {ago((today - one.review_on).days)}"


def _about_cadence(one: Situation, today: dt.date) -> str:
    if one.discussed_on is None:
        return "Ikke drøftet endnu"
    discussed = f"Drøftet {ago(_days_waited(one, today))}"
    if not _is_due(one, today):
        return discussed
    return f"{discussed}, aftalt {how_often(one.cadence_days)}"


def current_of[I: HasTurn](items: Iterable[I]) -> I | None:
    """Whom the meeting came to last; None before the first."""
    taken = [(item.taken_up_at, item) for item in items if item.taken_up_at]
    return max(taken, key=lambda pair: pair[0])[1] if taken else None


def minutes_held(opened_at: dt.datetime, closed_at: dt.datetime, *, planned: int) -> int:
    """How long a meeting was; as long as planned when somebody forgot to close it."""
    held = max(round((closed_at - opened_at).total_seconds() / 60), 1)
    return held if held <= FORGOTTEN * planned else planned
