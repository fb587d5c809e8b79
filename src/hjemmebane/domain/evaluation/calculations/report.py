"""The report as a tree that a page, a paper, a spreadsheet and JSON draw without knowing sums."""

from dataclasses import dataclass

HIDDEN = "skjult"
NOTHING = "–"


@dataclass(frozen=True, kw_only=True)
class Cell:
    """words: as it is shown, in Danish. value: the figure; None where there is none, or none told.

    n: how many it is of, where that is told. suppressed: it is hidden, so that few cannot be found.
    """

    words: str
    value: int | float | None = None
    n: int | None = None
    suppressed: bool = False


@dataclass(frozen=True, kw_only=True)
class Row:
    """code: the same in every report, so that a figure can be found again."""

    code: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """columns: the heading of each cell of a row; the row's title has none.

    published: the figure or table of the evaluation that shows the same; empty where none does.
    register: whether it is made of register columns.
    """

    code: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    published: str = ""
    register: bool = False

    @property
    def published_in_words(self) -> str:
        return f"Svarer til {self.published} i evalueringen fra 2022." if self.published else ""


@dataclass(frozen=True, kw_only=True)
class Section:
    """text: what is said before the tables, a paragraph each."""

    code: str
    title: str
    tables: tuple[Table, ...]
    text: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Report:
    """digest: the hash of the case file it is made of. least: how many a figure must be of.

    from_month, until_month: the period. caveats: what the data demand that one bears in mind.
    """

    edition: str
    title: str
    digest: str
    least: int
    from_month: str
    until_month: str
    caveats: tuple[str, ...]
    sections: tuple[Section, ...]


def hidden_in_words(least: int) -> str:
    return (
        f"Der står “skjult”, hvor der er under {least} borgere bag et tal, og hvor tallet kunne"
        " bruges til at regne et andet skjult tal ud."
    )


def hidden(n: int | None = None) -> Cell:
    return Cell(words=HIDDEN, n=n, suppressed=True)


def nothing(n: int | None = None) -> Cell:
    """There is no figure: nobody is behind it, or it cannot be worked out."""
    return Cell(words=NOTHING, n=n)


def said(words: str) -> Cell:
    return Cell(words=words)


def count_cell(value: int, n: int | None = None) -> Cell:
    return Cell(words=grouped(value), value=value, n=n)


def number_cell(value: float, digits: int = 2, n: int | None = None) -> Cell:
    """A figure with so many decimals in words; six in its value, as much as any machine agrees on.

    Of coarse figures (one decimal or none) the value has no more than the words.
    """
    exact = round(value, 6 if digits > 1 else digits)
    return Cell(words=in_danish(value, digits), value=exact, n=n)


def percent_cell(part: int, whole: int) -> Cell:
    if not whole:
        return nothing()
    share = round(100 * part / whole, 1)
    return Cell(words=f"{in_danish(share, 1)} %", value=share, n=whole)


def in_danish(value: float, digits: int) -> str:
    """1.234,5; a minus that is one; and no minus before nought."""
    rounded = round(value, digits) + 0.0
    text = f"{abs(rounded):,.{digits}f}".translate(str.maketrans(",.", ".,"))
    return f"−{text}" if rounded < 0 else text


def grouped(value: int) -> str:
    return in_danish(value, 0)
