"""Showing what is hidden, once and against a reason that the citizen can read."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from hjemmebane.domain.citizens.actions import reveal_address, reveal_cpr
from hjemmebane.faces.staff.citizens.forms.person import RevealForm
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, require_form, sent


@require_form
def address(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    return reveal(request, citizen_id, reveal_address, "adressen")


@require_form
def cpr(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    return reveal(request, citizen_id, reveal_cpr, "CPR-nummeret")


def reveal(
    request: ActorRequest, citizen_id: UUID, action: Callable[..., str], thing: str
) -> HttpResponse:
    """Ask for the reason; against it, show the value in this answer and nowhere else."""
    frame = citizen_frame(request, citizen_id, what=f"Spurgt om {thing}")
    form = RevealForm(sent(request), record=frame.citizen)
    if form.is_sent():
        form.does(action, citizen=frame.citizen, **form.values(), by=request.actor, at=now())
    context = {"frame": frame, "form": form, "thing": thing, "value": form.result}
    return render(request, "staff/citizens/reveal.html", context, status=form.status)
