"""Means, gaps and trends in words and on charts: to a tenth, with their n, or not at all."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from hjemmebane.design.charts.bars import Bar, written_figure
from hjemmebane.domain.fidelity.calculations.believed import LoggedLevel, Spread

LOWEST, HIGHEST = 1, 5
TICKS = (1, 2, 3, 4, 5)
NO_DATA = "Ikke nok data"
APART = Fraction(1, 2)
TENTH = Decimal("0.1")


def rounded(value: Fraction, thresholds: Sequence[Decimal], way: str) -> Decimal:
    """To a tenth, or as fine as the thresholds."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    finest = min(TENTH, *(one.normalize() for one in thresholds), key=_places)
    return exact.quantize(finest, way).normalize() + 0


def _places(number: Decimal) -> int:
    return int(number.as_tuple().exponent)


def mean_in_words(told: Spread) -> str:
    """“4,3 (n = 3, fra 3 til 5)”."""
    if told.mean is None:
        return f"{NO_DATA} (n = {told.n})"
    return f"{written_figure(told.mean)} (n = {told.n}, {span_in_words(told)})"


def span_in_words(told: Spread) -> str:
    if told.lowest == told.highest:
        return f"alle {told.lowest}"
    return f"fra {told.lowest} til {told.highest}"


def spread_in_words(counts: Sequence[int]) -> str:
    """“3: 1 · 5: 2”: only the levels that somebody chose."""
    chosen = [(level, count) for level, count in enumerate(counts, start=1) if count]
    return " · ".join(f"{level}: {count}" for level, count in chosen) or "Ingen svar"


def logged_in_words(told: LoggedLevel) -> str:
    """“3,5 (3 af 4 mål)”."""
    if not told.of:
        return "Måles ikke i loggen"
    if told.mean is None:
        return f"{NO_DATA} (n = {told.n} af {told.of} mål)"
    return f"{written_figure(told.mean)} ({told.n} af {told.of} mål)"


def signed(amount: Fraction | None) -> str:
    """“+0,5”, “−0,5”, “0,0”; a dash where there is nothing to compare."""
    if amount is None:
        return "–"
    written = written_figure(abs(amount))
    if written == written_figure(Fraction(0)):
        return written
    return f"{'+' if amount > 0 else '−'}{written}"


def gap_in_words(amount: Fraction | None) -> str:
    """Which way they part; said only from half a level on."""
    if amount is None:
        return NO_DATA
    if abs(amount) < APART:
        return f"{signed(amount)} – de følges ad"
    word = "vi tror højere, end loggen viser" if amount > 0 else "loggen viser højere, end vi tror"
    return f"{signed(amount)} – {word}"


def bar_of(told: Spread, category: str, series: str) -> Bar:
    note = span_in_words(told) if told.mean is not None else ""
    return Bar(category, series, told.mean, told.n, note)


def logged_bar(told: LoggedLevel, category: str, series: str) -> Bar:
    return Bar(category, series, told.mean, told.n, words=logged_in_words(told))
