"""Whether somebody at a partner has seen the citizen: who tells, and who was asked to."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from hjemmebane.domain.consents.queries import consents_in_force
from hjemmebane.domain.contacts.models import SignOfLife, SignRequest
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.foundation.alphabet import alphabetical
from hjemmebane.foundation.database import rows_of


@dataclass(frozen=True)
class SignAboutMe:
    """What somebody at a partner told the acting citizen's team: that they came by, and a word."""

    seen_on: dt.date
    note: str
    who: str
    organisation: str


def signs_of(course_id: UUID) -> QuerySet[SignOfLife]:
    """When partners saw the citizen of a course, as far as it is open to who asks; newest first."""
    rows = SignOfLife.objects.filter(course_id=course_id)
    beside = rows.select_related("partner_person__organisation")
    return beside.order_by("-seen_on", "-recorded_at", "-pk")


def own_signs(course_id: UUID, partner: PartnerPerson) -> QuerySet[SignOfLife]:
    """What the partner who acts has told themselves."""
    return signs_of(course_id).filter(partner_person=partner)


def open_sign_requests(course_id: UUID) -> QuerySet[SignRequest]:
    """Who is asked to tell now, as far as it is open to who asks."""
    rows = SignRequest.objects.filter(course_id=course_id, closed_at__isnull=True)
    return rows.select_related("partner_person__organisation").order_by("recorded_at", "pk")


def partners_who_read(citizen_id: UUID, *, day: dt.date) -> QuerySet[PartnerPerson]:
    """Those at partners who have a login and read something of a citizen, by name. One query."""
    consents = consents_in_force(citizen_id, day=day).filter(organisation__isnull=False)
    to_all = consents.filter(person__isnull=True).values("organisation")
    there = PartnerPerson.objects.filter(user__isnull=False).filter(
        Q(left_on__isnull=True) | Q(left_on__gt=day)
    )
    read = there.filter(Q(organisation__in=to_all) | Q(pk__in=consents.values("person")))
    return read.select_related("organisation").order_by(alphabetical("name"), "pk")


def signs_about_me() -> list[SignAboutMe]:
    """What partners told the team of the acting citizen, the latest first."""
    told = rows_of("guard.signs_of_life_about_me", into=SignAboutMe)
    return sorted(told, key=lambda one: (one.seen_on, one.who), reverse=True)
