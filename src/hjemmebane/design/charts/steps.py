"""Something that stands on one level at a time, and moves between them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from hjemmebane.design.charts.drawing import ACCENT, drawn
from hjemmebane.foundation.written import written_day

PLOT_WIDTH, LEVEL_HEIGHT = 180, 40
TICKS = 3
LEAST = dt.timedelta(days=28)


@dataclass(frozen=True)
class Move:
    """From a day on it stands on a level."""

    level: str
    from_on: dt.date


@dataclass(frozen=True)
class StepChart:
    """Levels over time: picture, sentence and table from the same moves.

    name: makes the ids on the page. levels: every level, the lowest first. moves: at least one, in
    order of time, each to one of the levels. until: the day the picture ends.
    """

    name: str
    title: str
    levels: Sequence[str]
    moves: Sequence[Move]
    until: dt.date

    columns = ("Del", "Fra", "Til")

    @property
    def summary(self) -> str:
        """The picture in a sentence."""
        last = self.moves[-1]
        count = len(self.moves) - 1
        moved = {0: "Ingen flytninger endnu", 1: "1 flytning"}.get(count, f"{count} flytninger")
        return f"{moved}. Nu: {last.level}, fra {written_day(last.from_on)}."

    @property
    def rows(self) -> Iterator[Sequence[tuple[str, str]]]:
        """Each stay with its column names, in words, the newest first."""
        ends = [*(move.from_on for move in self.moves[1:]), None]
        for move, end in reversed(list(zip(self.moves, ends, strict=True))):
            stay = (move.level, written_day(move.from_on), written_day(end) or "nu")
            yield list(zip(self.columns, stay, strict=True))

    @cached_property
    def svg(self) -> str:
        import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

        first, last = self.moves[0], self.moves[-1]
        end = max(self.until, first.from_on + LEAST)
        points = [*self.moves, Move(last.level, max(end, last.from_on))]
        values = [{"day": _noon(point.from_on), "level": point.level} for point in points]
        names = list(reversed(self.levels))
        chart = (
            alt.Chart(alt.InlineData(values=values))
            .mark_line(interpolate="step-after", strokeWidth=4, strokeCap="round", color=ACCENT)
            .encode(
                x=alt.X("day:T")
                .title(None)
                .scale(domain=[_noon(first.from_on), _noon(end)])
                .axis(format="%b %y", tickCount=TICKS, grid=False, labelFlush=True),
                y=alt.Y("level:N")
                .title(None)
                .sort(names)
                .scale(domain=names)
                .axis(grid=True, ticks=False, domain=False, labelPadding=12, labelLimit=260),
            )
            .properties(width=PLOT_WIDTH, height=LEVEL_HEIGHT * len(names))
        )
        return drawn(chart, name=self.name, title=self.title, description=self.summary)


def _noon(day: dt.date) -> str:
    """Far from midnight, so that no time zone moves it to another day."""
    return f"{day.isoformat()}T12:00:00"
