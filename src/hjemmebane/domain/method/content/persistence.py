"""How a team keeps at it: what raises a follow-up, by itself, and the words it is raised in."""

import string
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from hjemmebane.domain.method.content.entries import STRICT, Entry, Text

Figure = Annotated[int, Field(ge=0, le=365, strict=True)]


class Rule(StrEnum):
    """What the contacts room can see in a record, and raise a follow-up about."""

    CONTACT_GAP = "CONTACT_GAP"
    MISSED = "MISSED"
    TRY_AGAIN = "TRY_AGAIN"
    OTHER_FACE = "OTHER_FACE"
    SIGN_OF_LIFE = "SIGN_OF_LIFE"
    AWAY = "AWAY"
    ON_HOLD = "ON_HOLD"
    RED_LIGHT = "RED_LIGHT"
    PARTNERS = "PARTNERS"
    HOLD_REVIEW = "HOLD_REVIEW"
    LONG_AWAY = "LONG_AWAY"


class Whose(StrEnum):
    """Who is asked first."""

    PRIMARY = "PRIMARY"
    ANOTHER = "ANOTHER"
    COORDINATOR = "COORDINATOR"


# What a reason may say; the contacts room puts the words of the record in their place.
PLACES = frozenset({"met", "limit", "attempts", "who", "sign", "day", "away"})


def _known_places(text: str) -> str:
    try:
        names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError as error:
        raise PydanticCustomError("broken_place", "har en løs klamme") from error
    for name in names:
        if name not in PLACES:
            raise PydanticCustomError("unknown_place", "{{{name}}} kendes ikke", {"name": name})
    return text


Reason = Annotated[Text, AfterValidator(_known_places)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class PersistenceRule(Entry):
    """When a follow-up is raised, to whom, and in what words.

    days: after how many days. attempts: after how many in vain. within: how many days there are
    for it. why: with places for what the record says. suggestion: where the citizen's own
    agreement says nothing else.
    """

    anchor_prefix: ClassVar[str] = "vedholdenhed"

    code: Rule
    text: Text
    days: Figure = 0
    attempts: Figure = 0
    within: Figure = 0
    why: Reason
    suggestion: Text
    whose: Whose
    source: Text
