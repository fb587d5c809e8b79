"""The front door of the staff face: everybody is sent to where their day begins."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.faces.staff.shell import shell_of

FOR_THE_TEAM = (
    "Den side er for dem, der arbejder i teamet. Som leder har du det, der står i menuen."
)


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The day for those in a team, the team's page for its manager."""
    shell = shell_of(request)
    if shell.teams:
        return redirect("staff:today:page")
    if shell.managed_teams:
        return redirect("staff:teams:page")
    return render(request, "staff/front.html")


def turned_away(request: HttpRequest) -> HttpResponse:
    """To the front door, from a page that shows the citizens of one's own teams to who has none."""
    if shell_of(request).managed_teams:
        messages.info(request, FOR_THE_TEAM)
    return redirect("staff:front")
