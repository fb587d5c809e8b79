"""The days to come: one's own appointments, those of others, and meetings one is asked to."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.sharing.choices import AnswerGiven
from hjemmebane.domain.sharing.models import PartnerAppointment
from hjemmebane.domain.sharing.queries import (
    AskedTo,
    network_meetings_to_come,
    opened_appointments,
    partner_appointments,
)
from hjemmebane.faces.partner.citizens.pages.wording import answer_in_words
from hjemmebane.faces.partner.visits import Visit
from hjemmebane.foundation.written import coming_moment, written_time


@dataclass(frozen=True)
class Coming:
    """A time that somebody has agreed with the citizen. Only one's own can be called off."""

    starts_at: dt.datetime
    when: str
    what: str
    who: str
    place: str
    cancel_url: str = ""
    version: int = 0
    answer: str = ""
    answer_tone: str = ""
    answer_icon: str = ""


@dataclass(frozen=True)
class AskedOnPage:
    """A network meeting, what one said to it, and where one says it."""

    asked: AskedTo
    when: str
    answer_url: str

    @property
    def said(self) -> str:
        return "" if self.asked.answer == "INVITED" else str(self.asked.answer.label)


def coming_days(visit: Visit, answers: Mapping[UUID, AnswerGiven]) -> list[Coming]:
    """What is to come, whoever agreed on it, the nearest first."""
    of_the_team = (
        Coming(
            starts_at=one.starts_at,
            when=_when(one.starts_at, one.ends_at, visit.at),
            what=one.what,
            who=one.staff_member.name,
            place=str(one.get_place_display()),
        )
        for one in opened_appointments(visit.course_id)
        if (one.ends_at or one.starts_at) >= visit.at
    )
    of_partners = _of_partners(visit, partner_appointments(visit.course_id), answers)
    return sorted([*of_the_team, *of_partners], key=lambda one: one.starts_at)


def _of_partners(
    visit: Visit,
    appointments: Iterable[PartnerAppointment],
    answers: Mapping[UUID, AnswerGiven],
) -> Iterator[Coming]:
    for one in appointments:
        if not one.is_to_come(visit.at):
            continue
        doer = one.partner_person
        is_mine = doer.pk == visit.partner.pk
        words, tone, icon = answer_in_words(answers.get(one.pk), visit.citizen.name)
        yield Coming(
            starts_at=one.starts_at,
            when=_when(one.starts_at, one.ends_at, visit.at),
            what=one.what,
            who="dig" if is_mine else f"{doer.name}, {doer.organisation.name}",
            place=one.place,
            cancel_url=visit.url("appointment_cancel", one.pk) if is_mine else "",
            version=one.version,
            answer=words,
            answer_tone=tone,
            answer_icon=icon,
        )


def _when(starts_at: dt.datetime, ends_at: dt.datetime | None, at: dt.datetime) -> str:
    """“I morgen kl. 10.00–11.00”."""
    begins = coming_moment(starts_at, at)
    until = f"–{written_time(ends_at).removeprefix('kl.').strip()}" if ends_at else ""
    return f"{begins[:1].upper()}{begins[1:]}{until}"


def asked_to(visit: Visit) -> list[AskedOnPage]:
    """The network meetings around this citizen that one is asked to."""
    return [
        AskedOnPage(
            one,
            _when(one.starts_at, None, visit.at),
            visit.url("meeting_answer", one.invitation_id),
        )
        for one in network_meetings_to_come()
        if one.course_id == visit.course_id
    ]
