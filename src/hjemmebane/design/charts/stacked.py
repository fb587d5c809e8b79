"""Panels over one time, above each other: what went together is seen together."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hjemmebane.design.charts.drawing import drawn
from hjemmebane.design.charts.panels import Panel
from hjemmebane.design.charts.sheet import Sheet

if TYPE_CHECKING:
    import altair as alt

WIDE, NARROW = 640, 250
WIDE_TICKS, NARROW_TICKS = 7, 3
LEAST = dt.timedelta(days=28)
# Beyond so many days a day is written as its month.
BY_MONTH = 100
SPACING = 14


@dataclass(frozen=True)
class StackedChart:
    """Panels over the same days: a wide picture, a narrow one, sentence and table.

    name: makes the ids on the page. panels: at least one, from the top. told: rows as long as the
    columns. is_narrow: there is only the one for a telephone.
    """

    name: str
    title: str
    summary: str
    panels: Sequence[Panel]
    first: dt.date
    last: dt.date
    columns: Sequence[str]
    told: Sequence[Sequence[str]]
    is_narrow: bool = False

    @property
    def rows(self) -> Iterator[Sequence[tuple[str, str]]]:
        """Each row with its column names."""
        for row in self.told:
            yield list(zip(self.columns, row, strict=True))

    @cached_property
    def svg(self) -> str:
        """As it stands on a desk and on paper."""
        width, ticks = (NARROW, NARROW_TICKS) if self.is_narrow else (WIDE, WIDE_TICKS)
        return self._drawn(self.name, width, ticks)

    @cached_property
    def narrow(self) -> str:
        """The same for a telephone, in letters of the same size; empty where that is the only."""
        if self.is_narrow:
            return ""
        return self._drawn(f"{self.name}-smal", NARROW, NARROW_TICKS)

    def _drawn(self, name: str, width: int, ticks: int) -> str:
        return drawn(
            self._stacked,
            name=name,
            title=self.title,
            description=self.summary,
            width=width,
            ticks=ticks,
        )

    @cached_property
    def _stacked(self) -> "alt.VConcatChart":
        import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

        last = max(self.last, self.first + LEAST)
        written = "%b %y" if (last - self.first).days > BY_MONTH else "%-d. %b"
        sheet = Sheet(self.first, last, written)
        lowest = len(self.panels) - 1
        charts = [
            panel.drawn(sheet, has_labels=place == lowest)
            for place, panel in enumerate(self.panels)
        ]
        return alt.VConcatChart(vconcat=charts, spacing=SPACING, datasets=sheet.figures)
