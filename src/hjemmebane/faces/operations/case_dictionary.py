"""The data dictionary of the case file, from the table that the reading itself goes by."""

from collections.abc import Iterator, Mapping, Sequence

from hjemmebane.domain.evaluation.calculations.cells import text_of
from hjemmebane.domain.evaluation.calculations.columns import EDITION, LARGEST, Column, Kind
from hjemmebane.domain.evaluation.calculations.of_cases import CASE_COLUMNS
from hjemmebane.domain.evaluation.calculations.of_teams import TEAM_COLUMNS

TITLES = ("Column", "Meaning", "Holds", "Empty means", "From")
HOW_READ = (
    f"Edition {EDITION}. How files are read and written: `docs/evaluation.md`. CSV in UTF-8 with a"
    " line of headings, columns in any order. A dash in the fourth column: it may not be empty."
)
KINDS = {
    Kind.PSEUDONYM: "at most 64 of a-z, A-Z, 0-9, - and _",
    Kind.TEXT: "text",
    Kind.MONTH: "a month: `2022-04`",
    Kind.COUNT: "a whole number",
    Kind.NUMBER: "a number, with a point before the decimals",
}


def sections() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The rows of the two tables, by the file's name."""
    return {
        "Cases, one row a course": list(_rows(CASE_COLUMNS)),
        "Teams, one row a team": list(_rows(TEAM_COLUMNS)),
    }


def _rows(columns: Sequence[Column]) -> Iterator[tuple[str, ...]]:
    for one in columns:
        source = "a register" if one.register else "the record"
        left_out = "; may be left out" if one.optional else ""
        unit = f" ({one.unit})" if one.unit else ""
        yield f"`{one.name}`", one.told + unit, _holds(one), one.empty or "–", source + left_out


def _holds(one: Column) -> str:
    if one.values:
        several = "any of, with a space between, or `NONE`: " if one.kind is Kind.CODES else ""
        return several + ", ".join(f"`{code}` {told}" for code, told in one.values.items())
    limits = f", {text_of(one.lowest)}-{text_of(one.highest)}" if one.highest < LARGEST else ""
    return KINDS[one.kind] + (limits if one.kind in {Kind.COUNT, Kind.NUMBER} else "")
