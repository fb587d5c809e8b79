"""Case files as CSV: read whole or refused with line, column and how to mend it; and written."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from pathlib import Path

from hjemmebane.domain.economics.content.faults import FaultyFile, few
from hjemmebane.domain.economics.content.library_words import of_csv, of_file
from hjemmebane.domain.evaluation.calculations.cases import (
    MOST_FAULTS,
    Dataset,
    Fault,
    FaultyRows,
    Table,
)
from hjemmebane.domain.evaluation.calculations.columns import Column
from hjemmebane.domain.evaluation.calculations.consistency import (
    cases_of,
    dataset_of,
    teams_of,
)
from hjemmebane.domain.evaluation.calculations.of_cases import CASE_COLUMNS
from hjemmebane.domain.evaluation.calculations.of_teams import TEAM_COLUMNS

LARGEST_FILE = 200_000_000  # bytes
NOT_DIVIDED = (
    "linje 1: Kolonnerne er ikke delt med komma eller semikolon. Gem filen som CSV UTF-8, og se"
    " efter, at første linje er kolonnernes navne."
)
NOT_ALL = "… og flere fejl. Ret disse, og læs filen igen."
COMMA, SEMICOLON = ",", ";"


def read_dataset(cases: Path, teams: Path | None = None) -> Dataset:
    """The cases and teams in two CSV files. Raises FaultyFile with every fault."""
    of_cases = _read(cases, CASE_COLUMNS, cases_of)
    of_teams = None if teams is None else _read(teams, TEAM_COLUMNS, teams_of)
    try:
        return dataset_of(of_cases, of_teams)
    except FaultyRows as faulty:
        told = [_sentence(one, [], []) for one in faulty.faults]
        raise FaultyFile(cases.name, told) from faulty


def gathered(
    cases: Iterable[Mapping[str, str]], teams: Iterable[Mapping[str, str]] = ()
) -> Dataset:
    """The same, of rows of texts by column; what a row leaves out is empty. Raises FaultyRows."""
    of_teams = _by_column(teams, TEAM_COLUMNS)
    return dataset_of(
        cases_of(_by_column(cases, CASE_COLUMNS)),
        teams_of(of_teams) if any(of_teams.values()) else None,
    )


def cases_csv(dataset: Dataset) -> str:
    return _csv(dataset.cases, CASE_COLUMNS)


def teams_csv(dataset: Dataset) -> str:
    return _csv(dataset.teams, TEAM_COLUMNS)


def shown_columns(table: Table, columns: Sequence[Column]) -> list[Column]:
    """All but those that may be left out and say nothing."""
    return [one for one in columns if not one.optional or table.holds(one.name)]


def _csv(table: Table, columns: Sequence[Column]) -> str:
    shown, into = shown_columns(table, columns), io.StringIO()
    writer = csv.writer(into, lineterminator="\n")
    writer.writerow([one.name for one in shown])
    writer.writerows(table.texts(shown))
    return into.getvalue()


def _by_column(
    rows: Iterable[Mapping[str, str]], columns: Sequence[Column]
) -> dict[str, list[str]]:
    empty = dict.fromkeys((one.name for one in columns), "")
    told = itemgetter(*empty)
    filled = [told({**empty, **row}) for row in rows]
    if not filled:
        return {name: [] for name in empty}
    return dict(zip(empty, map(list, zip(*filled, strict=True)), strict=True))


def _read(
    file: Path, columns: Sequence[Column], read: Callable[[dict[str, list[str]]], Table]
) -> Table:
    text = _text(file)
    head, rows, lines = _rows(file.name, text)
    _check_head(file.name, head, columns)
    _check_lengths(file.name, head, rows, lines)
    by_column = dict(zip(head, map(list, zip(*rows, strict=True)), strict=True)) if rows else {}
    try:
        return read(by_column or {name: [] for name in head})
    except FaultyRows as faulty:
        raise FaultyFile(file.name, _told(faulty.faults, head, lines)) from faulty


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise FaultyFile(file.name, ["Filen er for stor (over 200 MB)."])
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FaultyFile(file.name, [f"Filen kan ikke læses: {of_file(error)}."]) from error
    except UnicodeDecodeError as error:
        raise FaultyFile(file.name, ["Filen er ikke gemt som UTF-8. Gem den igen."]) from error


def _rows(name: str, text: str) -> tuple[list[str], list[list[str]], list[int]]:
    """Headings, rows, and the line each row ends on. Rows with nothing in them are left out."""
    first = text.split("\n", 1)[0]
    delimiter = SEMICOLON if first.count(SEMICOLON) > first.count(COMMA) else COMMA
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows, lines = [], []
    try:
        for row in reader:
            if any(map(str.strip, row)):
                rows.append(row)
                lines.append(reader.line_num)
    except csv.Error as error:
        line = f"linje {reader.line_num}: Linjen kan ikke læses som CSV: {of_csv(str(error))}."
        raise FaultyFile(name, [line]) from error
    if not rows:
        raise FaultyFile(name, ["Filen er tom. Den første linje er kolonnernes navne."])
    return [one.strip() for one in rows[0]], rows[1:], lines[1:]


def _check_head(name: str, head: Sequence[str], columns: Sequence[Column]) -> None:
    known = {one.name for one in columns}
    faults = [
        f"linje 1, kolonne {place}: “{one[:40]}” kendes ikke. Ret navnet, eller slet kolonnen."
        for place, one in enumerate(head, start=1)
        if one not in known
    ]
    if len(head) == 1 and faults:
        raise FaultyFile(name, [NOT_DIVIDED])
    faults += [
        f"linje 1: Kolonnen “{one}” står der {head.count(one)} gange. Slet de andre."
        for one in dict.fromkeys(head)
        if one in known and head.count(one) > 1
    ]
    faults += [
        f"linje 1: Kolonnen “{one.name}” mangler ({one.told}). Tilføj den."
        for one in columns
        if not one.optional and one.name not in head
    ]
    if faults:
        raise FaultyFile(name, few(faults, len(faults), MOST_FAULTS))


def _check_lengths(
    name: str, head: Sequence[str], rows: Sequence[Sequence[str]], lines: Sequence[int]
) -> None:
    wrong = [
        (line, len(row)) for row, line in zip(rows, lines, strict=True) if len(row) != len(head)
    ]
    if wrong:
        told = (
            f"linje {line}: Der er {count} felter, men {len(head)} kolonner."
            " Er der et komma i et tal? Skriv punktum foran decimalerne (2.5)."
            for line, count in wrong
        )
        raise FaultyFile(name, few(told, len(wrong), MOST_FAULTS))


def _told(faults: Sequence[Fault], head: Sequence[str], lines: Sequence[int]) -> list[str]:
    told = (_sentence(one, head, lines) for one in faults)
    # Of a thing that is wrong so often, no more than these were looked for.
    is_all = max(Counter(one.column for one in faults).values()) < MOST_FAULTS
    if is_all:
        return few(told, len(faults), MOST_FAULTS)
    return [*islice(told, MOST_FAULTS), NOT_ALL]


def _sentence(fault: Fault, head: Sequence[str], lines: Sequence[int]) -> str:
    if fault.row is None:
        return f"{fault.column}: {fault.reason}.".removeprefix(": ")
    place = head.index(fault.column) + 1
    also = "" if fault.also is None else f" Den første er i linje {lines[fault.also]}."
    return f"linje {lines[fault.row]}, kolonne {place} ({fault.column}): {fault.reason}.{also}"
