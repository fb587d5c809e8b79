"""A team's figures as its manager may have them: sums from the database, never a row."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.workload.calculations.caseload import Caseload
from hjemmebane.domain.workload.calculations.hours import DAY, Spent
from hjemmebane.domain.workload.queries.week import TeamWeek
from hjemmebane.foundation.database import ask_guard


@dataclass(frozen=True)
class TeamFigures:
    """The caseload of a team, and what the week's time went to.

    spent: None when the team has so few citizens that it would be told about one of them.
    """

    caseload: Caseload
    spent: Spent | None


def figures_of(week: TeamWeek) -> TeamFigures | None:
    """The figures of a team that the actor works in or answers for today; None for others."""
    first, last = week.monday, week.monday + DAY * 6
    rows = ask_guard("team_figures", str(week.team.pk), first.isoformat(), last.isoformat())
    if not rows:
        return None
    citizens, weight, *minutes = rows[0]
    counted = [int(str(one)) for one in minutes if one is not None]
    caseload = Caseload(
        citizens=int(str(citizens)),
        weight=Decimal(str(weight)),
        executing_hours=week.executing_hours,
        ceiling=week.team.max_caseload,
    )
    return TeamFigures(caseload, Spent(*counted) if len(counted) == len(minutes) else None)


def citizens_in(team: Team, today: dt.date) -> int | None:
    """How many citizens a team has; None for who neither works in it nor answers for it today."""
    rows = ask_guard("team_figures", str(team.pk), today.isoformat(), today.isoformat())
    return int(str(rows[0][0])) if rows else None
