"""Changing, moving and calling off what is agreed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from hjemmebane.domain.contacts.actions import (
    AppointmentDetails,
    change_appointment,
    change_series,
    end_series,
    settle_appointment,
)
from hjemmebane.domain.contacts.calculations import Slot
from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.contacts.queries import (
    appointments_of,
    coming_of_series,
    with_companions,
)
from hjemmebane.domain.contacts.rules import days_later
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.calendar.forms import CancelForm, ChangeForm, MoveForm
from hjemmebane.faces.staff.calendar.pages.changing import (
    agreed_page,
    called_off,
    cancelled_in_words,
    to_tell_of,
)
from hjemmebane.faces.staff.calendar.pages.weeks import asked_moment
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.clashes import bookings_for, heeds_clashes
from hjemmebane.faces.staff.following import follow_record
from hjemmebane.foundation.clock import day_of, now
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent
from hjemmebane.foundation.written import written_day

APART = "Aftalen {day} er ændret for sig selv og bliver, hvor den er."


class Words(NamedTuple):
    """What a page is called, and its button."""

    heading: str
    button: str


WORDS = {
    "change": Words("Ret aftale", "Gem ændringen"),
    "move": Words("Flyt aftale", "Flyt aftalen"),
    "cancel": Words("Aflys aftale", "Aflys aftalen"),
}


def appointment_in(frame: CitizenFrame, appointment_id: UUID) -> Appointment:
    rows = appointments_of(frame.course.pk).select_related("staff_member", "course", "series")
    rows = with_companions(rows)
    return get_object_or_404(rows, pk=appointment_id)


def shown(
    request: ActorRequest,
    frame: CitizenFrame,
    appointment: Appointment,
    form: RecordForm,
    name: str,
) -> HttpResponse:
    context = {
        "frame": frame,
        "form": form,
        "page": agreed_page(appointment, frame, at=now()),
        "doing": WORDS[name].heading,
        "done_by": WORDS[name].button,
    }
    return render(request, f"staff/calendar/{name}.html", context, status=form.status)


@require_form
def change(request: ActorRequest, citizen_id: UUID, appointment_id: UUID) -> HttpResponse:
    """All of it; of one in a series also what comes after it."""
    frame, at = citizen_frame(request, citizen_id, "contacts", what=WORDS["change"].heading), now()
    appointment = appointment_in(frame, appointment_id)
    staff = list(staff_of(frame.course.team_id, day_of(appointment.starts_at)))
    form = ChangeForm(sent(request), record=appointment, first={"scope": "THIS"}, staff=staff)
    if form.is_sent():
        details, going = form.details(), goes_along(form, appointment)
        if heeds_change(request, form, frame, appointment, details, going, at=at) and form.does(
            change_series if form.goes_on else change_appointment,
            appointment=appointment,
            details=details,
            **({"also_apart": form.cleaned_data["also_apart"]} if form.goes_on else {}),
            tell_citizen=tells(form, appointment, details, frame),
            version=form.version_seen,
            by=request.actor,
            at=at,
        ):
            follow_record(request, frame.course)
            messages.success(request, "Aftalen er ændret.")
            return redirect("staff:contacts:page", citizen_id)
    return shown(request, frame, appointment, form, "change")


def goes_along(form: ChangeForm, appointment: Appointment) -> list[Appointment]:
    """Those after it in the series, where they are meant as well."""
    return list(coming_of_series(appointment)) if form.goes_on else []


def heeds_change(
    request: ActorRequest,
    form: ChangeForm | MoveForm,
    frame: CitizenFrame,
    appointment: Appointment,
    details: AppointmentDetails,
    going: Sequence[Appointment] = (),
    *,
    at: dt.datetime,
) -> bool:
    """Every clash of every time at once, and which of them stay where they are."""
    moved = form.cleaned_data.get("also_apart", False)
    stays = [one for one in going if one.stands_apart and not moved]
    first = Slot(details.starts_at, details.ends_at, details.travel_minutes)
    slots = [first, *times_after(first, appointment, [one for one in going if one not in stays])]
    itself = appointment.series_id if going else appointment.pk
    staff = [details.staff_member, *details.companions]
    bookings = bookings_for(slots, staff, frame.course, besides=[itself] * len(slots))
    told = [APART.format(day=written_day(day_of(one.starts_at))) for one in stays]
    return heeds_clashes(request, form, bookings, at=at, also=told)


def times_after(first: Slot, appointment: Appointment, going: Sequence[Appointment]) -> list[Slot]:
    """When the others come to be. Why one cannot be is for the action to say."""
    try:
        gaps = [day_of(one.starts_at) - day_of(appointment.starts_at) for one in going]
        return [
            Slot(
                days_later(first.starts_at, gap),
                days_later(first.ends_at, gap) if first.ends_at else None,
                first.travel_minutes,
            )
            for gap in gaps
        ]
    except Refused:
        return []


def tells(
    form: ChangeForm | MoveForm,
    appointment: Appointment,
    details: AppointmentDetails,
    frame: CitizenFrame,
) -> str:
    """What the citizen is to know, in words; empty where they are not to."""
    return to_tell_of(appointment, details, frame) if form.cleaned_data["tell_citizen"] else ""


@require_form
def move(request: ActorRequest, citizen_id: UUID, appointment_id: UUID) -> HttpResponse:
    """Another time, as long as before. The block that is drawn to it in the calendar sends this
    form as well.
    """
    frame, at = citizen_frame(request, citizen_id, "contacts", what=WORDS["move"].heading), now()
    appointment = appointment_in(frame, appointment_id)
    wanted = asked_moment(request.GET.get("start", ""))
    first = {"starts_at": wanted} if wanted else {}
    form = MoveForm(sent(request), record=appointment, first=first)
    if form.is_sent():
        details = moved_to(form.cleaned_data["starts_at"], appointment)
        if heeds_change(request, form, frame, appointment, details, at=at) and form.does(
            change_appointment,
            appointment=appointment,
            details=details,
            tell_citizen=tells(form, appointment, details, frame),
            version=form.version_seen,
            by=request.actor,
            at=at,
        ):
            follow_record(request, frame.course)
            messages.success(request, "Aftalen er flyttet.")
            return redirect("staff:contacts:page", citizen_id)
    return shown(request, frame, appointment, form, "move")


def moved_to(starts_at: dt.datetime, appointment: Appointment) -> AppointmentDetails:
    """The same, then, and just as long."""
    details = AppointmentDetails.of(appointment)
    long = details.ends_at - details.starts_at if details.ends_at else None
    return replace(details, starts_at=starts_at, ends_at=starts_at + long if long else None)


def tells_off(form: CancelForm, appointment: Appointment, frame: CitizenFrame) -> str:
    """What the citizen is to know of what is called off; empty where they are not to."""
    wanted = form.cleaned_data["tell_citizen"]
    return called_off(appointment, frame, goes_on=form.goes_on) if wanted else ""


@require_form
def cancel(request: ActorRequest, citizen_id: UUID, appointment_id: UUID) -> HttpResponse:
    """With a reason; of one in a series also the rest of it."""
    frame, at = citizen_frame(request, citizen_id, "contacts", what=WORDS["cancel"].heading), now()
    appointment = appointment_in(frame, appointment_id)
    form = CancelForm(sent(request), record=appointment, first={"scope": "THIS"})
    if form.is_sent():
        about = {
            "appointment": appointment,
            "reason": form.cleaned_data["reason"],
            "tell_citizen": tells_off(form, appointment, frame),
            "version": form.version_seen,
            "by": request.actor,
            "at": at,
        }
        is_done = (
            form.does(end_series, **about)
            if form.goes_on
            else form.does(settle_appointment, status=AppointmentStatus.CANCELLED, **about)
        )
        if is_done:
            follow_record(request, frame.course)
            messages.success(request, cancelled_in_words(appointment, request.actor, at=at))
            return redirect("staff:contacts:page", citizen_id)
    return shown(request, frame, appointment, form, "cancel")
