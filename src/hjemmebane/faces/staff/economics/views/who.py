"""Who may see the pages of Økonomi: those who coordinate a team, and those who answer for one."""

from django.http import Http404

from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.foundation.http import ActorRequest


def economy_teams(request: ActorRequest) -> tuple[Team, ...]:
    """The teams whose economy the reader may see; for everybody else there is nothing here."""
    teams = shell_of(request).economy_teams
    if not teams:
        raise Http404
    return teams
