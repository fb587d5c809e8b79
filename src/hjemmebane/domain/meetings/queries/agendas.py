from uuid import UUID

from pydantic import TypeAdapter

from hjemmebane.domain.meetings.models import TeamAgenda, TeamMeeting
from hjemmebane.domain.method.content.entries import AgendaItem
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team

POINTS = TypeAdapter(tuple[AgendaItem, ...])


def own_agenda(team_id: UUID, kind: str) -> TeamAgenda | None:
    """What the team has made of the method's agenda; None before it ever did."""
    return TeamAgenda.objects.filter(team_id=team_id, kind=kind).first()


def points_now(team: Team, kind: str) -> tuple[AgendaItem, ...]:
    """The points of the team's next meeting of a kind."""
    agenda = own_agenda(team.pk, kind)
    if agenda and agenda.points:
        return as_points(agenda.points)
    return pack(team.method_pack).agenda(kind).items


def points_of(meeting: TeamMeeting) -> tuple[AgendaItem, ...]:
    """The points a meeting was opened with."""
    return as_points(meeting.points)


def as_points(stored: object) -> tuple[AgendaItem, ...]:
    return POINTS.validate_python(stored)
