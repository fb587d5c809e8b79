"""Several things in a row, as Danish joins them."""

from collections.abc import Iterable


def listed(things: Iterable[str]) -> str:
    """“a”, “a og b”, “a, b og c”."""
    *first, last = things
    return f"{', '.join(first)} og {last}" if first else last
