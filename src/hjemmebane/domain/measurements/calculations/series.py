"""Figures of one instrument over time: what changed since the first, and what that is worth."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hjemmebane.domain.method.content.measuring import Direction, Instrument


class Change(StrEnum):
    """What a change since the first is, where a value for that is published."""

    BETTER = "BETTER"
    WORSE = "WORSE"
    SMALLER = "SMALLER"


@dataclass(frozen=True)
class Figure:
    """A figure that counts, its day, and the words its questions were put in."""

    on: dt.date
    value: Decimal
    wording: str


@dataclass(frozen=True)
class Point:
    """A figure, and how far it is from the first in the same words; None where it is the first.

    change: None where it is not published how large one must be.
    """

    figure: Figure
    since_first: Decimal | None
    change: Change | None


@dataclass(frozen=True)
class Series:
    """One instrument's figures, oldest first."""

    instrument: Instrument
    points: Sequence[Point]

    @property
    def wordings(self) -> list[str]:
        """The words that were used, in the order of their first use."""
        return list(dict.fromkeys(point.figure.wording for point in self.points))

    @property
    def is_mixed(self) -> bool:
        """Whether figures stand beside each other that were asked for in different words."""
        return len(self.wordings) > 1


def series_of(instrument: Instrument, figures: Iterable[Figure]) -> Series:
    """The figures as a series; of two on one day the first given is the former.

    Those in other words begin anew: they are not compared.
    """
    firsts: dict[str, Decimal] = {}
    points = []
    for figure in sorted(figures, key=lambda one: one.on):
        first = firsts.get(figure.wording)
        firsts.setdefault(figure.wording, figure.value)
        moved = None if first is None else figure.value - first
        points.append(Point(figure, moved, _change(instrument, moved)))
    return Series(instrument, points)


def _change(instrument: Instrument, moved: Decimal | None) -> Change | None:
    published = instrument.least_change
    if published is None or moved is None:
        return None
    if abs(moved) < published.points:
        return Change.SMALLER
    is_better = (moved > 0) == (instrument.direction is Direction.UP)
    return Change.BETTER if is_better else Change.WORSE
