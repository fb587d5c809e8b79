"""The tables of the meetings room: the team's own meetings, and those around a citizen."""

from hjemmebane.domain.meetings.models.agendas import TeamAgenda
from hjemmebane.domain.meetings.models.network import (
    MinutesHandover,
    NetworkInvitation,
    NetworkMeeting,
    NetworkVoice,
)
from hjemmebane.domain.meetings.models.steering import (
    SteeringAttendance,
    SteeringGroupMeeting,
    SteeringPoint,
)
from hjemmebane.domain.meetings.models.team import (
    Attendance,
    BoardEntry,
    CitizenNote,
    MeetingItem,
    MeetingNote,
    TeamMeeting,
)

__all__ = [
    "Attendance",
    "BoardEntry",
    "CitizenNote",
    "MeetingItem",
    "MeetingNote",
    "MinutesHandover",
    "NetworkInvitation",
    "NetworkMeeting",
    "NetworkVoice",
    "SteeringAttendance",
    "SteeringGroupMeeting",
    "SteeringPoint",
    "TeamAgenda",
    "TeamMeeting",
]
