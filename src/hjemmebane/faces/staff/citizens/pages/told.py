"""One thing that happened, as a timeline tells it, and where such things come from."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model, QuerySet


@dataclass(frozen=True)
class Told:
    """What an entry says, apart from when.

    who: whoever did it through their own door, with a face; role: where they come from.
    said: their own words.
    """

    title: str
    icon: str
    text: str = ""
    meta: str = ""
    tone: str = "accent"
    who: str = ""
    role: str = ""
    said: str = ""


@dataclass(frozen=True)
class Source:
    """Rows of one kind, the column that says when, and how one of them is told.

    also: a second group that they are of.
    """

    group: str
    rows: QuerySet[Model]
    moment: str
    tell: Callable[[Model], Told]
    is_day: bool = False
    also: str = ""
