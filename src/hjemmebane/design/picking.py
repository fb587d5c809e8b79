"""What a page lets its reader choose to see."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Pick:
    """One short list. options: (value, label); an empty value is what nobody has chosen.

    name: of the parameter in the address; place: what tells the list from others of its name.
    """

    name: str
    label: str
    options: Sequence[tuple[str, str]]
    chosen: str = ""
    place: str = "valg"

    @property
    def id(self) -> str:
        return f"{self.place}-{self.name}"
