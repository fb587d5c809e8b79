"""What in everybody's efforts around one citizen calls for a question (Metodemanual § 6.7).

A question is about two actors or more, never about one alone. It knows what it rests on, so that
the team's answer holds until that changes. Nothing here says that anybody does wrong.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations

# Codes of choices.OverlapKind and choices.Demand.
SAME_AREA, SAME_TIME, DEMANDS = "SAME_AREA", "SAME_TIME", "DEMANDS"
OUTREACH, ATTENDANCE = "OUTREACH", "ATTENDANCE"


@dataclass(frozen=True)
class Effort:
    """What one actor does for the citizen.

    key: which record it is. actor: on whose behalf; empty for the citizen and those close to them,
    about whose help nothing is asked. says: the words of it. area: the part of life it is about.
    demand: whether they come to the citizen or the citizen must turn up. An appointment has a
    time.
    """

    key: str
    actor: str
    says: str
    area: str = ""
    demand: str = ""
    starts_at: dt.datetime | None = None
    over_at: dt.datetime | None = None

    def overlaps(self, other: "Effort") -> bool:
        """Whether two are at the same time; one that begins as the other ends is not."""
        return bool(
            self.starts_at
            and self.over_at
            and other.starts_at
            and other.over_at
            and self.starts_at < other.over_at
            and other.starts_at < self.over_at
        )

    @property
    def told(self) -> list[str]:
        """All that an answer may rest on."""
        times = [moment.astimezone(dt.UTC).isoformat() if moment else "" for moment in self._times]
        return [self.key, self.actor, self.says, self.area, self.demand, *times]

    @property
    def _times(self) -> tuple[dt.datetime | None, dt.datetime | None]:
        return self.starts_at, self.over_at


@dataclass(frozen=True)
class Question:
    """Something to ask. key: the same as long as it is the same question, whatever the order in
    which the efforts came. efforts: what it is about, two actors or more.
    """

    kind: str
    key: str
    efforts: Sequence[Effort]
    area: str = ""

    @property
    def rests_on(self) -> str:
        """Changes with anything that is said, agreed or moved in what the question is about."""
        told = json.dumps([effort.told for effort in self.efforts], ensure_ascii=False)
        return sha256(told.encode()).hexdigest()

    @property
    def slug(self) -> str:
        """The key, short enough for an address."""
        return sha256(self.key.encode()).hexdigest()[:16]


def questions(efforts: Iterable[Effort]) -> list[Question]:
    """All that there is to ask about some efforts, in an order of its own."""
    asked_about = sorted({effort for effort in efforts if effort.actor}, key=lambda one: one.told)
    return [*_same_area(asked_about), *_same_time(asked_about), *_demands(asked_about)]


def _same_area(efforts: Sequence[Effort]) -> Iterator[Question]:
    """A part of life that more than one works with."""
    by_area: dict[str, list[Effort]] = defaultdict(list)
    for effort in efforts:
        if effort.area:
            by_area[effort.area].append(effort)
    for area, found in sorted(by_area.items()):
        if _are_several(found):
            yield Question(SAME_AREA, f"{SAME_AREA}:{area}", tuple(found), area)


def _same_time(efforts: Sequence[Effort]) -> Iterator[Question]:
    """Two who meet the citizen at the same time; they may well have meant to."""
    for one, other in combinations(efforts, 2):
        if one.actor != other.actor and one.overlaps(other):
            yield Question(SAME_TIME, f"{SAME_TIME}:{one.key}+{other.key}", (one, other))


def _demands(efforts: Sequence[Effort]) -> Iterator[Question]:
    """The citizen must turn up with one, while others come to them."""
    coming = [effort for effort in efforts if effort.demand == OUTREACH]
    for effort in efforts:
        if effort.demand == ATTENDANCE:
            others = [one for one in coming if one.actor != effort.actor]
            if others:
                key = f"{DEMANDS}:{effort.key}"
                yield Question(DEMANDS, key, (effort, *others), effort.area)


def _are_several(efforts: Iterable[Effort]) -> bool:
    return len({effort.actor for effort in efforts}) > 1
