"""Shows a team's hours: all of it to its members, sums to its manager."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import chosen_team
from hjemmebane.faces.staff.workload.pages.hours import HoursPage, managers_page, members_page
from hjemmebane.faces.staff.workload.pages.weeks import ShownWeek, shown_week
from hjemmebane.faces.staff.workload.views.writing import writing
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest, note_reading


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    shell = shell_of(request)
    teams = (*shell.teams, *shell.managed_teams)
    if not teams:
        return redirect("staff:front")
    team = chosen_team(request, teams)
    is_member = team in shell.teams
    week = shown_week(request.GET.get("uge", ""), today())
    shown = _page(request, team, teams, week, is_member=is_member)
    note_reading(request, shown.citizen_ids, what="Timer og dækning")
    context = {"page": shown, "is_member": is_member}
    return render(request, "staff/workload/hours.html", context)


def _page(
    request: ActorRequest,
    team: Team,
    teams: tuple[Team, ...],
    week: ShownWeek,
    *,
    is_member: bool,
) -> HoursPage:
    if is_member:
        desk = writing(request)
        may_mend = desk.coordinates(team)
        return members_page(team, teams, week, desk.me, may_mend=may_mend, at=now())
    shown = managers_page(team, teams, week, at=now())
    if shown is None:
        raise Http404
    return shown
