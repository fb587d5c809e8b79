"""Cases on their way out: files in a folder with the data dictionary beside, all or none."""

import fcntl
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from hjemmebane.domain.evaluation.calculations.cases import Dataset, Table
from hjemmebane.domain.evaluation.calculations.cells import text_of
from hjemmebane.domain.evaluation.calculations.columns import Column, Kind, Value
from hjemmebane.domain.evaluation.calculations.of_cases import CASE_COLUMNS
from hjemmebane.domain.evaluation.calculations.of_teams import TEAM_COLUMNS
from hjemmebane.domain.evaluation.content.case_files import cases_csv, shown_columns, teams_csv
from hjemmebane.faces.operations.generated import case_file

if TYPE_CHECKING:
    import pyarrow as pa

DICTIONARY = "data_dictionary.md"


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """Where to write what becomes the folder at the end, whole or not at all.

    One at a time: raises FileExistsError where there is a folder, and BlockingIOError where
    somebody writes one. What somebody was struck down while writing is thrown away.
    """
    if folder.exists():
        raise FileExistsError(folder)
    unfinished = folder.absolute().with_name(f".{folder.name}.unfinished")
    unfinished.parent.mkdir(parents=True, exist_ok=True)
    with _held(unfinished):
        try:
            yield unfinished
            unfinished.rename(folder)
        finally:
            rmtree(unfinished, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """An empty folder that is ours alone; the system lets go of it when we are struck down."""
    folder.mkdir(mode=0o700, exist_ok=True)
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Whoever had it may just have thrown it away, or given it its name.
        if not folder.exists() or not os.path.samestat(os.fstat(held), folder.stat()):
            raise BlockingIOError(folder)
        os.fchmod(held, 0o700)
        for left in folder.iterdir():
            left.unlink()
        yield
    finally:
        os.close(held)


def write_cases(dataset: Dataset, folder: Path, kind: str) -> None:
    """The files, and what they hold."""
    (folder / DICTIONARY).write_text(case_file(), encoding="utf-8")
    FORMATS[kind](dataset, folder)


def _csv(dataset: Dataset, folder: Path) -> None:
    (folder / "cases.csv").write_text(cases_csv(dataset), encoding="utf-8")
    (folder / "teams.csv").write_text(teams_csv(dataset), encoding="utf-8")


def _parquet(dataset: Dataset, folder: Path) -> None:
    """Counts and numbers as such; what is empty is null."""
    from pyarrow import parquet  # noqa: PLC0415 -- slow import, only needed here

    for name, table, columns in _tables(dataset):
        parquet.write_table(_typed(table, columns), folder / f"{name}.parquet")


def _typed(table: Table, columns: Sequence[Column]) -> "pa.Table":
    import pyarrow as pa  # noqa: PLC0415 -- slow import, only needed here

    types = {Kind.COUNT: pa.int64(), Kind.NUMBER: pa.float64()}
    arrays = {
        one.name: pa.array(
            [_plain(value, one) for value in table[one.name]], types.get(one.kind, pa.string())
        )
        for one in columns
    }
    return pa.table(arrays)


def _plain(value: Value | None, column: Column) -> str | int | float | None:
    if value is None:
        return None
    if column.kind is Kind.COUNT and isinstance(value, int):
        return value
    return float(str(value)) if column.kind is Kind.NUMBER else text_of(value)


def _xlsx(dataset: Dataset, folder: Path) -> None:
    """One workbook with a sheet for each table. No text of a case file can begin a formula."""
    from openpyxl import Workbook  # noqa: PLC0415 -- slow import, only needed here
    from openpyxl.writer.excel import save_workbook  # noqa: PLC0415 -- as above

    book = Workbook(write_only=True)
    for name, table, columns in _tables(dataset):
        sheet = book.create_sheet(name)
        sheet.append([one.name for one in columns])
        told = [[_plain(value, one) for value in table[one.name]] for one in columns]
        for row in zip(*told, strict=True):
            sheet.append(row)
    save_workbook(book, folder / "cases.xlsx")


def _tables(dataset: Dataset) -> Iterator[tuple[str, Table, Sequence[Column]]]:
    for name, table, columns in (
        ("cases", dataset.cases, CASE_COLUMNS),
        ("teams", dataset.teams, TEAM_COLUMNS),
    ):
        yield name, table, shown_columns(table, columns)


FORMATS: Mapping[str, Callable[[Dataset, Path], None]] = {
    "csv": _csv,
    "parquet": _parquet,
    "xlsx": _xlsx,
}
