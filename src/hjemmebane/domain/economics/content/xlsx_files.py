"""The same in a workbook: a sheet of keys and values, and one for each list with a row a line.

A workbook from outside is read as values alone: a formula is refused and never worked out, and what
is much larger inside than it looks, or holds more than sheets, is not opened.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from math import isfinite
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet
from pydantic import TypeAdapter, ValidationError

from hjemmebane.domain.economics.content.faults import (
    MONEY,
    UNKNOWN,
    FaultyFile,
    Place,
    faults_of,
)
from hjemmebane.domain.economics.content.tables import Tables
from hjemmebane.domain.economics.content.toml_files import ALIKE, exact

FIRST = "Tal"
WIDEST, LONGEST = 30, 200  # columns and rows that are read
LARGEST_INSIDE, MOST_PARTS, MOST_TAGS = 3_000_000, 200, 30_000
# A document type may define what its words mean; in every alphabet that a part may be written in.
DECLARED = tuple("<!DOCTYPE".encode(one) for one in ("utf-8", "utf-16-le", "utf-16-be"))
# Told apart by the key: what a spreadsheet holds as a number may be a name.
TEXTS = frozenset({"title", "target_group", "what", "source", "unit", "profession"})
BOOLS = frozenset({"count_avoided"})
NOT_A_WORKBOOK = "Filen kan ikke læses som et regneark. Gem den igen som .xlsx."
TOO_LARGE = "Filen fylder alt for meget, når den pakkes ud. Gem kun arkene med tal."
NUMBER = "er ikke et tal. Skriv det som et tal i cellen, ikke som tekst"
MISSING = "mangler. Skriv {key} i arket"
FORMULA = "er en formel. Skriv det tal, den giver"
TWICE = "står der to gange. Slet den ene"
NO_KEY = "Her står noget, som ingen nøgle hører til. Skriv nøglen, eller tøm cellen."
OTHER_SHEET = "Arket kendes ikke. Ret dets navn, eller slet det."


class _Cells:
    """Where each place of the record stands."""

    def __init__(self) -> None:
        self.at: dict[Place, str] = {}
        # The cell of each key in the first row of a list's sheet.
        self.columns: dict[str, dict[str, str]] = {}

    def put(self, place: Place, sheet: str, row: int, column: int) -> None:
        self.at[place] = f"arket {sheet}, celle {get_column_letter(column)}{row}"

    def where(self, place: Place) -> str:
        """The cell; of a key that is missing its row or its sheet."""
        parts = tuple(place)
        while parts and parts not in self.at:
            parts = parts[:-1]
        return self.at.get(parts, f"arket {FIRST}")

    def told(self, place: Place, said: str) -> str:
        """What is wrong with where it is; of a whole column the same for each of its rows."""
        match place:
            case (str(kind), int(), str(key)) if key not in self.columns.get(kind, {key}):
                return (
                    f"arket {kind}, række 1: Kolonnen {key} mangler. Skriv {key} i første række,"
                    " og udfyld kolonnen."
                )
            case (str(kind), int(), str(key)) if UNKNOWN in said:
                return (
                    f"{self.columns[kind][key]}: Kolonnen {key} {UNKNOWN}. Ret navnet, eller slet"
                    " kolonnen."
                )
        return f"{self.where(place)}: {said}"


def read_xlsx[T](
    content: bytes, kind: TypeAdapter[T], *, lists: Sequence[str], name: str
) -> tuple[T, _Cells]:
    """The record a workbook holds, and where its parts stand. Raises FaultyFile with all faults."""
    sheets = _sheets_of(content, name)
    if FIRST not in sheets:
        raise FaultyFile(name, [f"Arket “{FIRST}” mangler. Hent en fil herfra, og ret i den."])
    cells, faults = _Cells(), list[str]()
    faults += [f"arket {one}: {OTHER_SHEET}" for one in sheets if one not in {FIRST, *lists}]
    tables = dict(_first(sheets[FIRST], cells, faults))
    for one in lists:
        if rows := _lines(one, sheets.get(one, []), cells, faults):
            tables[one] = rows
    if faults:
        raise FaultyFile(name, faults)
    try:
        return kind.validate_python(tables), cells
    except ValidationError as error:
        found = faults_of(error, number=NUMBER, missing=MISSING)
        # Once, though it is so in each row.
        told = dict.fromkeys(cells.told(at, said) for at, said in found)
        raise FaultyFile(name, told) from error


def _sheets_of(content: bytes, name: str) -> dict[str, list[tuple[Cell, ...]]]:
    """The rows of each sheet in which something stands."""
    _check_parts(content, name)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        found = {}
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = [tuple(row) for row in sheet.iter_rows(max_row=LONGEST, max_col=WIDEST)]
            if any(cell.value is not None for row in rows for cell in row):
                found[sheet.title] = rows
    except (InvalidFileException, zipfile.BadZipFile, ParseError, *WRONG) as error:
        raise FaultyFile(name, [NOT_A_WORKBOOK]) from error
    return found


# What the library raises of a workbook that somebody has put together by hand.
WRONG = (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError)


def _check_parts(content: bytes, name: str) -> None:
    """A workbook is a packed folder: not much larger inside, and its texts declare nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > LARGEST_INSIDE:
                raise FaultyFile(name, [TOO_LARGE])
            contents = [packed.read(one) for one in parts]
            if any(mark in part for part in contents for mark in DECLARED):
                raise FaultyFile(name, [NOT_A_WORKBOOK])
            if sum(part.count(b"<") for part in contents) > MOST_TAGS:
                raise FaultyFile(name, [TOO_LARGE])
    # The library's words for a way of packing it does not know, and for a password.
    except (zipfile.BadZipFile, *WRONG, NotImplementedError, RuntimeError) as error:
        raise FaultyFile(name, [NOT_A_WORKBOOK]) from error


def _first(
    rows: Sequence[tuple[Cell, ...]], cells: _Cells, faults: list[str]
) -> Iterator[tuple[str, object]]:
    """Keys and values; “published.REGION” is REGION in the table published."""
    inner: dict[str, dict[str, object]] = {}
    for number, row in enumerate(rows[1:], start=2):
        key = _text(row[0].value) if row else ""
        if len(row) < 2 or row[1].value is None:
            continue
        table, dot, rest = key.partition(".")
        place = (table, rest) if dot else (key,)
        if not key or place in cells.at:
            said = f"{key} {TWICE}." if key else NO_KEY
            faults.append(f"arket {FIRST}, celle B{number}: {said}")
            continue
        cells.put(place, FIRST, number, 2)
        value = _value(key, row[1], cells.where(place), faults)
        if dot:
            inner.setdefault(table, {})[rest] = value
        else:
            yield key, value
    yield from inner.items()


def _lines(
    kind: str, rows: Sequence[tuple[Cell, ...]], cells: _Cells, faults: list[str]
) -> list[dict[str, object]]:
    """A line for each row below the first, whose cells are the keys. An empty row is none."""
    if not rows:
        return []
    keys = [_text(cell.value) for cell in rows[0]]
    twice = [key for key in dict.fromkeys(keys) if key and keys.count(key) > 1]
    faults += [f"arket {kind}, række 1: {key} {TWICE}." for key in twice]
    cells.columns[kind] = {
        key: f"arket {kind}, celle {get_column_letter(column)}1"
        for column, key in enumerate(keys, start=1)
        if key
    }
    found: list[dict[str, object]] = []
    for number, row in enumerate(rows[1:], start=2):
        line: dict[str, object] = {}
        cells.at[(kind, len(found))] = f"arket {kind}, række {number}"
        for column, cell in enumerate(row, start=1):
            if cell.value is None:
                continue
            key = keys[column - 1] if column <= len(keys) else ""
            place = (kind, len(found), key)
            cells.put(place, kind, number, column)
            if key:
                line[key] = _value(key, cell, cells.where(place), faults)
            else:
                faults.append(f"{cells.where(place)}: {NO_KEY}")
        if line:
            found.append(line)
    return found


def _value(key: str, cell: Cell, where: str, faults: list[str]) -> object:
    """As the record takes it. A formula is never worked out; what went wrong in a cell is told."""
    if cell.data_type == "f":
        faults.append(f"{where}: {key} {FORMULA}.")
        return None
    if cell.data_type == "e":
        faults.append(f"{where}: {key} {NUMBER}.")
        return None
    value = cell.value
    if isinstance(value, float):
        number = exact(repr(value))
        value = int(number) if isfinite(value) and number == int(number) else number
    if isinstance(value, bool) and key not in BOOLS:
        return str(value)
    if key in MONEY and isinstance(value, str) and ALIKE.fullmatch(value.strip()):
        faults.append(f"{where}: {key} {NUMBER}.")
        return None
    if key in TEXTS and not isinstance(value, str):
        return str(value)
    return value if isinstance(value, int | Decimal | str) else str(value)


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def write_xlsx(
    tables: Tables, *, columns: Mapping[str, Sequence[str]], meanings: Mapping[str, str]
) -> bytes:
    """A workbook that `read_xlsx` reads again. Words stay words, whatever they begin with."""
    book = Workbook()
    first = book.active
    first.title = FIRST
    _write(first, 1, ("Nøgle", "Værdi", "Betydning"), is_head=True)
    for row, (key, value) in enumerate(_flat(tables), start=2):
        _write(first, row, (key, value, meanings.get(key, "")))
    for kind, keys in columns.items():
        sheet = book.create_sheet(kind)
        _write(sheet, 1, keys, is_head=True)
        for number, line in enumerate(_lines_of(tables, kind), start=2):
            _write(sheet, number, [line.get(key) for key in keys])
    for sheet in book:
        for column in range(1, sheet.max_column + 1):
            sheet.column_dimensions[get_column_letter(column)].width = 28
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _lines_of(tables: Tables, kind: str) -> list[Mapping[str, object]]:
    lines = tables.get(kind, [])
    return lines if isinstance(lines, list) else []


def _flat(tables: Tables) -> Iterator[tuple[str, object]]:
    for key, value in tables.items():
        if isinstance(value, dict):
            yield from ((f"{key}.{inner}", one) for inner, one in value.items())
        elif not isinstance(value, list):
            yield key, value


def _write(sheet: Worksheet, row: int, values: Sequence[object], *, is_head: bool = False) -> None:
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(row, column)
        if isinstance(value, str):
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
            # Else “=1+1” would be a formula, and others would be asked whether it is one.
            cell.data_type = "s"
            cell.quotePrefix = True
        else:
            cell.value = value
        if is_head:
            cell.font = Font(bold=True)
