"""Shows the day of the person who looks, and takes note of what they have seen."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.contacts.actions import see_move
from hjemmebane.domain.contacts.queries import visible_moves
from hjemmebane.domain.contacts.rules import check_is_told
from hjemmebane.domain.teams.queries import staff_member
from hjemmebane.faces.staff.front import turned_away
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.today.pages.day import Member, today_page
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import allowed
from hjemmebane.foundation.http import ActorRequest, note_reading


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    teams, me = shell_of(request).teams, staff_member(request.actor)
    if not teams or me is None:
        return turned_away(request)
    member = Member(me, request.actor, teams)
    shown = today_page(member, at=now())
    note_reading(request, shown.citizen_ids, what="Siden I dag")
    return render(request, "staff/today/today.html", {"page": shown})


@require_POST
def seen(request: ActorRequest, move_id: UUID) -> HttpResponse:
    """One tap: it is told no more. What is told a colleague does not exist here."""
    move = get_object_or_404(visible_moves(), pk=move_id)
    if not allowed(check_is_told, request.actor, move):
        raise Http404
    see_move(move=move, by=request.actor, at=now())
    return redirect("staff:today:page")
