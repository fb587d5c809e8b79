"""What a picture of several panels is made of: each kind knows how it is drawn over the time."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hjemmebane.design.charts.drawing import ACCENT, INK
from hjemmebane.design.charts.lanes import Mark
from hjemmebane.design.charts.sheet import GAP, LEFT, Sheet, framed, level, noon
from hjemmebane.design.charts.steps import Move

if TYPE_CHECKING:
    import altair as alt

SCORE_HEIGHT, BAR_HEIGHT, LANE_HEIGHT, LEVEL_HEIGHT = 110, 48, 26, 24
BAND, SHEER = "#d9ece9", 0.9
FEWEST_FOR_A_LINE = 2


@dataclass(frozen=True)
class Dot:
    """A figure on a day. Those of one `line` are joined; shape: one that the library knows."""

    on: dt.date
    value: float
    line: str = ""
    shape: str = "circle"


@dataclass(frozen=True)
class Band:
    """What lies between two figures, from a day to another."""

    from_on: dt.date
    until_on: dt.date
    low: float
    high: float


@dataclass(frozen=True)
class ScorePanel:
    """Figures between the lowest and the highest that there can be; one alone has no line.

    ends: words for the lowest and the highest in place of their figures.
    """

    title: Sequence[str]
    lowest: float
    highest: float
    dots: Sequence[Dot]
    bands: Sequence[Band] = ()
    ends: tuple[str, str] = ("", "")

    def drawn(self, sheet: Sheet, *, has_labels: bool) -> "alt.LayerChart":
        import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

        x, y = sheet.x(has_labels=has_labels), self._y()
        layers = [
            alt.Chart(sheet.keep(self._banded(sheet)))
            .mark_rect(color=BAND, opacity=SHEER)
            .encode(x=x, x2="until:T", y=y, y2="high:Q"),
            alt.Chart(sheet.keep(self._dotted(sheet, joined=True)))
            .mark_line(strokeWidth=3, strokeCap="round", color=ACCENT)
            .encode(x=x, y=y, detail="line:N", order="place:Q"),
            alt.Chart(sheet.keep(self._dotted(sheet, joined=False)))
            .mark_point(filled=True, opacity=1, size=110, color=ACCENT)
            .encode(x=x, y=y, shape=alt.Shape("shape:N").scale(None).legend(None)),
        ]
        return framed(layers, self.title, SCORE_HEIGHT)

    def _y(self) -> "alt.Y":
        import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

        middle = (self.lowest + self.highest) / 2
        low, high = self.ends
        words = f"datum.value == {self.lowest} ? '{low}' : '{high}'" if low else alt.Undefined
        marks = [self.lowest, self.highest] if low else [self.lowest, middle, self.highest]
        return (
            alt.Y("value:Q")
            .title(None)
            .scale(domain=[self.lowest, self.highest], nice=False)
            .axis(
                values=marks,
                minExtent=LEFT,
                maxExtent=LEFT,
                labelPadding=GAP,
                domain=False,
                ticks=False,
                labelExpr=words,
            )
        )

    def _banded(self, sheet: Sheet) -> Iterable[Mapping[str, object]]:
        for band in self.bands:
            yield {
                "day": noon(sheet.within(band.from_on)),
                "until": noon(sheet.within(band.until_on)),
                "value": max(band.low, self.lowest),
                "high": min(band.high, self.highest),
            }

    def _dotted(self, sheet: Sheet, *, joined: bool) -> Iterable[Mapping[str, object]]:
        lines = [dot.line for dot in self.dots]
        for place, dot in enumerate(self.dots):
            if not joined or lines.count(dot.line) >= FEWEST_FOR_A_LINE:
                yield {
                    "day": noon(sheet.within(dot.on)),
                    "value": dot.value,
                    "line": dot.line,
                    "shape": dot.shape,
                    "place": place,
                }


@dataclass(frozen=True)
class Bar:
    """So many from a day until the next one that is not part of it."""

    from_on: dt.date
    until_on: dt.date
    count: int


@dataclass(frozen=True)
class BarPanel:
    """How many in each stretch of time."""

    title: Sequence[str]
    bars: Sequence[Bar]
    colour: str = ACCENT

    def drawn(self, sheet: Sheet, *, has_labels: bool) -> "alt.LayerChart":
        import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

        most = max((bar.count for bar in self.bars), default=1)
        values = [
            {
                "day": noon(sheet.within(bar.from_on)),
                "until": noon(sheet.within(bar.until_on)),
                "none": 0,
                "value": bar.count,
            }
            for bar in self.bars
        ]
        y = (
            alt.Y("none:Q")
            .title(None)
            .scale(domain=[0, most], nice=False)
            .axis(
                values=[0, most],
                format="d",
                minExtent=LEFT,
                maxExtent=LEFT,
                labelPadding=GAP,
                domain=False,
                ticks=False,
            )
        )
        bars = (
            alt.Chart(sheet.keep(values))
            .mark_rect(color=self.colour, stroke="white", strokeWidth=0.5)
            .encode(x=sheet.x(has_labels=has_labels), x2="until:T", y=y, y2="value:Q")
        )
        return framed([bars], self.title, BAR_HEIGHT)


@dataclass(frozen=True)
class LanePanel:
    """Things on days, each in its lane; from a day until another they are a stroke."""

    title: Sequence[str]
    lanes: Sequence[str]
    marks: Sequence[Mark]

    def drawn(self, sheet: Sheet, *, has_labels: bool) -> "alt.LayerChart":
        import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

        x, y = sheet.x(has_labels=has_labels), level(self.lanes)
        colour = alt.Color("colour:N").scale(None).legend(None)
        shape = alt.Shape("shape:N").scale(None).legend(None)
        points = [one for one in self.marks if one.until is None]
        spans = [one for one in self.marks if one.until]
        layers = [
            alt.Chart(sheet.keep(_marked(spans, sheet)))
            .mark_rule(strokeWidth=8, opacity=0.6)
            .encode(x=x, x2="until:T", y=y, color=colour),
            alt.Chart(sheet.keep(_marked(points, sheet)))
            .mark_point(filled=True, opacity=1, size=80)
            .encode(x=x, y=y, color=colour, shape=shape),
        ]
        return framed(layers, self.title, LANE_HEIGHT * len(self.lanes))


@dataclass(frozen=True)
class StepPanel:
    """Something that stands on one level at a time; levels: the lowest first."""

    title: Sequence[str]
    levels: Sequence[str]
    moves: Sequence[Move]
    colour: str = INK

    def drawn(self, sheet: Sheet, *, has_labels: bool) -> "alt.LayerChart":
        import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

        points = [*self.moves, Move(self.moves[-1].level, sheet.last)] if self.moves else []
        values = [
            {"day": noon(sheet.within(one.from_on)), "lane": one.level, "place": place}
            for place, one in enumerate(points)
        ]
        steps = (
            alt.Chart(sheet.keep(values))
            .mark_line(interpolate="step-after", strokeWidth=4, color=self.colour)
            .encode(
                x=sheet.x(has_labels=has_labels),
                y=level(list(reversed(self.levels))),
                order="place:Q",
            )
        )
        return framed([steps], self.title, LEVEL_HEIGHT * len(self.levels))


type Panel = ScorePanel | BarPanel | LanePanel | StepPanel


def _marked(marks: Iterable[Mark], sheet: Sheet) -> Iterable[Mapping[str, object]]:
    for one in marks:
        yield {
            "lane": one.lane,
            "day": noon(sheet.within(one.on)),
            "until": noon(sheet.within(one.until or one.on)),
            "shape": one.shape,
            "colour": one.colour,
        }
