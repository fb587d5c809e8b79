"""A line as it is believed and as it is logged, beside the quarter before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hjemmebane.domain.fidelity.calculations.believed import (
    LoggedLevel,
    Spread,
    change,
    gap,
    logged_level,
)
from hjemmebane.domain.method.content.believing import AssessmentLine, AssessmentTheme

# What is held against the log, and shown even where the log tells nothing of it.
COMPARED = (
    AssessmentTheme.ELEMENT_PRACTICE,
    AssessmentTheme.PLAN_USE,
    AssessmentTheme.PRACTICE_MODEL,
)


@dataclass(frozen=True)
class QuarterTold:
    """What is known of a quarter. believed: by the line's code; levels: by the indicator's."""

    believed: Mapping[str, Spread]
    levels: Mapping[str, int | None]


@dataclass(frozen=True)
class Compared:
    """believed: None where nothing is open to the reader. gap, trends: None unless both are there.

    believed_trend, logged_trend: how much higher than the quarter before.
    """

    line: AssessmentLine
    believed: Spread | None
    logged: LoggedLevel
    gap: Fraction | None
    believed_trend: Fraction | None
    logged_trend: Fraction | None


def compared(
    lines: Sequence[AssessmentLine], now: QuarterTold, before: QuarterTold
) -> list[Compared]:
    """Each line that is held against the log, in the order of the method."""
    return [_compared(line, now, before) for line in lines if line.theme in COMPARED]


def _compared(line: AssessmentLine, now: QuarterTold, before: QuarterTold) -> Compared:
    believed, earlier = now.believed.get(line.code), before.believed.get(line.code)
    logged, logged_before = _logged(line, now), _logged(line, before)
    mean = believed.mean if believed else None
    return Compared(
        line=line,
        believed=believed,
        logged=logged,
        gap=gap(mean, logged.mean),
        believed_trend=change(earlier.mean if earlier else None, mean),
        logged_trend=change(logged_before.mean, logged.mean),
    )


def _logged(line: AssessmentLine, told: QuarterTold) -> LoggedLevel:
    return logged_level([told.levels.get(code) for code in line.indicators])
