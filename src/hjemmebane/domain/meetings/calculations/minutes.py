"""Which part of a network meeting's minutes each reader gets. No database.

All who were there heard all voices, so all get them: only what the citizen will not have carried on
stays with the citizen and the team. What was promised is part of the plan, and is opened to a
partner by the citizen's consent alone; one's own promise one may always keep on paper.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from uuid import UUID


class ReaderKind(Enum):
    """Those who were there, by what opens the minutes to them."""

    CITIZEN = "CITIZEN"
    STAFF = "STAFF"
    PARTNER = "PARTNER"
    NETWORK = "NETWORK"


# To each kind always the same sentence: one that told of a gap would tell that there is one.
NOTES = {
    ReaderKind.CITIZEN: "Alt, der blev skrevet ned, er med. Du bestemmer, hvem der ser det.",
    ReaderKind.STAFF: "Alt, der blev skrevet ned, er med.",
    ReaderKind.PARTNER: "Referatet viser det, borgeren har sagt ja til at dele med jer.",
    ReaderKind.NETWORK: "Referatet viser det, borgeren gerne vil dele med dig.",
}
INSIDE = {ReaderKind.CITIZEN, ReaderKind.STAFF}


@dataclass(frozen=True)
class Reader:
    """One who was there.

    guest: the key of their invitation.
    is_allowed: the citizen's yes to have them there is in force.
    scope: what a consent in force opens to a partner; nobody else needs one.
    goals: the goals that were opened to them, chosen one by one.
    """

    guest: UUID
    kind: ReaderKind
    is_allowed: bool
    was_present: bool
    scope: frozenset[str] = frozenset()
    goals: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class SaidEntry:
    """A voice: whose, under which point."""

    guest: UUID
    point: str
    text: str
    stays_here: bool = False
    is_added: bool = False


@dataclass(frozen=True)
class PromisedEntry:
    """What somebody promised, and the goal it serves.

    guest: None when whoever it lies with now was not there.
    who: whoever it lies with, in words.
    """

    guest: UUID | None
    text: str
    who: str = ""
    how_often: str = ""
    due_on: dt.date | None = None
    goal: str = ""
    goal_id: UUID | None = None


@dataclass(frozen=True)
class MinutesVersion:
    """The minutes as one reader gets them."""

    said: Sequence[SaidEntry]
    promised: Sequence[PromisedEntry]
    note: str


def may_have_minutes(reader: Reader) -> bool:
    """Those who were there, as long as the citizen wants them to have been."""
    return reader.was_present and reader.is_allowed


def version_for(
    reader: Reader,
    said: Iterable[SaidEntry],
    promised: Iterable[PromisedEntry],
    *,
    activities: str,
    goals: str,
) -> MinutesVersion:
    """What a reader may see, in the order given; nothing at all for who may have no minutes.

    activities, goals: the scopes that open what was promised, and the goals behind it.
    """
    note = NOTES[reader.kind]
    if not may_have_minutes(reader):
        return MinutesVersion((), (), note)
    opened = [one for one in promised if _sees(reader, one, activities)]
    return MinutesVersion(
        said=[one for one in said if reader.kind in INSIDE or not one.stays_here],
        promised=[
            one if _names(reader, one, goals) else replace(one, goal="", goal_id=None)
            for one in opened
        ],
        note=note,
    )


def _sees(reader: Reader, one: PromisedEntry, scope: str) -> bool:
    return one.guest == reader.guest or _opens(reader, scope)


def _names(reader: Reader, one: PromisedEntry, scope: str) -> bool:
    is_chosen = reader.kind is not ReaderKind.PARTNER or one.goal_id in reader.goals
    return is_chosen and _opens(reader, scope)


def _opens(reader: Reader, scope: str) -> bool:
    return reader.kind is not ReaderKind.PARTNER or scope in reader.scope
