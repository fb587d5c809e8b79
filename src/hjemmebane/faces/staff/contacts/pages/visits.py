"""Where the reader has arrived, and how often somebody was tried in vain, in words."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.contacts.calculations import InVain, minutes_between
from hjemmebane.domain.contacts.models import VisitStart
from hjemmebane.domain.contacts.queries import open_start
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.contacts.pages.beginning import log_url
from hjemmebane.faces.staff.moments import recent_moment
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.ids import new_id


@dataclass(frozen=True)
class VisitOnPage:
    """Where the reader may say that they have arrived, or that they go again.

    id: the key of an arrival to come. text: empty while the reader is nowhere.
    log_url: where the minutes are already, once they have gone; empty before.
    from_page: the page it stands on and comes back to: a citizen's when empty.
    """

    id: UUID
    citizen_id: UUID
    name: str
    text: str
    is_forgotten: bool
    log_url: str
    from_page: str = ""


def visit_at(frame: CitizenFrame, reader: Actor, at: dt.datetime) -> VisitOnPage | None:
    """On a citizen's own page; None when the reader is somewhere else. One query."""
    start = open_start(reader)
    if start is None:
        if not frame.course.is_open:
            return None
        return to_arrive_at(frame.citizen, new_id())
    return visit_on_page(start, at) if start.course_id == frame.course.pk else None


def to_arrive_at(citizen: Citizen, key: UUID, *, from_page: str = "") -> VisitOnPage:
    """Where the reader may say that they have arrived."""
    return VisitOnPage(
        id=key,
        citizen_id=citizen.pk,
        name=str(citizen),
        text="",
        is_forgotten=False,
        log_url="",
        from_page=from_page,
    )


def visit_on_page(start: VisitStart, at: dt.datetime, *, from_page: str = "") -> VisitOnPage:
    """“Du er hos Kim Krog – fremme i dag kl. 10.15.”, and what to do about it."""
    citizen, when = start.course.citizen, recent_moment(start.started_at, at)
    is_forgotten = minutes_between(start.started_at, start.left_at or at) is None
    new = reverse("staff:contacts:new", args=[citizen.pk])
    return VisitOnPage(
        id=start.pk,
        citizen_id=citizen.pk,
        name=str(citizen),
        text=said_of(str(citizen), when, start, is_forgotten=is_forgotten),
        is_forgotten=is_forgotten,
        log_url=log_url(new, besoeg=start.pk, fra=from_page) if start.left_at else "",
        from_page=from_page,
    )


def said_of(name: str, when: str, start: VisitStart, *, is_forgotten: bool) -> str:
    if is_forgotten:
        return f"Du var fremme hos {name} {when} og har ikke sagt, at du gik igen."
    if start.left_at:
        return f"Du har været hos {name} {when}. Besøget er ikke logget endnu."
    return f"Du er hos {name}, fremme {when}."


def in_vain_in_words(found: InVain, at: dt.datetime) -> str:
    """“3 i træk uden at træffe borgeren, siden i går kl. 9.15, af 2 forskellige”."""
    if found.since is None:
        return ""
    since = recent_moment(found.since, at)
    if found.times == 1:
        return f"1 forgæves, {since}"
    who = "den samme" if found.people == 1 else f"{found.people} forskellige"
    return f"{found.times} forgæves i træk siden {since}, af {who}"
