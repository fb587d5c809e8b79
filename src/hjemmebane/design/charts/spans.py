"""Stretches on one scale, above each other: from a middle out, as a tornado, or from nought."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from hjemmebane.design.charts.bars import (
    BAR_GAP,
    BAR_HEIGHT,
    GROUP_GAP,
    HEAD_GAP,
    LINE_HEIGHT,
    written,
)
from hjemmebane.design.charts.drawing import ACCENT, INK, drawn

LEFT_WIDTH, PLOT_WIDTH, RIGHT_WIDTH = 112, 138, 106
LEFT_LETTERS = 15
OTHER = "#8a5a00"
CHOSEN = "#1e4f79"


@dataclass(frozen=True)
class Span:
    """From one figure to another. head: over it; left, right: in words beside it.

    is_chosen: stands out among the others, whose words say it too.
    """

    low: Decimal
    high: Decimal
    left: str
    right: str
    head: str = ""
    is_chosen: bool = False


@dataclass(frozen=True)
class SpanChart:
    """Stretches on the scale they need: picture, sentence and table of the same figures.

    name: makes the ids on the page. base: what all are seen from; below it and above it have a
    colour each, and where less is better `is_cost`. columns, told: the table, whose rows are as
    long as the columns; is_short: its cells are, and stand in a line on a telephone too.
    """

    name: str
    title: str
    summary: str
    spans: Sequence[Span]
    columns: Sequence[str]
    told: Sequence[Sequence[str]]
    base: Decimal = Decimal(0)
    is_cost: bool = False
    is_short: bool = False

    is_narrow = True

    @property
    def rows(self) -> Iterator[Sequence[tuple[str, str]]]:
        """Each row with its column names."""
        for row in self.told:
            yield list(zip(self.columns, row, strict=True))

    @cached_property
    def svg(self) -> str:
        import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

        heads, tops, height = self._placed()
        middles = [top + BAR_HEIGHT / 2 for top in tops]
        x = alt.X("low:Q").title(None).scale(domain=self._domain, nice=False, zero=False).axis(None)
        y = alt.Y("y:Q").title(None).axis(None).scale(domain=[0, height], reverse=True)
        colour = alt.Color("colour:N").scale(None).legend(None)
        bars = alt.Chart(alt.InlineData(values=list(self._parts(tops))))
        layers = [
            bars.mark_rect(opacity=0.85).encode(x=x, x2="high:Q", y=y, y2="y2", color=colour),
            # Seen also where there is nothing between the two.
            bars.mark_rule(strokeWidth=2).encode(x=x, y=y, y2="y2", color=colour),
            alt.Chart(alt.InlineData(values=self._base_beside(tops)))
            .mark_rule(strokeWidth=1.5, color=INK)
            .encode(x=x, y=y, y2="y2"),
            written(heads, -LEFT_WIDTH, y, bold=True),
            written(
                [(at, _short(one.left)) for at, one in zip(middles, self.spans, strict=True)],
                -LEFT_WIDTH,
                y,
            ),
            written(
                [(at, one.right) for at, one in zip(middles, self.spans, strict=True)],
                PLOT_WIDTH + 8,
                y,
                bold=True,
            ),
            # The right edge is fixed, so that letters are as large whatever is written.
            written([(height, "\N{NO-BREAK SPACE}")], PLOT_WIDTH + RIGHT_WIDTH, y),
        ]
        chart = alt.LayerChart(layer=layers).properties(width=PLOT_WIDTH, height=height)
        return drawn(chart, name=self.name, title=self.title, description=self.summary)

    @property
    def _domain(self) -> list[float]:
        ends = [self.base, *(end for one in self.spans for end in (one.low, one.high))]
        low, high = float(min(ends)), float(max(ends))
        return [low, high] if low < high else [low - 1, high + 1]

    def _base_beside(self, tops: Sequence[int]) -> list[dict[str, float]]:
        """The base beside each stretch, and not through the words between them."""
        out = BAR_GAP / 2
        return [
            {"low": float(self.base), "y": top - out, "y2": top + BAR_HEIGHT + out} for top in tops
        ]

    def _parts(self, tops: Sequence[int]) -> Iterator[dict[str, object]]:
        """Each stretch, cut where it crosses the base."""
        below, above = (ACCENT, OTHER) if self.is_cost else (OTHER, ACCENT)
        for one, top in zip(self.spans, tops, strict=True):
            for low, high, colour in (
                (min(one.low, self.base), min(one.high, self.base), below),
                (max(one.low, self.base), max(one.high, self.base), above),
            ):
                if low < high:
                    yield {
                        "low": float(low),
                        "high": float(high),
                        "y": top,
                        "y2": top + BAR_HEIGHT,
                        "colour": CHOSEN if one.is_chosen else colour,
                    }

    def _placed(self) -> tuple[list[tuple[float, str]], list[int], int]:
        """Every heading and every stretch with where it stands, and how high it all is."""
        heads, tops, y = [], [], 0
        for one in self.spans:
            if one.head:
                heads.append((y + LINE_HEIGHT / 2, one.head))
                y += LINE_HEIGHT + HEAD_GAP
            tops.append(y)
            y += BAR_HEIGHT + (GROUP_GAP if one.head else BAR_GAP)
        return heads, tops, y


def _short(words: str) -> str:
    return words if len(words) <= LEFT_LETTERS else f"{words[: LEFT_LETTERS - 1].rstrip()}…"
