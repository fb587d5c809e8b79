"""The appointments that went from or to me, until I have seen it."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.domain.contacts.choices import NoticeKind
from hjemmebane.domain.contacts.models import AppointmentMove, AppointmentNotice
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


def notice_on_page(notice: AppointmentNotice, at: dt.datetime) -> MoveOnPage:
    """“Gå en tur i morgen kl. 11.00 er ændret (før i morgen kl. 10.00), af Bo.”."""
    citizen = notice.course.citizen
    return MoveOnPage(
        citizen_id=citizen.pk,
        name=str(citizen),
        url=reverse("staff:citizens:overview", args=[citizen.pk]),
        text=f"{said_of(notice, at)}, af {notice.recorded_by}.",
        seen_url=reverse("staff:calendar:notice_seen", args=[notice.pk]),
    )


def said_of(notice: AppointmentNotice, at: dt.datetime) -> str:
    what, moment = notice.appointment.what, notice.appointment.starts_at
    when, before = coming_moment(moment, at), coming_moment(notice.starts_before, at)
    also = f" og {notice.others} mere" if notice.others else ""
    match notice.kind:
        case NoticeKind.CANCELLED:
            why = notice.appointment.cancelled_because
            return f"{what} {when}{also} er aflyst{f' ({why})' if why else ''}"
        case NoticeKind.ADDED:
            return f"Du er kommet med til {what} {when}{also}"
        case NoticeKind.REMOVED:
            return f"Du er ikke med mere til {what} {before}{also}"
        case _:
            was = f" (før {before})" if before != when else ""
            return f"{what} {when}{also} er ændret{was}"
