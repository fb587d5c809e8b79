"""Agreements on the light, weeks of lights seen by their signs, and one that is red today."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from hjemmebane.domain.contacts.actions import LightDetails, agree_light, observe_light
from hjemmebane.domain.contacts.choices import Light, LightKind
from hjemmebane.domain.contacts.queries import agreed_now
from hjemmebane.domain.sharing.actions import say_light
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.faces.operations.demo.chance import pick
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import day_of

AGREED, DAYS_SEEN = "10w", (66, 61, 57, 52, 47, 43, 38, 33, 29, 24, 19, 15, 10)
SHARES = (Light.GREEN, Light.GREEN, Light.GREEN, Light.YELLOW, Light.YELLOW)
JUST_NOW, A_LITTLE_AGO = dt.timedelta(minutes=20), dt.timedelta(minutes=35)


@dataclass(frozen=True)
class Told:
    """What one citizen agreed on; `is_red` when it is red today, and they say so themselves."""

    kind: LightKind
    person: str
    every_days: int
    signs: Mapping[Light, Sequence[str]]
    actions: Mapping[Light, Sequence[str]]
    own_words: str
    is_red: bool = False


TOLD = {
    "susanne": Told(
        kind=LightKind.WELLBEING,
        person="Sover bedst med lyset tændt. Siger sjældent selv, når det er svært.",
        every_days=7,
        signs={
            Light.GREEN: ("Jeg vander planterne", "Jeg svarer på en sms samme dag"),
            Light.YELLOW: ("Jeg sover om dagen", "Jeg lægger brevene i skuffen"),
            Light.RED: ("Jeg tager ikke telefonen", "Jeg slukker alt lys"),
        },
        actions={
            Light.GREEN: ("Vi ses til kaffe om tirsdagen",),
            Light.YELLOW: ("Vi skriver hver morgen", "Vi tager posten sammen"),
            Light.RED: ("Vi går forbi samme dag", "Vi ringer til min søster"),
        },
        own_words="Natten var lang.",
    ),
    "bent": Told(
        kind=LightKind.SAFETY,
        person="Vil helst mødes på havnen. Bliver stille, før det bliver skidt.",
        every_days=4,
        signs={
            Light.GREEN: ("Jeg sidder på min bænk", "Jeg fortæller om båden"),
            Light.YELLOW: ("Jeg har ikke spist", "Jeg går for mig selv"),
            Light.RED: ("Jeg er ikke til at finde", "Jeg råber ad folk"),
        },
        actions={
            Light.GREEN: ("Vi går en tur på kajen",),
            Light.YELLOW: ("Vi tager mad med", "Vi kommer to gange om ugen"),
            Light.RED: ("Vi leder på havnen to sammen", "Vi ringer til værestedet"),
        },
        own_words="Det hele larmer.",
        is_red=True,
    ),
    "kaj": Told(
        kind=LightKind.WELLBEING,
        person="Holder af orden i værktøjet.",
        every_days=7,
        signs={
            Light.GREEN: ("Jeg arbejder på jollen",),
            Light.YELLOW: ("Værktøjet ligger og flyder",),
            Light.RED: ("Jeg lukker ikke op",),
        },
        actions={
            Light.GREEN: ("Vi hjælper med jollen en gang om ugen",),
            Light.YELLOW: ("Vi rydder op sammen",),
            Light.RED: ("Vi banker på hver dag og lægger en seddel",),
        },
        own_words="",
    ),
}


def light_steps(case: Case) -> Iterator[Step]:
    """Nothing for those who have agreed on none."""
    told = TOLD.get(case.story.code)
    if told is None:
        return
    agreed = case.days.moment(AGREED, 13)
    yield Step(agreed, case.usual(agreed), partial(_agree, case, told))
    for number, days in enumerate(DAYS_SEEN):
        at = case.days.moment(f"{days}d", 14, 10)
        colour = pick(SHARES, case.story.code, "light", number)
        yield Step(at, case.usual(at), partial(_see, case, colour))
    if told.own_words:
        colour = Light.RED if told.is_red else Light.YELLOW
        at = case.days.now - A_LITTLE_AGO if told.is_red else case.days.moment("2d", 16)
        yield Step(at, case.usual(at), partial(_say, case, colour, told.own_words))
    if told.is_red:
        at = case.days.now - JUST_NOW
        yield Step(at, case.usual(at), partial(_see, case, Light.RED))


def _agree(case: Case, told: Told, by: Actor, at: dt.datetime) -> None:
    agree_light(
        id=case.key(at, "light agreement"),
        course=case.course,
        details=LightDetails(
            kind=told.kind, made_on=day_of(at), person=told.person, every_days=told.every_days
        ),
        signs=told.signs,
        actions=told.actions,
        by=by,
        at=at,
    )


def _see(case: Case, colour: Light, by: Actor, at: dt.datetime) -> None:
    """By the first sign of the colour, and with what is agreed; but nobody has acted on a red."""
    agreed = agreed_now(case.course.pk)
    signs = agreed.signs[colour][:1] if agreed else ()
    actions = agreed.actions[colour][:1] if agreed and colour != Light.RED else ()
    observe_light(
        id=case.key(at, "light by signs"),
        course=case.course,
        colour=colour,
        signs=[line.pk for line in signs],
        actions=[line.pk for line in actions],
        by=by,
        at=at,
    )


def _say(case: Case, colour: Light, words: str, by: Actor, at: dt.datetime) -> None:
    """On a device of somebody in the team."""
    together = Actor.together(by.user_id, case.citizen.pk)
    with acting(together):
        say_light(
            id=case.key(at, "own light"),
            course=case.course,
            colour=colour,
            words=words,
            by=together,
            at=at,
        )
