"""Rows of figures: means and changes, of as many as may be told."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hjemmebane.domain.evaluation.calculations.change import change_of
from hjemmebane.domain.evaluation.calculations.columns import Value
from hjemmebane.domain.evaluation.calculations.of_cases import Measure
from hjemmebane.domain.evaluation.calculations.report import (
    Cell,
    Row,
    count_cell,
    hidden,
    in_danish,
    nothing,
    number_cell,
    percent_cell,
    said,
)
from hjemmebane.domain.evaluation.calculations.suppression import Sum, hidden_sums
from hjemmebane.domain.measurements.calculations.cohort import parts_of, summary_of

BOTH, FIRST, LAST, NEITHER = "BOTH", "FIRST", "LAST", "NEITHER"
# How many decimals figures have where a second one would tell of how many they are.
COARSE, FINE = 1, 2
SIGNIFICANT = 0.05
CHANGE_COLUMNS = (
    "n (parret)",
    "Før",
    "Efter",
    "Ændring",
    "SD",
    "95 % fra",
    "95 % til",
    "p (Wilcoxon)",
    "dz",
    "Rangkorrelation",
    "Mangler",
)
MEAN_COLUMNS = ("n", "Gennemsnit", "SD")
MEASURED_COLUMNS = ("Før og efter", "Kun før", "Kun efter", "Ikke målt")


@dataclass(frozen=True)
class Pairs:
    """A measure of all cases: how many have which figures, and what of its counts is hidden.

    before: of all who have one. both: before and after, of those who have both.
    """

    measure: Measure
    before: Counter[Decimal]
    both: Counter[tuple[Decimal, Decimal]]
    hidden: frozenset[str]
    counts: Mapping[str, int]
    least: int

    @property
    def every(self) -> int:
        return sum(self.counts.values())

    @property
    def is_exact(self) -> bool:
        return BOTH not in self.hidden

    @property
    def is_told(self) -> bool:
        return self.counts[BOTH] >= self.least


def pairs_of(
    measure: Measure, before: Sequence[Value | None], after: Sequence[Value | None], least: int
) -> Pairs:
    counts = dict.fromkeys((BOTH, FIRST, LAST, NEITHER), 0)
    firsts, both = Counter[Decimal](), Counter[tuple[Decimal, Decimal]]()
    for (first, last), number in Counter(zip(before, after, strict=True)).items():
        counts[_which(first, last)] += number
        if isinstance(first, Decimal):
            firsts[first] += number
            if isinstance(last, Decimal):
                both[first, last] += number
    sums = [
        Sum(key="WHOLE", atoms=frozenset(counts), fixed=True),
        Sum(key="BEFORE", atoms=frozenset([BOTH, FIRST])),
        *(Sum(key=one, atoms=frozenset([one]), last=one == BOTH) for one in counts),
    ]
    return Pairs(measure, firsts, both, hidden_sums(counts, sums, least), counts, least)


def _which(first: Value | None, last: Value | None) -> str:
    if first is None:
        return NEITHER if last is None else LAST
    return FIRST if last is None else BOTH


def measured_row(pairs: Pairs) -> Row:
    """Who is measured when."""
    cells = tuple(
        hidden() if one in pairs.hidden else count_cell(number, pairs.every)
        for one, number in pairs.counts.items()
    )
    return Row(code=pairs.measure.name, title=pairs.measure.in_full, cells=cells)


def start_row(pairs: Pairs) -> Row:
    """The mean of all who are measured before.

    Hidden where it would stand beside the mean of nearly the same: the few could be worked out.
    """
    code, title = pairs.measure.name, pairs.measure.told
    few = 0 < pairs.counts[FIRST] < pairs.least and pairs.is_told
    if "BEFORE" in pairs.hidden or few or tells_of_few(pairs.before, pairs.least):
        return Row(code=code, title=title, cells=(hidden(), hidden(), hidden()))
    return Row(code=code, title=title, cells=_mean_cells(pairs.before))


def change_row(pairs: Pairs) -> Row:
    """From before to after, of those who have both."""
    code, title = pairs.measure.name, pairs.measure.told
    if not pairs.counts[BOTH]:
        cells = (count_cell(0), *(nothing() for _ in CHANGE_COLUMNS[2:]))
        return Row(code=code, title=title, cells=(*cells, _missing(pairs)))
    if not pairs.is_told or any(tells_of_few(one, pairs.least) for one in parts_of(pairs.both)):
        return Row(code=code, title=title, cells=tuple(hidden() for _ in CHANGE_COLUMNS))
    change = change_of(pairs.both)
    known, n = change.paired, pairs.counts[BOTH] if pairs.is_exact else None
    digits = FINE if pairs.is_exact else COARSE
    low, high = known.interval or (None, None)
    effects = (
        (_p_cell(change.p, n), _cell(change.dz, FINE, n), _cell(change.rank_biserial, FINE, n))
        if pairs.is_exact
        else (_coarse_p(change.p), hidden(), hidden())
    )
    cells = (
        count_cell(n, n) if n is not None else _at_least(pairs.least),
        *(_cell(one, digits, n) for one in (known.before, known.after, known.change)),
        _cell(known.sd, digits, n) if pairs.is_exact else hidden(),
        _cell(low, digits, n),
        _cell(high, digits, n),
        *effects,
        _missing(pairs),
    )
    return Row(code=code, title=title, cells=cells)


def positive_row(pairs: Pairs) -> Row:
    """How many of those who have both answer positively before, and after."""
    measure, n = pairs.measure, pairs.counts[BOTH]
    if not pairs.is_told or not pairs.is_exact:
        told = tuple(nothing() if not n else hidden() for _ in range(3))
        return Row(code=measure.name, title=measure.told, cells=told)
    ends = [
        sum(number for one, number in pairs.both.items() if one[place] in measure.positive)
        for place in (0, 1)
    ]
    cells = tuple(_share(number, n, pairs.least) for number in ends)
    return Row(code=measure.name, title=measure.told, cells=(count_cell(n, n), *cells))


def _share(number: int, n: int, least: int) -> Cell:
    counts = {"YES": number, "NO": n - number}
    sums = [
        Sum(key="WHOLE", atoms=frozenset(counts), fixed=True),
        Sum(key="YES", atoms=frozenset(["YES"])),
        Sum(key="NO", atoms=frozenset(["NO"]), told=False),
    ]
    return hidden(n) if hidden_sums(counts, sums, least) else percent_cell(number, n)


def mean_row(code: str, title: str, values: Iterable[Value | None], least: int) -> Row:
    """The mean of those it is known of; of how many is told where that tells of no few others."""
    told = Counter(values)
    known = Counter(
        {Decimal(one): number for one, number in told.items() if isinstance(one, int | Decimal)}
    )
    missing = told.total() - known.total()
    if not known:
        return Row(code=code, title=title, cells=(count_cell(0), nothing(), nothing()))
    if known.total() < least or tells_of_few(known, least):
        return Row(code=code, title=title, cells=(hidden(), hidden(), hidden()))
    if 0 < missing < least:
        mean = summary_of(known).mean
        cells = (_at_least(least), _cell(mean, COARSE, None), hidden())
        return Row(code=code, title=title, cells=cells)
    return Row(code=code, title=title, cells=_mean_cells(known))


def tells_of_few(values: Counter[Decimal], least: int) -> bool:
    """Whether nearly all are alike, so that their mean tells how far the few others are away."""
    alike = max(values.values(), default=0)
    return alike >= least and 0 < values.total() - alike < least


def _mean_cells(known: Counter[Decimal]) -> tuple[Cell, Cell, Cell]:
    found, n = summary_of(known), known.total()
    return count_cell(n, n), _cell(found.mean, FINE, n), _cell(found.sd, FINE, n)


def _missing(pairs: Pairs) -> Cell:
    n = pairs.every - pairs.counts[BOTH]
    return count_cell(n, pairs.every) if pairs.is_exact else hidden()


def _at_least(least: int) -> Cell:
    return Cell(words=f"{least} eller flere", suppressed=True)


def _cell(value: Decimal | float | None, digits: int, n: int | None) -> Cell:
    return nothing(n) if value is None else number_cell(float(value), digits, n)


def _p_cell(value: float | None, n: int | None) -> Cell:
    if value is None:
        return nothing(n)
    words = "under 0,001" if value < 0.001 else in_danish(value, 3)
    return Cell(words=words, value=round(value, 6), n=n)


def _coarse_p(value: float | None) -> Cell:
    if value is None:
        return nothing()
    return said("under 0,05" if value < SIGNIFICANT else "0,05 eller mere")
