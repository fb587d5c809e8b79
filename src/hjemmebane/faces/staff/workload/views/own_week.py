"""Shows one's own week line by line, and to who coordinates a colleague's in sums."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.workload.pages.own_week import own_week_page
from hjemmebane.faces.staff.workload.pages.weeks import shown_week
from hjemmebane.faces.staff.workload.views.writing import Desk, team_of, writing
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest, note_reading


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    desk, team = writing(request), team_of(request)
    who = _whose(request, desk, team)
    shown = own_week_page(
        team,
        shell_of(request).teams,
        shown_week(request.GET.get("uge", ""), today()),
        who,
        is_own=who == desk.me,
        at=now(),
    )
    note_reading(request, shown.citizen_ids, what="Mine timer")
    return render(request, "staff/workload/own_week.html", {"page": shown})


def _whose(request: ActorRequest, desk: Desk, team: Team) -> StaffMember:
    """Oneself, or a colleague one coordinates. Anybody else's week does not exist."""
    wanted = request.GET.get("kollega", "")
    if not wanted:
        return desk.me
    for one in desk.staff(team):
        if str(one.pk) == wanted:
            return one
    raise Http404
