"""The appointments that went from or to me, until I have seen it."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.domain.contacts.models import AppointmentMove
from hjemmebane.faces.staff.moments import coming_moment


@dataclass(frozen=True)
class MoveOnPage:
    """“Aftalen i morgen kl. 10.00 er flyttet til dig, af Ida.”, and whom it is with."""

    citizen_id: UUID
    name: str
    url: str
    text: str
    seen_url: str


def move_on_page(move: AppointmentMove, me: UUID, at: dt.datetime) -> MoveOnPage:
    """As the one of the two reads it whose staff id is `me`."""
    citizen, when = move.course.citizen, coming_moment(move.appointment.starts_at, at)
    where = "til dig" if move.taker_id == me else f"fra dig til {move.taker.name}"
    took_it = move.recorded_by_id == move.taker.user_id
    by = "" if took_it else f", af {move.recorded_by}"
    return MoveOnPage(
        citizen_id=citizen.pk,
        name=str(citizen),
        url=reverse("staff:citizens:overview", args=[citizen.pk]),
        text=f"{move.appointment.what} {when} er flyttet {where}{by}.",
        seen_url=reverse("staff:today:seen", args=[move.pk]),
    )
