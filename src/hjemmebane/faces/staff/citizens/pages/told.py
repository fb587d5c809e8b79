"""One thing that happened, as a timeline tells it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """What an entry says, apart from when."""

    title: str
    icon: str
    text: str = ""
    meta: str = ""
    tone: str = "accent"
