"""What partners did: messages nobody in the team has read, what they wrote, agreed and think."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.text import Truncator

from hjemmebane.domain.sharing.queries import FromPartner
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

TOLD = {
    "message": "Ny besked",
    "activity": "Skrevet i planen",
    "changed": "Ændret i planen",
    "appointment": "Ny aftale",
    "cancelled": "Aflyst aftale",
    "sign": "Er kommet forbi",
    "agrees": "Partneren er enig",
    "differs": "Partneren ser det anderledes",
}
LONGEST = 90


@dataclass(frozen=True)
class PartnerOnPage:
    """“Kim Krog: Ny besked fra Lise, Jobcenter”, its beginning, and where it is read."""

    citizen_id: UUID
    name: str
    url: str
    what: str
    who: str
    words: str
    is_unread: bool


def told_of(between: Sequence[FromPartner]) -> list[PartnerOnPage]:
    """What partners did, messages first; what waits with them is told elsewhere."""
    told = [on_page(one) for one in between if one.about in TOLD]
    return sorted(told, key=lambda one: not one.is_unread)


def on_page(one: FromPartner) -> PartnerOnPage:
    when = f" {written_day(day_of(one.starts_at))}" if one.starts_at else ""
    return PartnerOnPage(
        citizen_id=one.citizen_id,
        name=one.citizen,
        url=url_of(one),
        what=f"{TOLD[one.about]}{when}",
        who=f"{one.who}, {one.organisation}",
        words=Truncator(one.words).chars(LONGEST),
        is_unread=one.about == "message",
    )


def url_of(one: FromPartner) -> str:
    if one.about == "message":
        return reverse("staff:messages:thread", args=[one.citizen_id, one.activity_id])
    if one.about == "sign":
        return f"{reverse('staff:contacts:page', args=[one.citizen_id])}#livstegn"
    if one.activity_id:
        return f"{reverse('staff:plans:page', args=[one.citizen_id])}#aktivitet-{one.activity_id}"
    return f"{reverse('staff:citizens:overview', args=[one.citizen_id])}#aftaler"
