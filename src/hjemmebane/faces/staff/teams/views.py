"""Shows the teams one works in or answers for. Nothing here is about a citizen."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.teams.pages import teams_page
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.http import ActorRequest


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    shell = shell_of(request)
    teams = (*shell.teams, *shell.managed_teams)
    if not teams:
        return redirect("staff:front")
    return render(request, "staff/teams/teams.html", {"teams": teams_page(teams, today())})
