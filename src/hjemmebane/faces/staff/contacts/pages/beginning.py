"""What the form of a contact begins with: the appointment, the arrival, or just now."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from hjemmebane.domain.contacts.calculations import USUAL_LENGTH, minutes_between
from hjemmebane.domain.contacts.choices import AppointmentStatus, ContactKind, Outcome, VisitRefusal
from hjemmebane.domain.contacts.models import Appointment, HelpCall, VisitStart, VisitTemplate
from hjemmebane.domain.contacts.queries import (
    appointments_of,
    call_taken_by,
    is_for,
    open_start,
    templates_in_use,
    who_comes,
)
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.teams.queries import staff_member
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.contacts.forms.log import quarter_before
from hjemmebane.faces.staff.moments import recent_moment
from hjemmebane.faces.staff.tasks.pages import I_DAG
from hjemmebane.foundation.http import ActorRequest

FORGOTTEN = (
    "Du sagde, at du var fremme {}, og ikke, at du gik igen. Skriv selv, hvor længe I var sammen."
)
MEASURED = "Du var fremme {}. Minutterne er talt for dig."
AGREED = "Aftalen “{}” {} bliver gjort op med det, du skriver her."


@dataclass(frozen=True)
class Beginning:
    """appointment, visit: what the contact may come of; the form says whether it does.

    here: the reader has arrived here and not gone again; the form can then take the minutes.
    guessed: the minutes that the appointment suggests.
    """

    first: Mapping[str, object]
    appointment: Appointment | None
    visit: VisitStart | None
    templates: Sequence[VisitTemplate]
    guessed: int | None
    told: Sequence[str]
    is_here: bool
    can_arrive: bool


def beginning(request: ActorRequest, frame: CitizenFrame, at: dt.datetime) -> Beginning:
    """What the address or the form asks for. Three queries, five with an appointment.

    Raises Http404 for an appointment that is not this citizen's.
    """
    appointment = appointment_in(request, frame)
    start = open_start(request.actor)
    mine = start if start and start.course_id == frame.course.pk else None
    wanted = asked(request, "visit", "besoeg")
    used = mine if mine and wanted == str(mine.pk) else None
    told = []
    if wanted and not used and request.method == "GET":
        told.append(str(VisitRefusal.CLOSED.label))
    me = staff_member(request.actor)
    first: dict[str, object] = {
        "started_at": quarter_before(at),
        "staff": [me] if me else [],
    }
    if request.GET.get("akut") == "1":
        first |= of_call(call_taken_by(me, frame.course.pk), at)
    if appointment:
        first |= of_appointment(appointment, at)
        when = recent_moment(appointment.starts_at, at)
        told.append(AGREED.format(appointment.what, when))
    if used:
        first |= of_visit(used, at)
        told.append(about_visit(used, at))
    if (outcome := request.GET.get("udfald")) in Outcome.values:
        first["outcome"] = outcome
        if outcome != Outcome.MET and not used:
            first["direct_minutes"] = None
    return Beginning(
        first=first,
        appointment=appointment,
        visit=mine,
        templates=list(templates_in_use(frame.course.team_id)),
        guessed=appointment.slot.minutes if appointment and not used else None,
        told=told,
        is_here=bool(mine and not used),
        can_arrive=start is None,
    )


def asked(request: ActorRequest, field: str, parameter: str) -> str:
    """What the form holds; before it is sent, what the address says."""
    given = request.POST.get(field) if request.method == "POST" else request.GET.get(parameter)
    return given or ""


def appointment_in(request: ActorRequest, frame: CitizenFrame) -> Appointment | None:
    key = asked(request, "appointment", "aftale")
    if not key:
        return None
    try:
        found = appointments_of(frame.course.pk).filter(pk=UUID(key)).first()
    except ValueError:
        found = None
    if found is None and request.method != "POST":
        raise Http404
    return found


def of_appointment(appointment: Appointment, at: dt.datetime) -> dict[str, object]:
    """As it was agreed. One that is still to come was met early: just now."""
    return {
        "appointment": appointment,
        "started_at": min(appointment.starts_at, quarter_before(at)),
        "kind": kind_agreed(appointment),
        "place": appointment.place,
        "direct_minutes": appointment.slot.minutes,
        "staff": who_comes(appointment),
    }


def of_call(call: HelpCall | None, at: dt.datetime) -> dict[str, object]:
    """As whoever took a call for help went there: never from before it was taken."""
    taken: dict[str, object] = {"is_acute": True}
    if call is None or call.taken_at is None:
        return taken
    began = max(quarter_before(at), call.taken_at)
    return taken | {"started_at": began, "initiated_by": call.caller}


def kind_agreed(appointment: Appointment) -> ContactKind:
    """What a contact is, when it is as it was agreed."""
    return ContactKind.PHONE if appointment.place == Place.REMOTE else ContactKind.VISIT


def of_visit(visit: VisitStart, at: dt.datetime) -> dict[str, object]:
    """From the arrival; without minutes where somebody forgot to say that they went."""
    return {
        "visit": visit,
        "started_at": visit.started_at,
        "direct_minutes": minutes_between(visit.started_at, visit.left_at or at),
    }


def about_visit(visit: VisitStart, at: dt.datetime) -> str:
    counted = minutes_between(visit.started_at, visit.left_at or at)
    said = FORGOTTEN if counted is None else MEASURED
    return said.format(recent_moment(visit.started_at, at))


def appointment_of(visit: VisitStart, at: dt.datetime) -> Appointment | None:
    """The reader's own appointment that an arrival was for: the nearest one that still stands."""
    standing = appointments_of(visit.course_id).filter(
        is_for([visit.staff_member_id]),
        status=AppointmentStatus.PLANNED,
        starts_at__gte=visit.started_at - 2 * USUAL_LENGTH,
        starts_at__lte=visit.started_at + USUAL_LENGTH,
    )
    return min(standing, key=lambda one: abs(one.starts_at - visit.started_at), default=None)


def from_page(request: ActorRequest) -> str:
    """The page somebody came from and goes back to; a citizen's when empty."""
    said = request.POST.get("fra") or request.GET.get("fra")
    return I_DAG if said == I_DAG else ""


def way_back(request: ActorRequest, frame: CitizenFrame) -> str:
    if from_page(request) == I_DAG:
        return reverse("staff:today:page")
    return frame.url("staff:contacts:page")


def log_url(url: str, **asks: object) -> str:
    """The address of the form with what it begins with; `url` may ask for something already."""
    given = urlencode({name: value for name, value in asks.items() if value})
    if not given:
        return url
    return f"{url}{'&' if '?' in url else '?'}{given}"
