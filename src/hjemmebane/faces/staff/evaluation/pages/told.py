"""What a finished report tells: its sections in order, a picture beside each table that has one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hjemmebane.design.charts.bars import Bar, BarChart
from hjemmebane.domain.evaluation.calculations.of_cases import MEASURES
from hjemmebane.domain.evaluation.calculations.report import (
    NOTHING,
    Cell,
    Report,
    Row,
    Section,
    Table,
    hidden_in_words,
)
from hjemmebane.foundation.listing import listed

SHARE, BEFORE, AFTER, MEAN = "Andel", "Før", "Efter", "Gennemsnit"
BELIEVED, LOGGED = "Selvvurdering", "Log"
# Which columns are drawn, the first that a table has.
DRAWN = ((BEFORE, AFTER), (BELIEVED, LOGGED), (BELIEVED,), (SHARE,), (MEAN,))
LIMITS = {one.name: one.limits for one in MEASURES}
PERCENT = (0, 100)
LEVELS = (1, 5)
# A table with more columns has no room beside a picture.
COLUMNS_BESIDE = 5
# A table with more columns is a card for each row on a telephone.
COLUMNS_IN_A_LINE = 2
FIGURE = "Figur"
TICKS = 4


@dataclass(frozen=True)
class TableTold:
    """A table with its pictures: one for each scale that its figures are on."""

    table: Table
    charts: Sequence[BarChart]

    @property
    def is_wide(self) -> bool:
        return len(self.table.columns) > COLUMNS_BESIDE

    @property
    def is_short(self) -> bool:
        return len(self.table.columns) <= COLUMNS_IN_A_LINE

    @property
    def is_hidden(self) -> bool:
        """Whether all the figures that it has are hidden."""
        told = [cell for row in self.table.rows for cell in row.cells if cell.words != NOTHING]
        return bool(told) and all(cell.suppressed for cell in told)

    @property
    def rows(self) -> Iterator[tuple[Row, Sequence[tuple[str, Cell]]]]:
        """Each row with its cells under the names of their columns."""
        for row in self.table.rows:
            yield row, list(zip(self.table.columns, row.cells, strict=True))


@dataclass(frozen=True)
class SectionTold:
    section: Section
    tables: Sequence[TableTold]

    @property
    def hides(self) -> bool:
        """Whether some figure of it is hidden."""
        rows = (row for one in self.tables for row in one.table.rows)
        return any(cell.suppressed for row in rows for cell in row.cells)


@dataclass(frozen=True)
class ReportTold:
    """hidden: what it means that a figure is hidden."""

    report: Report
    hidden: str

    @property
    def sections(self) -> Iterator[SectionTold]:
        """All of them, in order; their pictures are drawn when they are looked at."""
        for section in self.report.sections:
            yield section_told(section)

    def section(self, wanted: str) -> SectionTold | None:
        """The section of a name in the address, or of its code; the first where none is named."""
        for section in self.report.sections:
            if wanted in {"", name_of(section), section.code}:
                return section_told(section)
        return None

    def next_after(self, shown: SectionTold) -> Section | None:
        sections = list(self.report.sections)
        return next(iter(sections[sections.index(shown.section) + 1 :]), None)


def told(report: Report) -> ReportTold:
    return ReportTold(report, hidden_in_words(report.least))


def section_told(section: Section) -> SectionTold:
    tables = [TableTold(table, list(charts_of(section, table))) for table in section.tables]
    return SectionTold(section, tables)


def name_of(section: Section) -> str:
    """What the address calls it."""
    return section.code.lower().replace("_", "-")


def charts_of(section: Section, table: Table) -> Iterator[BarChart]:
    """Of what the published evaluation drew; nothing where there is nothing to draw."""
    if FIGURE not in table.published:
        return
    series = next((names for names in DRAWN if set(names) <= set(table.columns)), ())
    scales: dict[tuple[int, int], list[Row]] = {}
    for row in table.rows:
        cells = [_cell(table, row, name) for name in series]
        scale = LEVELS if BELIEVED in series else _scale(row, cells)
        if scale and any(cell.value for cell in cells):
            scales.setdefault(scale, []).append(row)
    for place, (scale, rows) in enumerate(scales.items()):
        yield _chart(f"{section.code}-{table.code}-{place}".lower(), table, rows, series, scale)


def _cell(table: Table, row: Row, name: str) -> Cell:
    return row.cells[table.columns.index(name)]


def _scale(row: Row, cells: Sequence[Cell]) -> tuple[int, int] | None:
    """Of shares it is percent, of a measure its own; nothing else has a known end."""
    return PERCENT if _is_share(cells) else LIMITS.get(row.code)


def _is_share(cells: Iterable[Cell]) -> bool:
    return any(cell.words.endswith("%") for cell in cells)


def _chart(
    name: str, table: Table, rows: Sequence[Row], series: Sequence[str], scale: tuple[int, int]
) -> BarChart:
    lowest, highest = scale
    drawn = [(row, one, _cell(table, row, one)) for row in rows for one in series]
    bars = [Bar(row.title, one, cell.value, cell.n) for row, one, cell in drawn]
    return BarChart(
        name=f"figur-{name}",
        title=table.title,
        summary=_summary(table, series),
        heading="Det, tallet er om",
        categories=[row.title for row in rows],
        series=series,
        bars=bars,
        lowest=lowest,
        highest=highest,
        ticks=[lowest + (highest - lowest) * step // TICKS for step in range(TICKS + 1)],
        unit=" %" if _is_share(cell for _, _, cell in drawn) else "",
        hidden="n vises ikke",
    )


def _summary(table: Table, series: Sequence[str]) -> str:
    """What is hidden has no bar, so it is said that it is there."""
    shown = f"{table.title}. Søjlerne viser {listed(series).lower()}."
    rows = ([_cell(table, row, name) for name in series] for row in table.rows)
    hidden = sum(1 for cells in rows if any(cell.suppressed for cell in cells))
    return f"{shown} {hidden} af tabellens linjer er skjult." if hidden else shown
