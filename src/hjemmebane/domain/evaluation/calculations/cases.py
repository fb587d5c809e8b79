"""A frozen set of cases: columns of values, checked, in one order, with a hash of their content."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from hjemmebane.domain.evaluation.calculations.cells import FaultyCell, text_of, value_of
from hjemmebane.domain.evaluation.calculations.columns import EDITION, Column, Value
from hjemmebane.domain.evaluation.calculations.of_cases import CASE_COLUMNS
from hjemmebane.domain.evaluation.calculations.of_teams import TEAM_COLUMNS

type Cells = tuple[Value | None, ...]
# What divides cells and columns in what is hashed; neither can stand in a cell.
CELL_END, COLUMN_END = "\x1f", "\x1e"
# A column with one thing wrong in every row is mended by seeing some of them.
MOST_FAULTS = 50


@dataclass(frozen=True)
class Fault:
    """row: which row, counted from nought; None for the whole table. also: where it stands too."""

    row: int | None
    column: str
    reason: str
    also: int | None = None


class FaultyRows(Exception):
    """Rows that cannot be used.

    faults: in the order of the rows; of each thing that is wrong the first MOST_FAULTS.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = sorted(faults, key=lambda one: (one.row is not None, one.row or 0))
        super().__init__(
            "\n".join(
                f"række {'–' if one.row is None else one.row + 1}, {one.column}: {one.reason}"
                for one in self.faults
            )
        )


@dataclass(frozen=True)
class Table:
    """Values by column, all of one length."""

    columns: Mapping[str, Cells]
    count: int

    def __getitem__(self, name: str) -> Cells:
        """A column; nothing but None where it was left out."""
        return self.columns.get(name) or (None,) * self.count

    def holds(self, name: str) -> bool:
        """Whether anything is said in a column."""
        return any(one is not None for one in self[name])

    def sorted_by(self, key: str) -> "Table":
        order = sorted(range(self.count), key=_texts(self[key]).__getitem__)
        moved = {name: tuple(map(cells.__getitem__, order)) for name, cells in self.columns.items()}
        return Table(moved, self.count)

    def texts(self, columns: Sequence[Column]) -> Iterator[Sequence[str]]:
        """The rows as they stand in a file."""
        named = [_texts(self[column.name]) for column in columns]
        return zip(*named, strict=True)


def _texts(cells: Cells) -> list[str]:
    """Each value that differs is written once."""
    told = {one: text_of(one) for one in set(cells)}
    return list(map(told.__getitem__, cells))


NO_TEAMS = Table({}, 0)


@dataclass(frozen=True)
class Dataset:
    """Cases and their teams, each in the order of their pseudonyms."""

    cases: Table
    teams: Table = field(default=NO_TEAMS)

    @cached_property
    def digest(self) -> str:
        """The same for the same content, however its rows and columns were ordered (SHA-256)."""
        found = hashlib.sha256(f"hjemmebane cases {EDITION}".encode())
        for table, columns in ((self.cases, CASE_COLUMNS), (self.teams, TEAM_COLUMNS)):
            found.update(f"{COLUMN_END}{table.count}".encode())
            for column in columns:
                if table.holds(column.name):
                    told = CELL_END.join(_texts(table[column.name]))
                    found.update(f"{COLUMN_END}{column.name}{CELL_END}{told}".encode())
        return found.hexdigest()


def table_of(rows: Mapping[str, Sequence[str]], columns: Sequence[Column]) -> Table:
    """Texts by column, read. Raises FaultyRows."""
    lengths = {len(cells) for cells in rows.values()}
    height = lengths.pop() if lengths else 0
    faults = [
        Fault(None, one.name, "mangler som kolonne. Tilføj den")
        for one in columns
        if one.name not in rows and not one.optional
    ]
    read = {
        column.name: _column(rows[column.name], column, faults)
        for column in columns
        if column.name in rows
    }
    if faults:
        raise FaultyRows(faults)
    return Table(read, height)


def _column(texts: Sequence[str], column: Column, faults: list[Fault]) -> Cells:
    """Each text that differs is read once; when enough are wrong, no more are."""
    known: dict[str, Value | None] = {}
    wrong: dict[str, str] = {}
    for text in dict.fromkeys(texts):
        try:
            known[text] = value_of(text, column)
        except FaultyCell as faulty:
            wrong[text] = str(faulty)
            if len(wrong) == MOST_FAULTS:
                break
    if not wrong:
        return tuple(map(known.__getitem__, texts))
    found = (Fault(row, column.name, wrong[one]) for row, one in enumerate(texts) if one in wrong)
    faults += islice(found, MOST_FAULTS)
    return ()
