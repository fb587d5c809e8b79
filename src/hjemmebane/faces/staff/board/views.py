"""Shows the board of one team."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.board.pages import board_page
from hjemmebane.faces.staff.shell import shell_of
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


def chosen_team(request: ActorRequest, teams: tuple[Team, ...]) -> Team:
    """The team in the address, else the first. Somebody else's team does not exist."""
    wanted = request.GET.get("team")
    if not wanted:
        return teams[0]
    for team in teams:
        if str(team.pk) == wanted:
            return team
    raise Http404
