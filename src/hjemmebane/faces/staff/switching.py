"""Which of the reader's teams a page shows, and the way to the others."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.http import ActorRequest


def chosen_team(request: ActorRequest, teams: Sequence[Team]) -> Team:
    """The team in the address, else the first. Somebody else's team does not exist."""
    wanted = request.GET.get("team")
    if not wanted:
        return teams[0]
    for team in teams:
        if str(team.pk) == wanted:
            return team
    raise Http404


def address_in(team: Team, route: str, *, shows: str = "") -> str:
    """The page of a team; `shows` is the filter that the address names, if it names one."""
    given = {"team": team.pk, **({"vis": shows} if shows else {})}
    return f"{reverse(route)}?{urlencode(given)}"


def switch(shown: Team, teams: Sequence[Team], route: str, *, shows: str = "") -> list[Link]:
    """The way to each team; none for whoever has only one."""
    if len(teams) == 1:
        return []
    return [
        Link(team.name, address_in(team, route, shows=shows), current=team.pk == shown.pk)
        for team in teams
    ]
