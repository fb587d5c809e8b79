"""Times that a partner has agreed with the citizen, and whether they come to a meeting."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from hjemmebane.domain.sharing.actions import (
    answer_network_meeting,
    cancel_own_appointment,
    make_own_appointment,
)
from hjemmebane.faces.partner.citizens.forms import AppointmentForm
from hjemmebane.faces.partner.visits import Visit, at_the_door
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent

DAYS = "#aftaler"


@require_form
@at_the_door(AppointmentForm)
def new(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    visit = Visit(request, citizen_id, what="Ny aftale")
    form = AppointmentForm(sent(request))
    if form.is_sent() and visit.does(
        form,
        make_own_appointment,
        id=form.row_id,
        course_id=visit.course_id,
        values=form.values(),
    ):
        messages.success(request, "Aftalen står i planen nu med dit navn.")
        return redirect(visit.url() + DAYS)
    context = {"visit": visit, "back": visit.url(), "form": form}
    return render(request, "partner/citizens/appointment_form.html", context, status=form.status)


@require_POST
@at_the_door(RecordForm)
def cancel(request: ActorRequest, citizen_id: UUID, appointment_id: UUID) -> HttpResponse:
    visit = Visit(request, citizen_id, what="Egen aftale")
    appointment = visit.appointment(appointment_id)
    form = RecordForm(request.POST, record=appointment)
    if form.is_sent() and visit.does(
        form, cancel_own_appointment, appointment=appointment, version=form.version_seen
    ):
        messages.success(request, "Aftalen er aflyst. Husk at sige det til borgeren.")
    else:
        messages.warning(request, form.told)
    return redirect(visit.url() + DAYS)


@require_POST
@at_the_door(RecordForm)
def answer(request: ActorRequest, citizen_id: UUID, invitation_id: UUID) -> HttpResponse:
    """Two buttons; either can be pressed again until the day."""
    visit = Visit(request, citizen_id, what="Invitation til netværksmøde")
    comes = request.POST.get("kommer") == "ja"
    try:
        answer_network_meeting(
            invitation_id=invitation_id, comes=comes, by=request.actor, at=visit.at
        )
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        said = "kommer" if comes else "ikke kommer"
        messages.success(request, f"Teamet kan se, at du {said}.")
    return redirect(visit.url() + DAYS)
