"""The citizen's plan as something to hold. Made of what they may read themselves, and no more."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hjemmebane.faces.citizen.mine import mine
from hjemmebane.faces.documents.own_plan_document import SHEETS, own_plan_pdf
from hjemmebane.faces.documents.path_document import path_pdf
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    mine(request, what="Min plan på papir")
    return render(request, "citizen/paper/paper.html", {})


@require_safe
def plan(request: ActorRequest, sheet: str) -> HttpResponse:
    """One page, a card or a sheet for the fridge: the same words in another size."""
    me = mine(request, what="Min plan på papir")
    if sheet not in SHEETS:
        raise Http404
    return as_pdf(own_plan_pdf(me.course, SHEETS[sheet], at=now()), f"{sheet}.pdf")


@require_safe
def path(request: ActorRequest) -> HttpResponse:
    me = mine(request, what="Min vej på papir")
    return as_pdf(path_pdf(me.course, at=now()), "min-vej.pdf")


def as_pdf(document: bytes, filename: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{filename}"'}
    return HttpResponse(document, content_type="application/pdf", headers=headers)
