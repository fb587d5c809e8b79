"""What citizens and partners brought since last, as the board tells it: in a word, never in colour
alone.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.domain.sharing.queries import AtTheDoors

LATELY = dt.timedelta(days=7)  # from one board meeting to the next
CITIZEN, PARTNER = "Nyt fra borgeren", "Nyt fra partner"
ICONS = {CITIZEN: "chat", PARTNER: "business"}


@dataclass(frozen=True)
class Marker:
    """label: from whom; what: what waits or is new, and where it is answered or read."""

    label: str
    what: str
    url: str

    @property
    def icon(self) -> str:
        return ICONS[self.label]


def markers(doors: AtTheDoors, citizen_id: UUID) -> list[Marker]:
    return [*_from_citizen(doors, citizen_id), *_from_partners(doors, citizen_id)]


def _from_citizen(doors: AtTheDoors, citizen_id: UUID) -> Iterator[Marker]:
    waits = f"{doors.asked} venter på svar" if doors.asked else ""
    said_no = "siger nej eller ikke nu" if doors.said_no else ""
    if told := ", ".join(filter(None, (waits, said_no))):
        yield Marker(CITIZEN, told, reverse("staff:voices:page", args=[citizen_id]))


def _from_partners(doors: AtTheDoors, citizen_id: UUID) -> Iterator[Marker]:
    """What is unread leads to where it is read, the rest to what partners did."""
    if doors.activity_id:
        messages = "ulæst besked" if doors.unread == 1 else "ulæste beskeder"
        url = reverse("staff:messages:thread", args=[citizen_id, doors.activity_id])
        yield Marker(PARTNER, f"{doors.unread} {messages}", url)
    elif doors.wrote:
        url = reverse("staff:citizens:timeline", args=[citizen_id])
        yield Marker(PARTNER, "har skrevet i planen", f"{url}?vis=partnere")
