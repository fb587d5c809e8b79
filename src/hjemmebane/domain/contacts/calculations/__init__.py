"""How long an appointment takes, whether two are at the same time, how often somebody was tried in
vain, how long a visit was, and what of a note was written by a person.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

# An appointment without an end is taken to last this long.
USUAL_LENGTH = dt.timedelta(hours=1)
# Nobody is at one citizen's longer than this: somebody forgot to say that they went.
LONGEST_STAY = dt.timedelta(hours=12)
MINUTE = dt.timedelta(minutes=1)


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


@dataclass(frozen=True)
class Attempt:
    """A contact in which the citizen was looked for and not met, and who went."""

    at: dt.datetime
    staff: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class InVain:
    """The attempts since a citizen was last met: how many, since when (None where there are none),
    and by how many different people.
    """

    times: int = 0
    since: dt.datetime | None = None
    people: int = 0


def in_vain(attempts: Iterable[Attempt]) -> InVain:
    """What some attempts in a row come to, in whatever order they are told."""
    made = list(attempts)
    if not made:
        return InVain()
    return InVain(
        times=len(made),
        since=min(one.at for one in made),
        people=len(frozenset[UUID]().union(*(one.staff for one in made))),
    )


def minutes_between(started_at: dt.datetime, left_at: dt.datetime) -> int | None:
    """The minutes of a stay as they went by, also in the nights when the clock is changed.

    None for one so long that somebody must have forgotten to say they went: that is for them to
    correct, and never becomes minutes by itself.
    """
    stay = left_at.astimezone(dt.UTC) - started_at.astimezone(dt.UTC)
    if stay < dt.timedelta(0) or stay > LONGEST_STAY:
        return None
    return max(1, round(stay / MINUTE))


def without_empty_prompts(note: str, skeleton: str) -> str:
    """A note without the prompts of its skeleton under which, or after which, nothing was written.

    What somebody wrote stays as it is, with the prompt it stands under.
    """
    prompts = {line.strip() for line in skeleton.splitlines() if line.strip()}
    parts: list[list[str]] = [[]]
    for line in note.splitlines():
        if line.strip() in prompts:
            parts.append([])
        parts[-1].append(line)
    first, *prompted = parts
    written = [part for part in prompted if any(line.strip() for line in part[1:])]
    if len(written) == len(prompted):
        return note.strip()
    return "\n".join(line for part in (first, *written) for line in part).strip()
