"""What is stored about teams: who is in them, what they are for, and what they have learned."""

from hjemmebane.domain.teams.models.feeds import CalendarFeed
from hjemmebane.domain.teams.models.house import (
    HOURS_IN_A_WEEK,
    Absence,
    BoardLayout,
    Municipality,
    Persona,
    Portrait,
    StaffMember,
    Team,
    TeamManager,
    TeamMembership,
)
from hjemmebane.domain.teams.models.roles import RoleDescription
from hjemmebane.domain.teams.models.training import (
    HOURS_IN_A_DAY,
    LONGEST_ABOUT,
    TrainingParticipant,
    TrainingRecord,
)

__all__ = [
    "HOURS_IN_A_DAY",
    "HOURS_IN_A_WEEK",
    "LONGEST_ABOUT",
    "Absence",
    "BoardLayout",
    "CalendarFeed",
    "Municipality",
    "Persona",
    "Portrait",
    "RoleDescription",
    "StaffMember",
    "Team",
    "TeamManager",
    "TeamMembership",
    "TrainingParticipant",
    "TrainingRecord",
]
