"""The frame around every staff page: who is here, and where they may go."""

from collections.abc import Callable, Sequence
from functools import cached_property

from django.http import HttpRequest
from django.urls import reverse

from hjemmebane.design.navigation import AccountMenu, Link
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import is_coordinated, teams_managed_by, teams_with_work
from hjemmebane.foundation.clock import today

# label, route, icon
FOR_MEMBERS = (
    ("I dag", "staff:today:page", "calendar-month"),
    ("Tavlen", "staff:board:page", "list-check"),
    ("Møde", "staff:meetings:page", "forum"),
    ("Henvisninger", "staff:intake:page", "persons"),
    ("Find", "staff:citizens:search", "search"),
)
FOR_STAFF = (
    ("Teamet", "staff:teams:page", "groups"),
    ("Samarbejde", "staff:partners:page", "business"),
    ("Styregruppe", "staff:steering:page", "flag"),
    ("Metoden", "staff:method:page", "bookmark"),
)
# For those who coordinate a team or answer for one.
FOR_ECONOMY = (("Økonomi", "staff:economics:page", "document"),)
# Only in the menu of one's own.
FOR_ONESELF = (
    ("Felt", "staff:field:shell", "smartphone"),
    ("Mine telefoner", "staff:field:devices", "settings"),
)


class Shell:
    """What the frame of this request's page needs; asked for once, and only when it is shown."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def teams(self) -> tuple[Team, ...]:
        """The teams whose citizens the reader works with today."""
        return tuple(teams_with_work(self.request.actor, today()))

    @cached_property
    def managed_teams(self) -> tuple[Team, ...]:
        """The teams the reader answers for today without working in them."""
        mine = {team.pk for team in self.teams}
        managed = teams_managed_by(self.request.actor, today())
        return tuple(team for team in managed if team.pk not in mine)

    @property
    def economy_teams(self) -> tuple[Team, ...]:
        """Those of them that the reader coordinates, and those they answer for."""
        return (*(team for team in self.teams if is_coordinated(team)), *self.managed_teams)

    @cached_property
    def navigation(self) -> Sequence[Link]:
        """Five at most, so that they fit under the thumb."""
        shown = FOR_MEMBERS if self.teams else ()
        if not self.teams and self.managed_teams:
            shown = (*FOR_STAFF, *FOR_ECONOMY)
        return [self._link(*entry) for entry in shown]

    @cached_property
    def account_menu(self) -> AccountMenu:
        names = [team.name for team in self.teams or self.managed_teams]
        return AccountMenu(
            name=str(self.request.user),
            detail=", ".join(names) or "Ikke i et team endnu",
            logout_url=reverse("account_logout"),
            links=[self._link(*entry) for entry in self._more] if self.teams else [],
            is_demo=self.request.user.is_demo,
        )

    @property
    def _more(self) -> Sequence[tuple[str, str, str]]:
        coordinates = any(is_coordinated(team) for team in self.teams)
        return (*FOR_STAFF, *(FOR_ECONOMY if coordinates else ()), *FOR_ONESELF)

    def _link(self, label: str, route: str, icon: str) -> Link:
        url = reverse(route)
        return Link(label, url, icon, current=self.request.path.startswith(url))


def shell_of(request: HttpRequest) -> Shell:
    """The shell of a request, made once."""
    if not hasattr(request, "shell"):
        request.shell = Shell(request)
    return request.shell


def shell(request: HttpRequest) -> dict[str, Callable[[], object]]:
    """What the frame of a staff page shows, asked for only where it is shown."""
    frame = shell_of(request)
    return {
        "navigation": lambda: frame.navigation,
        "account_menu": lambda: frame.account_menu,
    }
