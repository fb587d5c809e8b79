"""What is open to whom, and who has looked, in sentences of a few words."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from hjemmebane.domain.consents.choices import ConsentScope
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.sharing.queries import (
    Reading,
    SignAboutMe,
    own_goals,
    readings_of_me,
    sharings_of,
    signs_about_me,
)
from hjemmebane.faces.citizen.mine import Mine
from hjemmebane.faces.citizen.words import day_said
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

READINGS_FIRST = 6
SIGNS_SHOWN = 10
# What is open as soon as anything is.
ALWAYS = "dit navn, og hvem de kan ringe til i dit team"
# What each part of a consent means to whoever said yes to it.
PARTS = {
    ConsentScope.ACTIVITIES: "hvem der gør hvad for de mål",
    ConsentScope.APPOINTMENTS: "dine aftaler",
    ConsentScope.CONTACT_INFORMATION: "hvor du bor, og hvordan de får fat i dig",
    ConsentScope.AGREEMENTS: "hvordan du vil mødes",
    ConsentScope.MEASUREMENTS: "svar, du har valgt at vise dem",
}
WITHOUT_ADDRESS = "hvordan de får fat i dig, men ikke hvor du bor"
SIDES = {Face.STAFF: "En fra dit team", Face.PARTNER: "En fra {}"}


@dataclass(frozen=True)
class SharedWith:
    """To whom something is open, and what. is_asked: whether the citizen is about to stop it."""

    key: UUID
    version: int
    name: str
    parts: Sequence[str]
    purpose: str
    until: str
    is_asked: bool


@dataclass(frozen=True)
class Look:
    """“En fra dit team så: Min plan.” on a day; why, when a reason was given."""

    day: str
    sentence: str
    reason: str


@dataclass(frozen=True)
class Told:
    """“Lise fra Værestedet har sagt til dit team, at du kom forbi.”, of a day, and their words."""

    day: str
    sentence: str
    words: str


@dataclass(frozen=True)
class SharingPage:
    sharings: Sequence[SharedWith]
    told: Sequence[Told]
    looks: Sequence[Look]
    more_looks: Sequence[Look]


def sharing_page(me: Mine, *, asked: str, at: dt.datetime) -> SharingPage:
    """`asked` is the key of what the citizen pressed stop at."""
    today = day_of(at)
    goals = {goal.pk: goal.text for goal in own_goals(me.course_id)}
    hides_address = me.citizen.has_protected_address
    looks = list(looks_in_words(readings_of_me(), today))
    return SharingPage(
        sharings=[
            shared_with(consent, goals, hides_address=hides_address, asked=asked)
            for consent in sharings_of(me.citizen.pk, day=today)
        ],
        told=[told_in_words(sign, today) for sign in signs_about_me()[:SIGNS_SHOWN]],
        looks=looks[:READINGS_FIRST],
        more_looks=looks[READINGS_FIRST:],
    )


def told_in_words(sign: SignAboutMe, today: dt.date) -> Told:
    who = f"{sign.who} fra {sign.organisation}"
    sentence = f"{who} har sagt til dit team, at du kom forbi."
    return Told(day_said(sign.seen_on, today), sentence, sign.note)


def shared_with(
    consent: Consent, goals: Mapping[UUID, str], *, hides_address: bool, asked: str
) -> SharedWith:
    return SharedWith(
        key=consent.pk,
        version=consent.version,
        name=told_to(consent),
        parts=list(parts_of(consent, goals, hides_address=hides_address)),
        purpose=consent.purpose,
        until=written_day(consent.until_on),
        is_asked=str(consent.pk) == asked,
    )


def parts_of(consent: Consent, goals: Mapping[UUID, str], *, hides_address: bool) -> Iterator[str]:
    """Each thing that is seen. Who does what is seen for the chosen goals alone, and a protected
    address by nobody.
    """
    opened = [item.item_id for item in consent.items.all() if ConsentScope.GOALS in consent.scope]
    yield from (f"dit mål: {goals[key]}" for key in opened if key in goals)
    for part, words in PARTS.items():
        if part not in consent.scope or (part == ConsentScope.ACTIVITIES and not opened):
            continue
        hides = part == ConsentScope.CONTACT_INFORMATION and hides_address
        yield WITHOUT_ADDRESS if hides else words
    yield ALWAYS


def told_to(consent: Consent) -> str:
    """“Jobcenter Aabenby”, “Lise fra Jobcenter Aabenby”."""
    where = consent.organisation.name
    return f"{consent.person.name} fra {where}" if consent.person else where


def looks_in_words(readings: Sequence[Reading], today: dt.date) -> Iterator[Look]:
    """Who has looked: the day, the side and why, the latest first. The citizen's own are left out.

    What one side looked at twice on a day is told once.
    """
    others = [one for one in readings if one.side in SIDES]
    for day, ones in groupby(others, lambda one: day_of(one.at)):
        told = dict.fromkeys((one.side, one.organisation, one.what, one.reason) for one in ones)
        for side, organisation, what, reason in told:
            who = SIDES[Face(side)].format(organisation)
            yield Look(day_said(day, today), f"{who} så: {what}.", reason)
