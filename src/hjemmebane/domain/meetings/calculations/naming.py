"""Whether a text that names nobody does so after all."""

import re
from collections.abc import Iterable

WORD = re.compile(r"\w+")


def names_somebody(text: str, names: Iterable[str]) -> bool:
    """Whether the first and the last name of one of them stand beside each other in a text.

    Whole words count, in any case, also as an owner's (“Kim Krogs”); or all of a longer name.
    """
    said = f" {_plain(text)} "
    return any(
        f" {name}{ending} " in said
        for full in names
        for name in _told(full)
        for ending in ("", "s")
    )


def _told(name: str) -> set[str]:
    """The name in full, and without what stands between the first and the last."""
    words = _plain(name).split()
    return {" ".join(words), f"{words[0]} {words[-1]}"} if len(words) > 1 else set()


def _plain(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))
