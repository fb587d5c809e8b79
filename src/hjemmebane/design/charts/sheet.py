"""What panels over one time are drawn on: the days, and how a panel is framed."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import altair as alt

# The names and figures to the left have this much room in every panel, so that the days of one
# stand above those of the next.
LEFT, GAP = 64, 10


@dataclass(frozen=True)
class Sheet:
    """What panels are drawn on: the days, how a day is written below, and the figures by name.

    The figures lie apart because the library copies a chart at every step.
    """

    first: dt.date
    last: dt.date
    written: str
    figures: dict[str, list[Mapping[str, object]]] = field(default_factory=dict)

    def x(self, *, has_labels: bool) -> "alt.X":
        import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

        return (
            alt.X("day:T")
            .title(None)
            .scale(domain=[noon(self.first), noon(self.last)])
            .axis(
                format=self.written,
                grid=True,
                labels=has_labels,
                ticks=has_labels,
                labelFlush=True,
                labelOverlap="greedy",
            )
        )

    def within(self, day: dt.date) -> dt.date:
        return min(max(day, self.first), self.last)

    def keep(self, values: Iterable[Mapping[str, object]]) -> "alt.NamedData":
        """The figures of one layer."""
        import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

        name = f"figures-{len(self.figures)}"
        self.figures[name] = list(values)
        return alt.NamedData(name)


def level(names: Sequence[str]) -> "alt.Y":
    """Names from the top."""
    import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

    return (
        alt.Y("lane:N")
        .title(None)
        .sort(list(names))
        .scale(domain=list(names))
        .axis(
            grid=True,
            ticks=False,
            domain=False,
            minExtent=LEFT,
            maxExtent=LEFT,
            labelPadding=GAP,
            labelLimit=200,
        )
    )


def framed(layers: "Sequence[alt.Chart]", title: Sequence[str], height: int) -> "alt.LayerChart":
    import altair as alt  # noqa: PLC0415 -- slow import, only needed when something is drawn

    heading, *rest = title
    under = rest or alt.Undefined
    named = alt.Title(heading, subtitle=under, anchor="start", frame="group", dx=-LEFT)
    chart = alt.LayerChart(layer=list(layers)).properties(height=height, title=named)
    apart: alt.LayerChart = chart.resolve_scale(color="independent", shape="independent")
    return apart


def noon(day: dt.date) -> str:
    """Far from midnight, so that no time zone moves it to another day."""
    return f"{day.isoformat()}T12:00:00"
