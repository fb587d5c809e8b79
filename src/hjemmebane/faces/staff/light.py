"""The light as it is shown: a word, an icon and a colour, and how old it is."""

import datetime as dt
from dataclasses import dataclass

from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.contacts.models import TrafficLightObservation
from hjemmebane.domain.contacts.queries import LightNow
from hjemmebane.faces.staff.moments import ago
from hjemmebane.foundation.clock import day_of

# tone, icon: the word carries the meaning, these only help
SHOWN = {
    Light.GREEN: ("good", "success"),
    Light.YELLOW: ("warn", "warning"),
    Light.RED: ("bad", "error"),
}
# The shape and the colour of a mark in a picture; its name stands beside it.
DRAWN = {
    Light.GREEN: ("circle", "#1d6b3f"),
    Light.YELLOW: ("diamond", "#8a6100"),
    Light.RED: ("triangle-up", "#a3262a"),
}


@dataclass(frozen=True)
class LightTag:
    label: str
    tone: str
    icon: str
    when: str

    @property
    def in_full(self) -> str:
        """“Trafiklys: gul, i går”."""
        return f"Trafiklys: {self.label.lower()}, {self.when}"


def light_tag(colour: str, since: dt.datetime, today: dt.date) -> LightTag:
    light = Light(colour)
    tone, icon = SHOWN[light]
    return LightTag(str(light.label), tone, icon, ago(day_of(since), today))


def light_saved(seen: TrafficLightObservation) -> str:
    """That it is saved, and whether it asks to be followed up."""
    raised = " Det ligger nu under Følg op." if seen.follow_up_id == seen.pk else ""
    return f"Lyset er gemt.{raised}"


def tag_of(light: LightNow | None, today: dt.date) -> LightTag | None:
    """The tag of a light; None when nobody has seen one."""
    return light_tag(light.colour, light.since, today) if light else None
