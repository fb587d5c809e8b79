"""The clock of a telephone against ours, what is the same item, and how much of a file is here."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

# Less than this is nothing: it is the time it takes to send.
UNNOTICED = dt.timedelta(minutes=2)
# A wrong time zone is at most 26 hours wrong. What is worse is no longer a shift we can guess.
FARTHEST = dt.timedelta(hours=26)


@dataclass(frozen=True)
class Clock:
    """How far ahead of ours a telephone's clock was when it sent; behind is negative."""

    ahead: dt.timedelta

    @property
    def is_right(self) -> bool:
        return abs(self.ahead) <= UNNOTICED

    @property
    def is_far_off(self) -> bool:
        return abs(self.ahead) > FARTHEST

    def true(self, told: dt.datetime) -> dt.datetime:
        """What our clock showed when the telephone's showed `told`."""
        return told if self.is_right else told - self.ahead


def was_set_in_between(made_at: dt.datetime, sent_at: dt.datetime) -> bool:
    """Whether an item was sent before it was made: its clock was set back meanwhile."""
    return made_at - sent_at > UNNOTICED


def hours_and_minutes(span: dt.timedelta) -> str:
    """“1 time og 5 minutter”, “12 minutter”, “2 timer”."""
    hours, minutes = divmod(round(abs(span).total_seconds() / 60), 60)
    said = []
    if hours:
        said.append("1 time" if hours == 1 else f"{hours} timer")
    if minutes:
        said.append("1 minut" if minutes == 1 else f"{minutes} minutter")
    return " og ".join(said)


def content_of(item: Mapping[str, object]) -> str:
    """What an item says, in one spelling: two that say the same are the same text.

    When it was sent is not part of it, for that is another time at each attempt.
    """
    said = {name: value for name, value in item.items() if name != "sent_at"}
    return json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def new_part(have: int, start: int, part: bytes) -> bytes:
    """What of a part is not here yet, when `have` bytes are. Empty for one sent before."""
    return part[max(0, have - start) :]
