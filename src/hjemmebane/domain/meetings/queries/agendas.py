from pydantic import TypeAdapter

from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.domain.meetings.models import TeamAgenda, TeamMeeting
from hjemmebane.domain.method.content.entries import AgendaItem
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team

POINTS = TypeAdapter(tuple[AgendaItem, ...])


def kinds_of(team: Team) -> dict[MeetingKind, str]:
    """The team meetings that the method has, with what it calls each."""
    method = pack(team.method_pack)
    return {kind: method.agenda(kind).title for kind in MeetingKind if method.has_agenda(kind)}


def meeting_title(meeting: TeamMeeting) -> str:
    """What the method called this kind of meeting when it was opened."""
    return pack(meeting.method_pack, meeting.method_version).agenda(meeting.kind).title


def own_agenda(team: Team, kind: str) -> TeamAgenda | None:
    """What the team has made of its method's agenda; None before it ever did."""
    return TeamAgenda.objects.filter(team=team, kind=kind, method_pack=team.method_pack).first()


def points_now(team: Team, kind: str) -> tuple[AgendaItem, ...]:
    """The points of the team's next meeting of a kind."""
    agenda = own_agenda(team, kind)
    if agenda and agenda.points:
        return as_points(agenda.points)
    return pack(team.method_pack).agenda(kind).items


def points_of(meeting: TeamMeeting) -> tuple[AgendaItem, ...]:
    """The points a meeting was opened with."""
    return as_points(meeting.points)


def as_points(stored: object) -> tuple[AgendaItem, ...]:
    return POINTS.validate_python(stored)
