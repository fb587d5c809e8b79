"""Small steps as a row of dots: plain numbers for an SVG."""

from dataclasses import dataclass

SPACING = 26
RADIUS = 7
MOST_DOTS = 12


@dataclass(frozen=True)
class Dot:
    """One step; `before` is where the line from the previous dot begins (None for the first)."""

    x: int
    reached: bool
    before: int | None


@dataclass(frozen=True)
class DotRow:
    """Dots and the width of the drawing; no dots when there are too many to count at a glance."""

    dots: tuple[Dot, ...]
    width: int


def dot_row(reached: int, total: int) -> DotRow:
    """Place `total` dots, the first `reached` of them filled."""
    if total > MOST_DOTS:
        return DotRow(dots=(), width=0)
    start = RADIUS + 2
    dots = tuple(
        Dot(
            x=start + place * SPACING,
            reached=place < reached,
            before=start + (place - 1) * SPACING + RADIUS if place else None,
        )
        for place in range(total)
    )
    return DotRow(dots=dots, width=2 * start + max(total - 1, 0) * SPACING)
