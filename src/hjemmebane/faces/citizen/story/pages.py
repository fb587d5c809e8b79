"""The citizen's story in three parts: the latest telling of each, and those before it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.sharing.choices import StoryTheme
from hjemmebane.domain.sharing.queries import stories_of
from hjemmebane.faces.citizen.mine import Mine
from hjemmebane.faces.citizen.words import on_the
from hjemmebane.foundation.clock import day_of

# Part of an address, and a question to begin with.
THEMES = {
    "nu": (StoryTheme.NOW, "Hvordan er dit liv lige nu? Hvad fylder, og hvad er godt?"),
    "teamet": (StoryTheme.TEAM, "Hvad gør det for dig, at teamet er her?"),
    "fremtiden": (StoryTheme.FUTURE, "Hvad håber du på? Store og små ting."),
}


@dataclass(frozen=True)
class Telling:
    when: str
    text: str


@dataclass(frozen=True)
class Chapter:
    """A theme, the latest telling, and the older ones."""

    slug: str
    title: str
    question: str
    latest: Telling | None
    before: Sequence[Telling]


def chapters(me: Mine, *, at: dt.datetime) -> list[Chapter]:
    """One query for all three."""
    today = day_of(at)
    told = [
        (one.theme, Telling(on_the(one.told_on, today), one.text))
        for one in stories_of(me.course_id)
    ]
    found = []
    for slug, (theme, question) in THEMES.items():
        tellings = [telling for about, telling in told if about == theme]
        latest = tellings[0] if tellings else None
        found.append(Chapter(slug, str(theme.label), question, latest, tellings[1:]))
    return found
