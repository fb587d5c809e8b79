"""What several people say of one line, and how it stands beside what was logged."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Spread:
    """The answers to one line. mean: None where too few answered for it to be the team's.

    n: who chose a level; unknown: who answered the form and not this line. counts: how many chose
    each level, the lowest first.
    """

    mean: Fraction | None
    n: int
    unknown: int
    lowest: int | None
    highest: int | None
    counts: tuple[int, ...]


@dataclass(frozen=True)
class LoggedLevel:
    """The levels of the indicators that a line is held against, as one.

    mean: None where fewer than half of them have data. n: how many have; of: how many there are.
    """

    mean: Fraction | None
    n: int
    of: int


def spread_of(answers: Sequence[int | None], *, least: int, levels: int) -> Spread:
    """The answers of everybody, None where somebody left the line out."""
    chosen = sorted(one for one in answers if one is not None)
    return Spread(
        mean=Fraction(sum(chosen), len(chosen)) if chosen and len(chosen) >= least else None,
        n=len(chosen),
        unknown=len(answers) - len(chosen),
        lowest=chosen[0] if chosen else None,
        highest=chosen[-1] if chosen else None,
        counts=tuple(chosen.count(level) for level in range(1, levels + 1)),
    )


def logged_level(levels: Sequence[int | None]) -> LoggedLevel:
    """One figure alone must not stand for many that tell nothing."""
    told = [one for one in levels if one is not None]
    enough = told and 2 * len(told) >= len(levels)
    mean = Fraction(sum(told), len(told)) if enough else None
    return LoggedLevel(mean=mean, n=len(told), of=len(levels))


def gap(believed: Fraction | None, logged: Fraction | None) -> Fraction | None:
    """How much higher the team believes than its log shows; None unless both are there."""
    return None if believed is None or logged is None else believed - logged


def change(before: Fraction | None, now: Fraction | None) -> Fraction | None:
    """How much higher it is than it was; None unless both are there."""
    return gap(now, before)
