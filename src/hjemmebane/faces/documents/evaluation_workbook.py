"""The evaluation report as a spreadsheet: numbers as numbers, a sheet for each section."""

import datetime as dt
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hjemmebane.domain.evaluation.calculations.report import Cell, Report, Section, Table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# What the name of a sheet may be: Excel's own limits.
LONGEST_NAME, FORBIDDEN = 31, re.compile(r"[\[\]:*?/\\']")
TITLE_WIDTH, CELL_WIDTH = 48, 15
OVERVIEW = "Om rapporten"


def evaluation_workbook(
    report: Report, *, teams: str, period: str, mark: str, at: dt.datetime
) -> bytes:
    """One workbook. Nothing in it is a formula, whatever a team is called."""
    from openpyxl import Workbook  # noqa: PLC0415 -- slow import, only needed here
    from openpyxl.writer.excel import save_workbook  # noqa: PLC0415 -- as above

    book, into = Workbook(), io.BytesIO()
    book.properties.title, book.properties.created = report.title, at.replace(tzinfo=None)
    first = _laid_out(book.active, OVERVIEW)
    told = (report.title, teams, period, *report.caveats, f"Aftryk (SHA-256): {mark}")
    for row, words in enumerate(told, start=1):
        _put(first, row, 1, words, bold=row == 1)
    for number, section in enumerate(report.sections, start=1):
        _write(_laid_out(book.create_sheet(), f"{number} {section.title}"), section)
    save_workbook(book, into)
    return into.getvalue()


def _laid_out(sheet: "Worksheet", name: str) -> "Worksheet":
    sheet.title = FORBIDDEN.sub(" ", name)[:LONGEST_NAME].strip()
    sheet.column_dimensions["A"].width = TITLE_WIDTH
    for letter in "BCDEFGHIJKL":
        sheet.column_dimensions[letter].width = CELL_WIDTH
    return sheet


def _write(sheet: "Worksheet", section: Section) -> None:
    lines = [(section.title,), *((Cell(words=one),) for one in section.text)]
    for table in section.tables:
        lines += [(), *_rows(table)]
    for row, cells in enumerate(lines, start=1):
        for column, cell in enumerate(cells, start=1):
            _put(sheet, row, column, cell, bold=isinstance(cell, str))


def _rows(table: Table) -> Iterator[tuple[str | Cell, ...]]:
    """A table's title, its headings, its rows, and what is said below."""
    yield (table.title,)
    yield ("", *table.columns)
    for row in table.rows:
        yield (Cell(words=row.title), *row.cells)
    for words in (table.note, table.published_in_words):
        if words:
            yield (Cell(words=words),)


def _put(sheet: "Worksheet", row: int, column: int, told: str | Cell, *, bold: bool) -> None:
    """A figure as a number; what is hidden or is none in the words of the page."""
    from openpyxl.styles import Font  # noqa: PLC0415 -- slow import, only needed here

    cell = sheet.cell(row, column)
    if isinstance(told, Cell) and told.value is not None:
        cell.value = told.value
        return
    cell.value = told if isinstance(told, str) else told.words
    cell.data_type = "s"  # also where it begins as a formula does
    if bold:
        cell.font = Font(bold=True)
