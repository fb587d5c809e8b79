"""Several things in a row, as Danish joins them."""

from collections.abc import Iterable, Sequence


def listed(things: Iterable[str]) -> str:
    """“a”, “a og b”, “a, b og c”."""
    *first, last = things
    return f"{', '.join(first)} og {last}" if first else last


def listed_shortly(things: Sequence[str], most: int = 5) -> str:
    """The same of no more than so many, and how many more there are: “a, b og 3 til”.

    Nothing of nothing.
    """
    more = len(things) - most
    named = [*things[:most], f"{more} til"] if more > 0 else things
    return listed(named) if named else ""
