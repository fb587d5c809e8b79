"""Who writes, for which team, and about whom: the same for absence and time."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from hjemmebane.domain.teams.models import StaffMember, Team, TeamMembership
from hjemmebane.domain.teams.queries import coordinated_with, staff_member
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import address_in, chosen_team
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest

TEAMS_HOURS = "Timer og dækning"


@dataclass(frozen=True)
class Desk:
    """Oneself, and the memberships that one coordinates."""

    me: StaffMember
    coordinated: Sequence[TeamMembership]

    def coordinates(self, team: Team) -> bool:
        return any(one.team_id == team.pk for one in self.coordinated)

    def staff(self, team: Team) -> list[StaffMember]:
        """Whom one may write about: oneself first, as coordinator all of the team."""
        others = [one.staff_member for one in self.coordinated if one.team_id == team.pk]
        return [self.me, *(one for one in dict.fromkeys(others) if one != self.me)]


def writing(request: ActorRequest) -> Desk:
    """Raises Http404 for somebody who works in no team."""
    me = staff_member(request.actor) if shell_of(request).teams else None
    if me is None:
        raise Http404
    return Desk(me, list(coordinated_with(request.actor, today())))


def team_of(request: ActorRequest) -> Team:
    """The team one writes for: the one in the address, else the first."""
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    return chosen_team(request, teams)


def address_of(team: Team) -> str:
    return address_in(team, "staff:workload:page")


def taken_away(request: ActorRequest, form: RecordForm, said: str, url: str) -> HttpResponse:
    """Back to the hours, with what became of it."""
    if form.status == 200:
        messages.success(request, said)
    else:
        messages.warning(request, form.told)
    return redirect(url)
