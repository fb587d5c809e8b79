"""The three colours in the citizen's own words, and what they have said."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.sharing.models import OwnLight
from hjemmebane.domain.sharing.queries import own_agreed_light, own_lights_of
from hjemmebane.faces.citizen.mine import Mine
from hjemmebane.faces.citizen.words import day_said
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_time

MOST_SAID = 10


@dataclass(frozen=True)
class OwnColour:
    """A colour for the citizen: its name, how it is, the same plainly, and what was said."""

    name: str
    how_it_is: str
    plain: str
    said: str
    icon: str

    @property
    def label(self) -> str:
        """“Grønt: jeg har det, som jeg plejer”."""
        return f"{self.name}: {self.how_it_is}"


COLOURS = {
    "GREEN": OwnColour(
        name="Grønt",
        how_it_is="jeg har det, som jeg plejer",
        plain="Det går godt nok lige nu.",
        said="Du har sagt grønt. Dit team kan se det.",
        icon="success",
    ),
    "YELLOW": OwnColour(
        name="Gult",
        how_it_is="noget er anderledes",
        plain="Det er sværere, end det plejer.",
        said="Du har sagt gult. Dit team kan se det.",
        icon="warning",
    ),
    "RED": OwnColour(
        name="Rødt",
        how_it_is="jeg har brug for hjælp",
        plain="Det er for svært alene lige nu.",
        said="Du har sagt rødt. Dit team har fået besked. De tager kontakt, når de er på arbejde.",
        icon="error",
    ),
}


@dataclass(frozen=True)
class AgreedColour:
    """How a colour shows on me, and what the team does then."""

    colour: OwnColour
    signs: Sequence[str]
    actions: Sequence[str]


@dataclass(frozen=True)
class SaidLight:
    colour: OwnColour
    when: str
    words: str


@dataclass(frozen=True)
class LightPage:
    """The colours to press with their codes, what is agreed on each, and what was said."""

    colours: Sequence[tuple[str, OwnColour]]
    agreed: Sequence[AgreedColour]
    said: Sequence[SaidLight]


def light_page(me: Mine, *, at: dt.datetime) -> LightPage:
    """At most four queries."""
    return LightPage(
        colours=list(COLOURS.items()),
        agreed=agreed_colours(me),
        said=[said_light(one, at) for one in own_lights_of(me.course_id)[:MOST_SAID]],
    )


def agreed_colours(me: Mine) -> list[AgreedColour]:
    found = own_agreed_light(me.course_id)
    if found is None:
        return []
    return [
        AgreedColour(
            COLOURS[code],
            [line.text for line in found.signs[code]],
            [line.text for line in found.actions[code]],
        )
        for code in found.signs
        if found.signs[code] or found.actions[code]
    ]


def said_light(light: OwnLight, at: dt.datetime) -> SaidLight:
    when = f"{day_said(day_of(light.recorded_at), day_of(at))} {written_time(light.recorded_at)}"
    return SaidLight(COLOURS[light.colour], when, light.words)
