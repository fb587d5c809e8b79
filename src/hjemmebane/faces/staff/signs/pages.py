"""When partners saw the citizen, and who is asked to tell, in words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.contacts.models import SignOfLife
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.sharing.queries import open_sign_requests, partners_who_read, signs_of
from hjemmebane.faces.staff.moments import ago
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

SIGNS_SHOWN = 10


@dataclass(frozen=True)
class SignOnPage:
    """“I går: Lise, Jobcenter Aabenby”, and a word."""

    when: str
    who: str
    note: str


@dataclass(frozen=True)
class Asked:
    """Somebody who can be asked, or is: since when."""

    id: UUID
    who: str
    since: str

    @property
    def wanted(self) -> str:
        """What the button beside them asks for."""
        return "nej" if self.since else "ja"

    @property
    def label(self) -> str:
        return "Det er ikke nødvendigt mere" if self.since else "Bed om at få det at vide"


@dataclass(frozen=True)
class SignsOnPage:
    signs: Sequence[SignOnPage]
    people: Sequence[Asked]
    is_open: bool


def signs_on_page(course: Course, *, at: dt.datetime) -> SignsOnPage:
    """Three queries. Who is asked and can no longer read it is told of, too."""
    today = day_of(at)
    asked = {one.partner_person: one for one in open_sign_requests(course.pk)}
    people = {**dict.fromkeys(partners_who_read(course.citizen_id, day=today)), **asked}
    return SignsOnPage(
        signs=[sign_on_page(one, today) for one in signs_of(course.pk)[:SIGNS_SHOWN]],
        people=[
            Asked(
                id=person.pk,
                who=named(person),
                since=written_day(day_of(asked[person].recorded_at)) if person in asked else "",
            )
            for person in people
        ],
        is_open=course.is_open,
    )


def sign_on_page(sign: SignOfLife, today: dt.date) -> SignOnPage:
    when = ago(sign.seen_on, today)
    return SignOnPage(
        when=when[0].upper() + when[1:], who=named(sign.partner_person), note=sign.note
    )


def named(person: PartnerPerson) -> str:
    return f"{person.name}, {person.organisation.name}"
