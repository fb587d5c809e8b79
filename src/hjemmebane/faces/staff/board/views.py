"""Shows the board of one team."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.faces.staff.board.pages import board_page
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import chosen_team
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, note_reading


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    teams = shell_of(request).teams
    if not teams:
        return redirect("staff:front")
    board = board_page(chosen_team(request, teams), teams, at=now())
    note_reading(request, board.citizen_ids, what="Tavlen")
    return render(request, "staff/board/board.html", {"page": board})
