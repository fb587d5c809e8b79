"""Agreeing on a time with the citizen, and saying what became of it."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from hjemmebane.domain.contacts.actions import make_appointment, settle_appointment
from hjemmebane.domain.contacts.choices import Place
from hjemmebane.domain.contacts.queries import appointments_of
from hjemmebane.domain.teams.queries import staff_member, staff_of
from hjemmebane.faces.staff.citizens.frame import citizen_frame
from hjemmebane.faces.staff.contacts.forms import AppointmentForm, SettleForm, quarter_before
from hjemmebane.faces.staff.contacts.pages import contacts_page
from hjemmebane.faces.staff.submitting import new_values, submit, version_of
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest, answer
from hjemmebane.foundation.ids import new_id


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Lav aftale"), now()
    staff = list(staff_of(frame.course.team_id, today()))
    if request.method == "POST":
        form = AppointmentForm(request.POST, staff=staff)
        on = {"course": frame.course, "by": request.actor, "at": at}
        if submit(form, make_appointment, lambda: {**new_values(form), **on}):
            messages.success(request, "Aftalen er lavet.")
            return redirect("staff:contacts:page", citizen_id)
    else:
        form = AppointmentForm(initial=blank(request, at), staff=staff)
    context = {"frame": frame, "form": form}
    return render(request, "staff/contacts/appointment_form.html", context, status=form.status)


def blank(request: ActorRequest, at: dt.datetime) -> dict[str, object]:
    """I come to the citizen's home at this time tomorrow."""
    me = staff_member(request.actor)
    return {
        "id": new_id(),
        "what": "Besøg",
        "starts_at": quarter_before(at) + dt.timedelta(days=1),
        "place": Place.HOME,
        "staff_member": str(me.pk) if me else "",
    }


@require_POST
def settle(request: ActorRequest, citizen_id: UUID, appointment_id: UUID) -> HttpResponse:
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Kontakt"), now()
    appointment = get_object_or_404(appointments_of(frame.course.pk), pk=appointment_id)
    form = SettleForm(request.POST)
    on = {"appointment": appointment, "by": request.actor, "at": at}
    submit(form, settle_appointment, lambda: {"version": version_of(form), **form.values(), **on})
    context = {
        "frame": frame,
        "page": contacts_page(frame, number="1", at=at),
        "settling": form,
    }
    back = redirect("staff:contacts:page", citizen_id).url
    return answer(
        request,
        "staff/contacts/contacts.html",
        "appointments",
        context,
        otherwise=back,
        status=form.status,
    )
