"""Figures side by side on one fixed scale: several things, each for several teams or times."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from hjemmebane.design.charts.drawing import ACCENT, INK, drawn

if TYPE_CHECKING:
    import altair as alt

PLOT_WIDTH, NAMES_WIDTH, FIGURES_WIDTH = 164, 100, 92
HEAD_LETTERS, NAME_LETTERS = 42, 13
LINE_HEIGHT, HEAD_GAP, BAR_HEIGHT, BAR_GAP, GROUP_GAP = 17, 5, 17, 6, 12
SMALL = 14
# Told apart by the name beside each bar; the colour only helps. Each stands out from the paper.
COLOURS = (ACCENT, "#8a5a00", "#1e4f79", "#7a2e5d", "#56635f", "#1d6538")

type Number = Fraction | Decimal | int | float


@dataclass(frozen=True)
class Bar:
    """One figure. value: None where there is not enough to say anything.

    n: how many it is made of; None where even that would tell too much. note: more about it, for
    the table alone. words: say all of it, where n is not what the figure is made of.
    """

    category: str
    series: str
    value: Number | None
    n: int | None
    note: str = ""
    words: str = ""


@dataclass(frozen=True)
class BarChart:
    """Bars in groups on a fixed scale: picture, sentence and table of the same figures.

    name: makes the ids on the page. heading: what the categories are, over the table.
    categories: the groups, from the top; series: the bars of each group, from the top.
    bars: at most one for each of the two; where there is none it reads “ikke nok data (n = 0)”.
    lowest, highest: where the scale begins and ends, whatever the figures are; ticks: where it is
    written. hidden: what stands for an n that is not told.

    Raises ValueError for a figure outside the scale, two in one place, and one that has no place.
    """

    name: str
    title: str
    summary: str
    heading: str
    categories: Sequence[str]
    series: Sequence[str]
    bars: Sequence[Bar]
    lowest: int
    highest: int
    ticks: Sequence[int]
    unit: str = ""
    decimals: int = 1
    hidden: str = "for få"

    is_narrow = True

    def __post_init__(self) -> None:
        found = [(bar.category, bar.series) for bar in self.bars]
        places = {(one, other) for one in self.categories for other in self.series}
        if len(found) != len(set(found)) or not places.issuperset(found):
            raise ValueError("each bar stands alone, in a known category and series")
        for bar in self.bars:
            if bar.value is not None and not self.lowest <= bar.value <= self.highest:
                raise ValueError(f"{bar.value} lies outside the scale")

    @property
    def columns(self) -> Sequence[str]:
        return (self.heading, *self.series)

    @property
    def rows(self) -> Iterator[Sequence[tuple[str, str]]]:
        """Each category with its figures, under the names of the series."""
        for category in self.categories:
            told = [self._in_table(self._bar(category, one)) for one in self.series]
            yield list(zip(self.columns, (category, *told), strict=True))

    @cached_property
    def svg(self) -> str:
        """The picture; empty where no bar has a figure, for empty scales tell nothing."""
        if all(bar.value is None for bar in self.bars):
            return ""
        import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

        heads, lines, height = self._placed()
        known = [one for one in lines if one.value is not None]
        x = (
            alt.X("value:Q")
            .title(None)
            .scale(domain=[self.lowest, self.highest])
            .axis(values=list(self.ticks), grid=True, tickSize=0, labelPadding=6)
        )
        y = alt.Y("y:Q").title(None).axis(None).scale(domain=[0, height], reverse=True)
        colour = alt.Color("colour:N").scale(None).legend(None)
        values = [one.drawn for one in known]
        bar = alt.Chart(alt.InlineData(values=values)).encode(x=x, y=y, y2="y2", color=colour)
        layers = [
            bar.mark_rect(opacity=0.85).encode(x2=alt.datum(self.lowest)),
            # Seen also where the figure is the lowest there is.
            bar.mark_rule(strokeWidth=3),
            written([(one.middle, one.told) for one in known], PLOT_WIDTH + 8, y, bold=True),
            written([(one.middle, one.told) for one in lines if one not in known], 4, y),
            written(heads, -self._names_width, y, bold=True),
            # The right edge is fixed, so that letters are as large whatever is written.
            written([(height, "\N{NO-BREAK SPACE}")], self._full_width, y),
        ]
        if self._names_width:
            layers.append(written([(one.middle, one.name) for one in lines], -NAMES_WIDTH, y))
        chart = alt.LayerChart(layer=layers).properties(width=PLOT_WIDTH, height=height)
        return drawn(chart, name=self.name, title=self.title, description=self.summary)

    @property
    def _names_width(self) -> int:
        """No room for names where there is only one."""
        return NAMES_WIDTH if len(self.series) > 1 else 0

    @property
    def _full_width(self) -> int:
        return PLOT_WIDTH + FIGURES_WIDTH + NAMES_WIDTH - self._names_width

    def _bar(self, category: str, series: str) -> Bar:
        for bar in self.bars:
            if (bar.category, bar.series) == (category, series):
                return bar
        return Bar(category, series, None, 0)

    def _told(self, bar: Bar) -> str:
        if bar.words:
            return bar.words
        n = self.hidden if bar.n is None else f"n = {bar.n}"
        if bar.value is None:
            return f"ikke nok data ({n})"
        return f"{written_figure(bar.value, self.decimals)}{self.unit} ({n})"

    def _in_table(self, bar: Bar) -> str:
        return f"{self._told(bar)}, {bar.note}" if bar.note else self._told(bar)

    def _placed(self) -> tuple[list[tuple[float, str]], list["_Line"], int]:
        """Every heading and every bar with where it stands, and how high it all is."""
        heads, lines, y = [], [], 0
        for category in self.categories:
            for words in textwrap.wrap(category, HEAD_LETTERS):
                heads.append((y + LINE_HEIGHT / 2, words))
                y += LINE_HEIGHT
            y += HEAD_GAP
            for index, series in enumerate(self.series):
                bar = self._bar(category, series)
                colour = COLOURS[index % len(COLOURS)]
                lines.append(_Line(y, bar.value, self._told(bar), _short(series), colour))
                y += BAR_HEIGHT + BAR_GAP
            y += GROUP_GAP
        return heads, lines, y


@dataclass(frozen=True)
class _Line:
    """A bar where it stands."""

    top: int
    value: Number | None
    told: str
    name: str
    colour: str

    @property
    def middle(self) -> float:
        return self.top + BAR_HEIGHT / 2

    @property
    def drawn(self) -> dict[str, object]:
        value = None if self.value is None else float(self.value)
        return {
            "value": value,
            "y": self.top,
            "y2": self.top + BAR_HEIGHT,
            "colour": self.colour,
        }


def written_figure(value: Number, decimals: int = 1) -> str:
    """“4,3”, “5,0”: rounded as people do, with as many places everywhere."""
    exact = Fraction(str(value)) if isinstance(value, float) else Fraction(value)
    amount = Decimal(exact.numerator) / Decimal(exact.denominator)
    rounded = amount.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded:f}".replace(".", ",")


def _short(name: str) -> str:
    return name if len(name) <= NAME_LETTERS else f"{name[: NAME_LETTERS - 1].rstrip()}…"


def written(
    rows: Sequence[tuple[float, str]], left: int, y: "alt.Y", *, bold: bool = False
) -> "alt.Chart":
    """Each row's words, beginning so far from the scale's left edge."""
    import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

    values = [{"y": middle, "said": said} for middle, said in rows]
    mark = alt.MarkDef(
        type="text",
        align="left",
        baseline="middle",
        fontSize=SMALL,
        fontWeight="bold" if bold else "normal",
        color=INK,
    )
    return alt.Chart(
        alt.InlineData(values=values),
        mark=mark,
        encoding=alt.FacetedEncoding(x=alt.value(left), y=y, text=alt.Text("said:N")),
    )
