"""The citizens who opened a door, and one of them."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hjemmebane.domain.sharing.queries import let_in_by, opened_citizens, partner_of
from hjemmebane.faces.partner.citizens.pages.citizen import citizen_page
from hjemmebane.faces.partner.citizens.pages.citizens import cards_of
from hjemmebane.faces.partner.visits import Visit
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, note_reading


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    """Those who opened something; where nobody has, what this is and what happens next."""
    partner, citizens = partner_of(request.actor), opened_citizens()
    if partner is None or not citizens:
        return render(request, "partner/citizens/nobody_yet.html", {"call": let_in_by()})
    note_reading(request, {one.citizen_id for one in citizens}, what="Mine borgere")
    context = {"cards": cards_of(citizens, partner, at=now())}
    return render(request, "partner/citizens/citizens.html", context)


@require_safe
def citizen(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    visit = Visit(request, citizen_id, what="Fælles plan")
    context = {"page": citizen_page(visit)}
    return render(request, "partner/citizens/citizen.html", context)
