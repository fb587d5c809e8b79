"""What waits with partners: agreements nobody has looked at, and messages nobody there has read."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.partners.models import CollaborationAgreement
from hjemmebane.domain.partners.queries import agreements_to_review
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.sharing.queries import FromPartner
from hjemmebane.faces.staff.plans.pages.parts import BY_KIND
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

LONG = dt.timedelta(days=7)  # without an answer it is time to call
ACTIVITY = BY_KIND[ItemKind.ACTIVITY]


@dataclass(frozen=True)
class Waiting:
    """Where to go about what waits, and the citizens it is about."""

    links: Sequence[Link]
    citizen_ids: Sequence[UUID]


def waiting_with_partners(me: Actor, between: Sequence[FromPartner], *, at: dt.datetime) -> Waiting:
    """Agreements are the coordinator's to see to, messages the whole team's, the oldest first. One
    query.
    """
    messages = [one for one in reversed(between) if one.about == "unanswered"]
    late = agreements_to_review(me, day=day_of(at))
    return Waiting(
        links=[*map(about_agreement, late), *map(about_message, messages)],
        citizen_ids=[one.citizen_id for one in messages],
    )


def about_agreement(agreement: CollaborationAgreement) -> Link:
    """“Aftalen med Jobcenter Aabenby skulle være set efter 3. maj 2026”."""
    day = written_day(agreement.review_on)
    label = f"Aftalen med {agreement.organisation} skulle være set efter {day}"
    return Link(label, reverse("staff:partners:organisation", args=[agreement.organisation_id]))


def about_message(message: FromPartner) -> Link:
    """“Lise, Jobcenter Aabenby, har ikke læst beskeden om Kim Krog fra 3. maj 2026. Ring?”."""
    whom, day = f"{message.who}, {message.organisation}", written_day(day_of(message.at))
    label = f"{whom}, har ikke læst beskeden om {message.citizen} fra {day}. Ring?"
    plan = reverse("staff:plans:page", args=[message.citizen_id])
    return Link(label, f"{plan}#{ACTIVITY.anchor(message.activity_id)}")
