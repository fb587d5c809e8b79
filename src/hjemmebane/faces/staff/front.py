"""The front door of the staff face: everybody is sent to where their day begins."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.faces.staff.shell import shell_of


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The day for those in a team, the team's page for its manager."""
    shell = shell_of(request)
    if shell.teams:
        return redirect("staff:today:page")
    if shell.managed_teams:
        return redirect("staff:teams:page")
    return render(request, "staff/front.html")
