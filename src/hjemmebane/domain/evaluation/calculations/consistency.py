"""What the cells of a row say together: dates in order, parts no larger than their whole."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from hjemmebane.domain.evaluation.calculations.cases import (
    MOST_FAULTS,
    Dataset,
    Fault,
    FaultyRows,
    Table,
    table_of,
)
from hjemmebane.domain.evaluation.calculations.columns import Value
from hjemmebane.domain.evaluation.calculations.of_cases import CASE_COLUMNS
from hjemmebane.domain.evaluation.calculations.of_teams import TEAM_COLUMNS

# A part, and the whole that it cannot be larger than.
PARTS = (
    ("met", "contacts"),
    ("met_outside", "met"),
    ("accompanied", "met"),
    ("sub_goals_reached", "sub_goals"),
    ("register_psychiatric_contacts", "register_hospital_contacts"),
)
TEAM_PARTS = (("coordination_hours", "hours"), ("matched", "referred"))
ENDED_ONLY = ("ending_reason", "next_support", "housing_after")


def cases_of(rows: dict[str, list[str]]) -> Table:
    """The cases in texts by column. Raises FaultyRows."""
    table = table_of(rows, CASE_COLUMNS)
    _check(
        _empty(table),
        _doubled(table, "case"),
        _reversed(table, "started", "ended"),
        _endings(table),
        *(_larger(table, *pair) for pair in PARTS),
    )
    return table.sorted_by("case")


def teams_of(rows: dict[str, list[str]]) -> Table:
    """The teams in texts by column. Raises FaultyRows."""
    table = table_of(rows, TEAM_COLUMNS)
    _check(
        _empty(table),
        _doubled(table, "team"),
        _reversed(table, "from_month", "until_month"),
        *(_larger(table, *pair) for pair in TEAM_PARTS),
    )
    return table.sorted_by("team")


def dataset_of(cases: Table, teams: Table | None) -> Dataset:
    """Both together. Raises FaultyRows where a team of the cases is not among the teams."""
    if teams is None:
        return Dataset(cases)
    known = set(teams["team"])
    missing = sorted({str(one) for one in cases["team"] if one not in known})
    if missing:
        names = ", ".join(missing[:10])
        reason = f"{names} står ikke i filen om teams. Tilføj en række for hvert team"
        raise FaultyRows([Fault(None, "team", reason)])
    return Dataset(cases, teams)


def _check(*found: Iterator[Fault]) -> None:
    if faults := [one for some in found for one in islice(some, MOST_FAULTS)]:
        raise FaultyRows(faults)


def _empty(table: Table) -> Iterator[Fault]:
    if not table.count:
        yield Fault(None, "", "Der er ingen rækker under overskrifterne. Tilføj mindst én")


def _doubled(table: Table, key: str) -> Iterator[Fault]:
    seen: dict[object, int] = {}
    for row, one in enumerate(table[key]):
        if one in seen:
            reason = f"“{one}” står der to gange. Slet den ene, eller ret den"
            yield Fault(row, key, reason, also=seen[one])
        seen.setdefault(one, row)


def _reversed(table: Table, first: str, last: str) -> Iterator[Fault]:
    for row, (begun, ended) in enumerate(zip(table[first], table[last], strict=True)):
        if begun is not None and ended is not None and str(ended) < str(begun):
            reason = f"{ended} ligger før {first} ({begun}). Byt om på de to, eller ret den ene"
            yield Fault(row, last, reason)


def _endings(table: Table) -> Iterator[Fault]:
    for row, (status, ended) in enumerate(zip(table["status"], table["ended"], strict=True)):
        if status == "ENDED" and ended is None:
            yield Fault(row, "ended", "er tom, men status er ENDED. Skriv måneden, eller ret den")
        if status != "ENDED" and ended is not None:
            yield Fault(row, "status", "er ikke ENDED, men ended er udfyldt. Ret den ene")
    for name in ENDED_ONLY:
        for row, (status, told) in enumerate(zip(table["status"], table[name], strict=True)):
            if status != "ENDED" and told is not None:
                yield Fault(row, name, "er udfyldt, men status er ikke ENDED. Slet den, eller ret")


def _larger(table: Table, part: str, whole: str) -> Iterator[Fault]:
    told = list(zip(table[part], table[whole], strict=True))
    wrong = {one for one in set(told) if _is_more(*one)}
    for row, (some, every) in enumerate(told if wrong else ()):
        if (some, every) in wrong:
            yield Fault(row, part, f"{some} er mere end {whole} ({every}). Ret den ene")


def _is_more(some: Value | None, every: Value | None) -> bool:
    return isinstance(some, int | Decimal) and isinstance(every, int | Decimal) and some > every
