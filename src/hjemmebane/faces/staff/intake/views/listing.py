"""Shows what the team has received and whom it has spotted."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hjemmebane.faces.staff.intake.pages.listing import CLOSED, listing_page
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import chosen_team
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, note_reading


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    shown = listing_page(
        chosen_team(request, teams),
        teams,
        shows_closed=request.GET.get("vis") == CLOSED,
        at=now(),
    )
    note_reading(request, shown.citizen_ids, what="Henvisninger")
    return render(request, "staff/intake/listing.html", {"page": shown})
