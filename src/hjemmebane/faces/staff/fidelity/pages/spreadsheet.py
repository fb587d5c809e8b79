"""DACTS as rows for a spreadsheet: semicolons, decimal commas, and UTF-8 that says so."""

import csv
import io
from collections.abc import Iterator

from hjemmebane.faces.staff.fidelity.pages.dacts import DactsPage, ItemRow

# Excel reads UTF-8 only when it begins with this.
UTF_8_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
HEAD = (
    "Punkt",
    "Navn",
    "Hvordan",
    "Niveau",
    "Tal",
    "Enhed",
    "n",
    "Mangler",
    "Grundlag",
    "Grænser",
    "Sådan regnes det",
    "Bemærkning",
    "Vurderet den",
    "Kilde",
)
# What a spreadsheet would take for a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(page: DactsPage) -> str:
    """Every item, then what they come to."""
    written = io.StringIO()
    written.write(UTF_8_MARK)
    sheet = csv.writer(written, delimiter=";", lineterminator="\r\n")
    for row in _rows(page):
        sheet.writerow([_harmless(cell) for cell in row])
    return written.getvalue()


def _rows(page: DactsPage) -> Iterator[tuple[str, ...]]:
    yield ("DACTS", page.team.name, page.read_on)
    yield HEAD
    yield from map(_row, page.rows)
    yield from page.sums
    if page.band:
        yield ("Bemærk", page.band)


def _row(row: ItemRow) -> tuple[str, ...]:
    return (
        row.item.code,
        row.item.title,
        row.how or row.level,
        row.level,
        row.number,
        row.item.unit if row.number else "",
        row.count,
        row.missing,
        row.basis,
        row.limits,
        row.item.how,
        row.said.note if row.said else row.exception,
        row.said.rated_on if row.said else "",
        row.item.source,
    )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell
