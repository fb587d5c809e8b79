"""Asks somebody at a partner to tell when the citizen comes by, or no longer."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from hjemmebane.domain.sharing.actions import ask_for_signs, stop_asking_for_signs
from hjemmebane.domain.sharing.queries import open_sign_requests, partners_who_read
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.signs.forms import AskForm
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest

SIGNS = "#livstegn"


@require_POST
def ask(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "contacts", what="Er kommet forbi")
    asked = [one.partner_person for one in open_sign_requests(frame.course.pk)]
    readers = list(partners_who_read(citizen_id, day=today()))
    form = AskForm(request.POST, people=[*dict.fromkeys([*readers, *asked])])
    if form.is_sent() and form.does(
        ask_for_signs if form.is_wanted else stop_asking_for_signs,
        course=frame.course,
        partner_person=form.cleaned_data["person"],
        by=request.actor,
        at=now(),
    ):
        name = form.cleaned_data["person"].name
        told = f"{name} kan nu se, at I gerne vil have det at vide."
        messages.success(request, told if form.is_wanted else f"{name} bliver ikke bedt om mere.")
    else:
        messages.warning(request, form.told)
    return redirect(frame.url("staff:contacts:page") + SIGNS)
