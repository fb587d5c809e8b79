"""A chart of a page as `chart.typ` takes it, and figures.typ for documents that are charts."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import footer
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day


class Chart(Protocol):
    """What every chart of `design/charts` has."""

    @property
    def title(self) -> str: ...

    @property
    def summary(self) -> str: ...

    @property
    def svg(self) -> str: ...

    @property
    def columns(self) -> Sequence[str]: ...

    @property
    def rows(self) -> Iterable[Sequence[tuple[str, str]]]: ...


@dataclass(frozen=True)
class Section:
    """A heading, what it is about, and its charts."""

    title: str
    text: str
    charts: Sequence[Chart]


def charted(chart: Chart) -> dict[str, object]:
    """The data of `chart` in `chart.typ`: the page's own picture, sentence and table."""
    return {
        "title": chart.title,
        "summary": chart.summary,
        "svg": chart.svg,
        "columns": list(chart.columns),
        "rows": [[cell for _, cell in row] for row in chart.rows],
    }


def figures_pdf(
    *,
    title: str,
    team: str,
    lead: str,
    sections: Sequence[Section],
    is_demo: bool,
    at: dt.datetime,
) -> bytes:
    """Charts in sections as a tagged PDF."""
    data = {
        "title": title,
        "team": team,
        "lead": lead,
        "footer": footer(team, written_day(day_of(at)), is_demo=is_demo),
        "sections": [
            {
                "title": one.title,
                "text": one.text,
                "charts": [charted(chart) for chart in one.charts],
            }
            for one in sections
        ],
    }
    return pdf("figures.typ", data, at=at)
