"""Tables of how many, with what must be hidden hidden."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hjemmebane.domain.evaluation.calculations.columns import Value
from hjemmebane.domain.evaluation.calculations.report import (
    Cell,
    Row,
    Table,
    count_cell,
    hidden,
    percent_cell,
)
from hjemmebane.domain.evaluation.calculations.suppression import Sum, hidden_sums

WHOLE = "WHOLE"
NOT_SAID = "NOT_SAID"
NOT_SAID_TITLE = "Ikke oplyst"
UNKNOWN = "UNKNOWN"
NONE_TITLE = "Ingen af dem"
NUMBERS = ("Antal", "Andel")


@dataclass(frozen=True)
class Line:
    """A line of a table: some of the atoms, and what they are called."""

    code: str
    title: str
    atoms: frozenset[str]


@dataclass(frozen=True)
class Counts:
    """Atoms counted, and which lines of them are hidden."""

    counts: Mapping[str, int]
    hidden: frozenset[str]
    base: int

    def row(self, line: Line) -> Row:
        return Row(code=line.code, title=line.title, cells=self.cells(line))

    def cells(self, line: Line) -> tuple[Cell, Cell]:
        if line.code in self.hidden:
            return hidden(self.base), hidden(self.base)
        number = self.size(line)
        return count_cell(number, self.base), percent_cell(number, self.base)

    def size(self, line: Line) -> int:
        return sum(self.counts.get(one, 0) for one in line.atoms)


def counted(
    atoms: Mapping[str, int],
    lines: Sequence[Line],
    least: int,
    *,
    elsewhere: Sequence[Sum] = (),
) -> Counts:
    """The lines of a table whose whole is told; `elsewhere`: sums that stand in other tables."""
    sums = [
        Sum(key=WHOLE, atoms=frozenset(atoms), fixed=True),
        *(Sum(key=one, atoms=frozenset([one]), told=False) for one in atoms),
        *elsewhere,
        *(Sum(key=one.code, atoms=one.atoms) for one in lines),
    ]
    codes = {one.code for one in lines}
    return Counts(atoms, hidden_sums(atoms, sums, least) & codes, sum(atoms.values()))


def counts_table(
    code: str, title: str, rows: tuple[Row, ...], *, published: str = "", note: str = ""
) -> Table:
    """Rows of how many, and of what share."""
    return Table(code=code, title=title, columns=NUMBERS, rows=rows, published=published, note=note)


def of_codes(values: Iterable[Value | None], known: Iterable[str]) -> dict[str, int]:
    """How many said each code; what nobody said is nought, what is empty is NOT_SAID."""
    found = Counter(NOT_SAID if one is None else str(one) for one in values)
    return {one: found.get(one, 0) for one in (*known, NOT_SAID)}


def partition(
    values: Sequence[Value | None], titles: Mapping[str, str], least: int
) -> tuple[Row, ...]:
    """One row for each code, and one for those of whom it is not known; nobody is in two."""
    if titles.get(UNKNOWN) == NOT_SAID_TITLE:
        values = [UNKNOWN if one is None else one for one in values]
    atoms = of_codes(values, titles)
    lines = [Line(one, title, frozenset([one])) for one, title in titles.items()]
    lines.append(Line(NOT_SAID, NOT_SAID_TITLE, frozenset([NOT_SAID])))
    found = counted(atoms, [one for one in lines if _is_shown(one, atoms)], least)
    return tuple(found.row(one) for one in lines if _is_shown(one, atoms))


def several(
    values: Sequence[Value | None], titles: Mapping[str, str], least: int
) -> tuple[Row, ...]:
    """One row for each code that may be said with others; each stands for itself.

    How many were not asked is the same for all, so it is hidden or told once.
    """
    said = [one if isinstance(one, tuple) else None for one in values]
    missing = sum(1 for one in said if one is None)
    asked = counted(
        {"ASKED": len(said) - missing, NOT_SAID: missing},
        [Line(NOT_SAID, NOT_SAID_TITLE, frozenset([NOT_SAID]))],
        least,
    )
    is_told = NOT_SAID not in asked.hidden
    none = sum(1 for one in said if one == ())
    numbers = Counter(code for one in said if one for code in one)
    rows = [
        _yes(code, title, numbers[code], (len(said), missing), least=least, is_told=is_told)
        for code, title in titles.items()
    ]
    rows.append(
        _yes("NO_CODE", NONE_TITLE, none, (len(said), missing), least=least, is_told=is_told)
    )
    rows.append(asked.row(Line(NOT_SAID, NOT_SAID_TITLE, frozenset([NOT_SAID]))))
    return tuple(rows)


def _yes(
    code: str, title: str, number: int, of: tuple[int, int], *, least: int, is_told: bool
) -> Row:
    """One code of several: those who said it, those who did not, and those who were not asked."""
    every, missing = of
    atoms = {"YES": number, "NO": every - missing - number, NOT_SAID: missing}
    elsewhere = Sum(key="ELSEWHERE", atoms=frozenset([NOT_SAID]), told=is_told, fixed=is_told)
    line = Line(code, title, frozenset(["YES"]))
    return counted(atoms, [line], least, elsewhere=[elsewhere]).row(line)


def shares(values: Mapping[tuple[str, str], Sequence[bool | None]], least: int) -> tuple[Row, ...]:
    """By code and title: how many it holds for, of all; None where it is not known."""
    rows = []
    for (code, title), told in values.items():
        atoms = {
            "YES": sum(1 for one in told if one),
            "NO": sum(1 for one in told if one is False),
            NOT_SAID: sum(1 for one in told if one is None),
        }
        line = Line(code, title, frozenset(["YES"]))
        rows.append(counted(atoms, [line], least).row(line))
    return tuple(rows)


def is_yes(values: Sequence[Value | None]) -> list[bool | None]:
    return [None if one is None else one == "YES" for one in values]


def _is_shown(line: Line, atoms: Mapping[str, int]) -> bool:
    """A row of those nobody knows of is left out where everybody is known of."""
    return line.code != NOT_SAID or atoms[NOT_SAID] > 0
