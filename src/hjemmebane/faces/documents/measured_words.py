"""What is said of a team's measured figures, on the page and on paper."""

from decimal import Decimal

from hjemmebane.design.charts.bars import written_figure
from hjemmebane.domain.measurements.calculations.cohort import Paired, Summary
from hjemmebane.domain.method.content.measuring import Direction, Instrument

BETTER = {Direction.UP: "Højere er bedre.", Direction.DOWN: "Lavere er bedre."}


def figure_in_words(value: Decimal, decimals: int = 1) -> str:
    """“2,5”."""
    return written_figure(value, decimals)


def change_in_figures(value: Decimal, decimals: int = 1) -> str:
    """“+2,5”, “-0,4”, “0,0”."""
    written = written_figure(value, decimals)
    is_nought = not written.strip("-0,")
    if is_nought:
        return written.lstrip("-")
    return written if value < 0 else f"+{written}"


def scale_in_words(asked: Instrument) -> str:
    """“Skalaen går fra 0 til 100. Højere er bedre.”."""
    scoring = asked.scoring
    return f"Skalaen går fra {scoring.lowest} til {scoring.highest}. {BETTER[asked.direction]}"


def n_in_words(n: int | None, hidden: str) -> str:
    """“n = 12”; what stands instead where it is not told."""
    return hidden if n is None else f"n = {n}"


def too_few(n: int | None, hidden: str) -> str:
    """“Ikke nok data (n = 1).”."""
    return f"Ikke nok data ({n_in_words(n, hidden)})."


def mean_in_words(one: Summary, hidden: str, decimals: int = 1) -> str:
    """“49,0 i gennemsnit, spredning 12,3 (n = 12).”."""
    if one.mean is None or one.sd is None:
        return too_few(one.n, hidden)
    mean, sd = figure_in_words(one.mean, decimals), figure_in_words(one.sd, decimals)
    return f"{mean} i gennemsnit, spredning {sd} ({n_in_words(one.n, hidden)})."


def interval_in_words(one: Paired, decimals: int = 1) -> str:
    """“95 %-interval fra +1,2 til +6,6”; why there is none where everybody moved alike."""
    if one.interval is None:
        return "alle har flyttet sig lige meget, så der er intet interval"
    low, high = (change_in_figures(end, decimals) for end in one.interval)
    return f"95\N{NO-BREAK SPACE}%-interval fra {low} til {high}"


def change_in_words(one: Paired, hidden: str, *, decimals: int = 1, is_short: bool = False) -> str:
    """“Fra 39,7 til 49,0: ændring +9,3, 95 %-interval fra +4,1 til +14,5 (n = 12).”."""
    if one.change is None or one.before is None or one.after is None:
        return too_few(one.n, hidden)
    moved = f"ændring {change_in_figures(one.change, decimals)}, {interval_in_words(one, decimals)}"
    if is_short:
        return moved
    before, after = figure_in_words(one.before, decimals), figure_in_words(one.after, decimals)
    return f"Fra {before} til {after}: {moved} ({n_in_words(one.n, hidden)})."
