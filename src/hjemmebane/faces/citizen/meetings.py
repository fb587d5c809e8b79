"""The citizen's coming appointments, with the team and with partners, in words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.domain.sharing.queries import (
    AroundMe,
    latest_answers,
    own_appointments,
    own_network_meetings,
    partner_appointments_to_come,
)
from hjemmebane.domain.teams.queries import have_portraits
from hjemmebane.faces.citizen.goals import said_of
from hjemmebane.faces.citizen.words import coming, first_name, meeting_said, until_said


@dataclass(frozen=True)
class Meeting:
    """Who comes and when, in a sentence: “I morgen kl. 10.00 kommer Ida hjem til dig”.

    kind: its part of an answer's address; empty where one says yes or no to people instead.
    """

    key: UUID
    kind: str
    starts_at: dt.datetime
    sentence: str
    about: str
    place: str
    until: str
    name: str
    picture_url: str
    said: str


def meetings_to_come(course_id: UUID, *, at: dt.datetime) -> list[Meeting]:
    """The next first. Six queries, however many there are."""
    ours = list(own_appointments(course_id, after=at))
    theirs = list(partner_appointments_to_come(course_id, after=at))
    shown = have_portraits(one.staff_member_id for one in ours) if ours else set()
    answers = latest_answers([course_id]) if ours or theirs else {}
    meetings = [
        *(_with_network(one, at) for one in own_network_meetings(course_id)),
        *(_with_team(one, at, shown, said_of(answers.get(one.pk))) for one in ours),
        *(_with_partner(one, at, said_of(answers.get(one.pk))) for one in theirs),
    ]
    return sorted(meetings, key=lambda one: (one.starts_at, one.key))


def _with_team(one: object, at: dt.datetime, shown: set[UUID], said: str) -> Meeting:
    who = one.staff_member
    picture = reverse("citizen:appointments:portrait", args=[who.pk]) if who.pk in shown else ""
    along = [first_name(other.staff_member.name) for other in one.companions.all()]
    return Meeting(
        key=one.pk,
        kind="aftale",
        starts_at=one.starts_at,
        sentence=meeting_said(one.place, moment=one.starts_at, who=who.name, along=along, at=at),
        about=about_of(one),
        place=one.where,
        until=until_said(one.ends_at),
        name=who.name,
        picture_url=picture,
        said=said,
    )


def about_of(one: object) -> str:
    """“Gå en tur. Det gør I flere gange.”: what it is, and that it comes again."""
    return f"{one.what}. Det er aftalt flere gange." if one.series_id else one.what


def _with_partner(one: object, at: dt.datetime, said: str) -> Meeting:
    who = one.partner_person
    return Meeting(
        key=one.pk,
        kind="partneraftale",
        starts_at=one.starts_at,
        sentence=f"{coming(one.starts_at, at)} ses du og {first_name(who.name)}"
        f" fra {who.organisation.name}.",
        about=one.what,
        place=one.place,
        until=until_said(one.ends_at),
        name=who.name,
        picture_url="",
        said=said,
    )


def _with_network(one: AroundMe, at: dt.datetime) -> Meeting:
    return Meeting(
        key=one.meeting_id,
        kind="",
        starts_at=one.starts_at,
        sentence=f"{coming(one.starts_at, at)} mødes du og dem, du har bedt om at komme.",
        about="Dit netværksmøde",
        place=one.place,
        until="",
        name="Netværk",
        picture_url="",
        said="",
    )


def next_of(meetings: Sequence[Meeting]) -> Meeting | None:
    return meetings[0] if meetings else None
