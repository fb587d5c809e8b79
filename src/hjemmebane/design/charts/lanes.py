"""Things that happen on days, each in its own lane: seen side by side over the same time."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hjemmebane.design.charts.drawing import INK, drawn

if TYPE_CHECKING:
    import altair as alt

PLOT_WIDTH, LANE_HEIGHT = 300, 30
MARK_SIZE, TICKS = 90, 4


@dataclass(frozen=True)
class Mark:
    """Something in a lane on a day, or from a day until another.

    shape: one that the drawing library knows; the lane's name and the shape tell it apart, the
    colour only helps. word: drawn in its stead.
    """

    lane: str
    on: dt.date
    shape: str = "circle"
    colour: str = INK
    word: str = ""
    until: dt.date | None = None


@dataclass(frozen=True)
class LaneChart:
    """Lanes over time: picture, sentence and table of the same days.

    name: makes the ids on the page. lanes: from the top. marks: each in one of the lanes.
    columns, told: the table, whose rows are as long as the columns.
    """

    name: str
    title: str
    summary: str
    lanes: Sequence[str]
    marks: Sequence[Mark]
    first: dt.date
    last: dt.date
    columns: Sequence[str]
    told: Sequence[Sequence[str]]

    @property
    def rows(self) -> Iterator[Sequence[tuple[str, str]]]:
        """Each row with its column names."""
        for row in self.told:
            yield list(zip(self.columns, row, strict=True))

    @cached_property
    def svg(self) -> str:
        import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

        spans = [one for one in self.marks if one.until]
        words = [one for one in self.marks if one.word and not one.until]
        points = [one for one in self.marks if not one.word and not one.until]
        x = (
            alt.X("day:T")
            .title(None)
            .scale(domain=[_noon(self.first), _noon(self.last)])
            .axis(format="%-d. %b", tickCount=TICKS, grid=True, labelFlush=True)
        )
        y = (
            alt.Y("lane:N")
            .title(None)
            .sort(list(self.lanes))
            .scale(domain=list(self.lanes))
            .axis(grid=True, ticks=False, domain=False, labelPadding=12, labelLimit=200)
        )
        colour = alt.Color("colour:N").scale(None).legend(None)
        layers = [
            alt.Chart(self._values(points))
            .mark_point(filled=True, opacity=1, size=MARK_SIZE)
            .encode(x=x, y=y, color=colour, shape=alt.Shape("shape:N").scale(None).legend(None)),
            alt.Chart(self._values(words))
            .mark_text(fontSize=14, fontWeight="bold")
            .encode(x=x, y=y, color=colour, text="word:N"),
            alt.Chart(self._values(spans))
            .mark_rule(strokeWidth=8, opacity=0.6)
            .encode(x=x, x2="until:T", y=y, color=colour),
        ]
        chart = alt.LayerChart(layer=layers).properties(
            width=PLOT_WIDTH, height=LANE_HEIGHT * len(self.lanes)
        )
        return drawn(chart, name=self.name, title=self.title, description=self.summary)

    def _values(self, marks: Sequence[Mark]) -> "alt.InlineData":
        import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

        values = [
            {
                "lane": one.lane,
                "day": _noon(max(one.on, self.first)),
                "until": _noon(min(one.until or one.on, self.last)),
                "shape": one.shape,
                "colour": one.colour,
                "word": one.word,
            }
            for one in marks
        ]
        return alt.InlineData(values=values)


def _noon(day: dt.date) -> str:
    """Far from midnight, so that no time zone moves it to another day."""
    return f"{day.isoformat()}T12:00:00"
