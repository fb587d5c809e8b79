"""A calculation on paper: its figures, the page's own charts, and the way to each figure."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.faces.documents.charting import Chart, charted
from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import footer
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day


@dataclass(frozen=True)
class Sheet:
    """A table: its columns, and rows as long as they. words: which columns besides the first, from
    nought, are no figures.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    words: Sequence[int] = ()


@dataclass(frozen=True)
class Part:
    """A heading and what stands under it. steps: a name, and its calculation line by line."""

    title: str
    text: str = ""
    sheets: Sequence[Sheet] = ()
    charts: Sequence[Chart] = ()
    steps: Sequence[tuple[str, Sequence[str]]] = ()
    notes: Sequence[str] = ()


def economics_pdf(
    *,
    title: str,
    lead: Sequence[str],
    owner: str,
    parts: Sequence[Part],
    is_demo: bool,
    at: dt.datetime,
) -> bytes:
    """The parts in their order as a tagged PDF. owner: whose calculation it is."""
    data = {
        "title": title,
        "owner": owner,
        "lead": [one for one in lead if one],
        "footer": footer(owner, written_day(day_of(at)), is_demo=is_demo),
        "parts": [_part(one) for one in parts],
    }
    return pdf("economics.typ", data, at=at)


def _part(part: Part) -> dict[str, object]:
    return {
        "title": part.title,
        "text": part.text,
        "sheets": [
            {
                "columns": list(one.columns),
                "rows": [list(row) for row in one.rows],
                "words": list(one.words),
            }
            for one in part.sheets
        ],
        "charts": [charted(one) for one in part.charts],
        "steps": [{"name": name, "lines": list(lines)} for name, lines in part.steps],
        "notes": [one for one in part.notes if one],
    }
