"""The team's agenda for a kind of meeting: its points, and what the method has besides."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse

from hjemmebane.domain.meetings.calculations import left_out
from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.domain.meetings.models import TeamAgenda
from hjemmebane.domain.meetings.queries import kinds_of, own_agenda, points_now
from hjemmebane.domain.meetings.rules import NEEDED
from hjemmebane.domain.method.content.entries import AgendaItem
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import chosen_team
from hjemmebane.foundation.http import ActorRequest


class AgendaDesk:
    """A request about a team's agenda. Raises Http404 for another team's, or an unknown kind."""

    def __init__(self, request: ActorRequest) -> None:
        teams = shell_of(request).teams
        if not teams:
            raise Http404
        self.team: Team = chosen_team(request, teams)
        self.kind = kind_in(request, self.team)

    @property
    def called(self) -> str:
        """What the method calls the meeting."""
        return kinds_of(self.team)[self.kind]

    @cached_property
    def agenda(self) -> TeamAgenda | None:
        return own_agenda(self.team, self.kind)

    @property
    def version(self) -> int:
        """Zero while the team uses the method's agenda as it is."""
        return self.agenda.version if self.agenda else 0

    @cached_property
    def points(self) -> tuple[AgendaItem, ...]:
        return points_now(self.team, self.kind)

    @property
    def offered(self) -> Sequence[AgendaItem]:
        """What the method's agenda has."""
        return pack(self.team.method_pack).agenda(self.kind).items

    @property
    def can_be_restored(self) -> bool:
        return tuple(self.points) != tuple(self.offered)

    @property
    def url(self) -> str:
        chosen = urlencode({"team": self.team.pk, "slags": self.kind})
        return f"{reverse('staff:meetings:agenda')}?{chosen}"


def kind_in(request: ActorRequest, team: Team) -> MeetingKind:
    """The kind in the address, of those the team's method has; the board meeting when none is."""
    wanted = request.GET.get("slags") or MeetingKind.BOARD
    for kind in kinds_of(team):
        if kind == wanted:
            return kind
    raise Http404


@dataclass(frozen=True)
class Row:
    """A point, and where it may be sent. `hidden` tells the buttons apart."""

    point: AgendaItem
    hidden: str
    is_first: bool
    is_last: bool
    may_go: bool


@dataclass(frozen=True)
class AgendaPage:
    rows: Sequence[Row]
    left_out: Sequence[AgendaItem]


def agenda_page(desk: AgendaDesk) -> AgendaPage:
    last = len(desk.points) - 1
    return AgendaPage(
        rows=[
            Row(
                point,
                f": {point.title}",
                is_first=place == 0,
                is_last=place == last,
                may_go=point.shows not in NEEDED and last > 0,
            )
            for place, point in enumerate(desk.points)
        ],
        left_out=left_out(desk.points, desk.offered),
    )
