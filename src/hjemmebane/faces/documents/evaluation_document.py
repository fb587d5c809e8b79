"""The evaluation report on paper, from the same report as the page and the spreadsheet."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Protocol

from hjemmebane.domain.evaluation.calculations.report import Report, Section, Table
from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import footer
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

HEADING = "Det, tallet er om"


class Chart(Protocol):
    """A picture of some of a table's figures."""

    @property
    def summary(self) -> str: ...

    @property
    def svg(self) -> str: ...


class TableShown(Protocol):
    """A table and its pictures."""

    @property
    def table(self) -> Table: ...

    @property
    def charts(self) -> Sequence[Chart]: ...


class SectionShown(Protocol):
    @property
    def section(self) -> Section: ...

    @property
    def tables(self) -> Iterable[TableShown]: ...


class ReportShown(Protocol):
    """A report as the page tells it."""

    @property
    def report(self) -> Report: ...

    @property
    def sections(self) -> Iterable[SectionShown]: ...


def evaluation_pdf(
    told: ReportShown, *, teams: str, period: str, mark: str, is_demo: bool, at: dt.datetime
) -> bytes:
    """The whole report as a tagged PDF. at: when the report was made, also of a later copy."""
    data = {
        "title": told.report.title,
        "teams": teams,
        "period": period[:1].upper() + period[1:],
        "mark": mark,
        "footer": footer(teams, written_day(day_of(at)), is_demo=is_demo),
        "caveats": list(told.report.caveats),
        "sections": [
            {
                "title": one.section.title,
                "text": list(one.section.text),
                "tables": [_table(table) for table in one.tables],
            }
            for one in told.sections
        ],
    }
    return pdf("evaluation.typ", data, at=at)


def _table(shown: TableShown) -> dict[str, object]:
    return {
        "title": shown.table.title,
        "columns": [HEADING, *shown.table.columns],
        "rows": [[row.title, *(cell.words for cell in row.cells)] for row in shown.table.rows],
        "charts": [{"svg": one.svg, "summary": one.summary} for one in shown.charts],
        "said": [one for one in (shown.table.note, shown.table.published_in_words) if one],
    }
