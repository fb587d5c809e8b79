"""Finding municipalities as people write them."""

import difflib
import re
from collections.abc import Iterable

from hjemmebane.domain.economics.calculations.sizing import Municipality
from hjemmebane.domain.economics.content.shipped import municipalities
from hjemmebane.foundation.plain_text import plain_text

LONGEST = 60  # of what is told back
AROUND = re.compile(r"\b(kommune|regionskommune)\b", re.IGNORECASE)
OLD_LETTERS = str.maketrans({"é": "e", "-": " "})


class UnknownMunicipality(LookupError):
    """There is no such municipality. Says which might have been meant, in Danish."""


def found(names: Iterable[str]) -> list[Municipality]:
    """The municipalities of some names, each once, in the order asked. Raises UnknownMunicipality.

    “Aarhus”, “århus kommune” and “AARHUS” are the same.
    """
    known = {_plain(one.name): one for one in municipalities().municipalities}
    ones = [_one(name, known) for name in names]
    return list({one.name: one for one in ones}.values())


def _one(name: str, known: dict[str, Municipality]) -> Municipality:
    plain = _plain(name)
    if plain in known:
        return known[plain]
    close = [known[one].name for one in difflib.get_close_matches(plain, known, n=3)]
    meant = f"Mente I {' eller '.join(close)}?" if close else "Skriv dens navn, som Odder."
    raise UnknownMunicipality(f"Kommunen “{plain_text(name)[:LONGEST]}” findes ikke. {meant}")


def _plain(name: str) -> str:
    """Without “Kommune”, case, hyphens, and the two ways of writing å."""
    bare = AROUND.sub("", name).casefold().translate(OLD_LETTERS)
    return " ".join(bare.split()).replace("å", "aa").removesuffix("s") or bare
