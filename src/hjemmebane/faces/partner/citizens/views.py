"""The citizens who opened a door, and one of them."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hjemmebane.domain.sharing.queries import opened_citizen, opened_citizens
from hjemmebane.faces.partner.citizens.pages import citizen_page
from hjemmebane.foundation.http import ActorRequest, note_reading


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    citizens = opened_citizens()
    note_reading(request, {one.citizen_id for one in citizens}, what="Mine borgere")
    return render(request, "partner/citizens/citizens.html", {"citizens": citizens})


@require_safe
def citizen(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    opened = opened_citizen(citizen_id)
    if opened is None:
        raise Http404
    note_reading(request, [opened.citizen_id], what="Fælles plan")
    context = {"page": citizen_page(opened)}
    return render(request, "partner/citizens/citizen.html", context)
