"""Where the entries of a part stand, and so what speaks for a move and what is missing.

What people noted goes before what the record suggests. Nothing here moves or locks anything.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from hjemmebane.domain.method.content.entries import Indicator, MinimumActivity, PracticePart
from hjemmebane.domain.practice.calculations.facts import Facts
from hjemmebane.domain.practice.calculations.readings import Reading, Verdict, read

# The codes of choices.Standing and choices.Judgement that leave nothing to be done.
SETTLED = {"DONE", "NOT_RELEVANT", "MET"}


class Kind(Enum):
    ACTIVITY = "ACTIVITY"
    INDICATOR = "INDICATOR"


@dataclass(frozen=True)
class Point:
    """Where an entry stands: what people noted (empty for nothing) and what the record tells."""

    kind: Kind
    entry: MinimumActivity | Indicator
    noted: str = ""
    reading: Reading | None = None

    @property
    def is_read(self) -> bool:
        """Whether only the record speaks: nobody has noted anything, and it can be read."""
        return not self.noted and self.reading is not None and self.reading.verdict is not None

    @property
    def is_settled(self) -> bool:
        """Done, not relevant, met – or read as such while nobody says otherwise."""
        if self.noted:
            return self.noted in SETTLED
        return self.reading is not None and self.reading.verdict is Verdict.MET


def points_of(
    part: PracticePart, noted: Mapping[tuple[Kind, str], str], facts: Facts
) -> tuple[Point, ...]:
    """Activities, then indicators, with what was noted by kind and code, and what can be read."""
    entries: list[tuple[Kind, MinimumActivity | Indicator]] = [
        *((Kind.ACTIVITY, activity) for activity in part.activities),
        *((Kind.INDICATOR, indicator) for indicator in part.indicators),
    ]
    return tuple(
        Point(
            kind=kind,
            entry=entry,
            noted=noted.get((kind, entry.code), ""),
            reading=read(entry.evidence, facts) if entry.evidence else None,
        )
        for kind, entry in entries
    )


def what_speaks_for_a_move(points: Iterable[Point]) -> tuple[Point, ...]:
    """The indicators of a part that are met, in the team's eyes or by the record."""
    return tuple(p for p in points if p.kind is Kind.INDICATOR and p.is_settled)


def what_is_missing(points: Iterable[Point]) -> tuple[Point, ...]:
    """The activities still to be done and the indicators not met yet."""
    return tuple(point for point in points if not point.is_settled)
