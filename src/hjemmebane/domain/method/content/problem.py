"""How the checks of a pack say that something is wrong."""

from typing import NamedTuple


class Problem(NamedTuple):
    """Where in the pack something is wrong, in the words of its files, and why."""

    key: str
    reason: str
