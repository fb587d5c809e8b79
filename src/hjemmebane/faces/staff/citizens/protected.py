"""Showing what is hidden, once and against a reason that the citizen can read."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from hjemmebane.domain.citizens.actions import reveal_address, reveal_cpr
from hjemmebane.faces.staff.citizens.frame import citizen_frame
from hjemmebane.faces.staff.citizens.person_forms import RevealForm
from hjemmebane.faces.staff.submitting import submit
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest

EITHER = ["GET", "HEAD", "POST"]


@require_http_methods(EITHER)
def address(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    return reveal(request, citizen_id, reveal_address, "adressen")


@require_http_methods(EITHER)
def cpr(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    return reveal(request, citizen_id, reveal_cpr, "CPR-nummeret")


def reveal(
    request: ActorRequest, citizen_id: UUID, action: Callable[..., str], thing: str
) -> HttpResponse:
    """Ask for the reason; against it, show the value in this answer and nowhere else."""
    frame = citizen_frame(request, citizen_id, what=f"Spurgt om {thing}")
    form = RevealForm(request.POST if request.method == "POST" else None)
    value = None
    if request.method == "POST":
        on = {"citizen": frame.citizen, "by": request.actor, "at": now()}
        value = submit(form, action, lambda: {**form.values(), **on})
    context = {"frame": frame, "form": form, "thing": thing, "value": value}
    return render(request, "staff/citizens/reveal.html", context, status=form.status)
