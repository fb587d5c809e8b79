import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.economics.calculations.actual import ActualPost
from hjemmebane.domain.economics.content.shipped import published_pay
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import members_of
from hjemmebane.domain.workload.queries import citizens_in


@dataclass(frozen=True)
class ActualTeam:
    """What a team has today. citizens: None for who may not know."""

    team: Team
    posts: Sequence[ActualPost]
    citizens: int | None


def actual_team(team: Team, *, today: dt.date) -> ActualTeam:
    """The hours of those who work in the team today and how many citizens it has: two queries.

    Who may know, and that nothing but a number of citizens is told, the database decides.
    """
    members, pay = members_of([team.pk], today), published_pay()
    alike = Counter(
        (one.profession, one.executing_hours + one.coordination_hours, one.coordination_hours)
        for one in members
    )
    return ActualTeam(
        team=team,
        posts=[
            ActualPost(title, pay.code_of(title), people, hours, coordination)
            for (title, hours, coordination), people in sorted(alike.items())
        ],
        citizens=citizens_in(team, today),
    )
