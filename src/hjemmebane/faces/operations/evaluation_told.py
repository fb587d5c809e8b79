"""The evaluation report as JSON and as lines of text: the same cells, in the same order."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from hjemmebane.domain.evaluation.calculations.report import Report, Row, Table

WIDEST_TITLE = 60


def report_json(report: Report) -> str:
    """The same report is the same text, to the byte."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=1, allow_nan=False)


def report_lines(report: Report) -> Iterator[str]:
    yield report.title
    yield f"Periode: {report.from_month} til {report.until_month}"
    yield f"Casefilens hash (SHA-256): {report.digest}"
    for caveat in report.caveats:
        yield f"- {caveat}"
    for number, section in enumerate(report.sections, start=1):
        yield ""
        yield f"{number}. {section.title}"
        yield from section.text
        for table in section.tables:
            yield ""
            yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    source = f" ({table.published})" if table.published else ""
    yield table.title + source + (" – fra registre" if table.register else "")
    widths = [
        max(len(column), *(len(row.cells[place].words) for row in table.rows), 1)
        for place, column in enumerate(table.columns)
    ]
    width = min(WIDEST_TITLE, max((len(row.title) for row in table.rows), default=0))
    yield _line("", table.columns, width, widths)
    for row in table.rows:
        yield _line(row.title, _words(row), width, widths)
    if table.note:
        yield f"  {table.note}"


def _words(row: Row) -> tuple[str, ...]:
    return tuple(one.words for one in row.cells)


def _line(title: str, words: tuple[str, ...], width: int, widths: list[int]) -> str:
    cells = "  ".join(one.rjust(wide) for one, wide in zip(words, widths, strict=True))
    return f"  {title:{width}}  {cells}".rstrip()
