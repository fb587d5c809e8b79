"""Questions about hours: whose week, which citizens, and a team's figures for its manager."""

from hjemmebane.domain.workload.queries.citizens import (
    CitizenNeed,
    caseload_of,
    needs_of,
    who_knows,
)
from hjemmebane.domain.workload.queries.figures import TeamFigures, citizens_in, figures_of
from hjemmebane.domain.workload.queries.own_week import TimeLine, time_lines
from hjemmebane.domain.workload.queries.spending import Spending
from hjemmebane.domain.workload.queries.stranded import Stranded, stands_with, stranded_in
from hjemmebane.domain.workload.queries.time import (
    minutes_of_day,
    time_entries_of,
    visible_time_entries,
)
from hjemmebane.domain.workload.queries.week import (
    MemberWeek,
    TeamWeek,
    another_week,
    team_week,
)

__all__ = [
    "CitizenNeed",
    "MemberWeek",
    "Spending",
    "Stranded",
    "TeamFigures",
    "TeamWeek",
    "TimeLine",
    "another_week",
    "caseload_of",
    "citizens_in",
    "figures_of",
    "minutes_of_day",
    "needs_of",
    "stands_with",
    "stranded_in",
    "team_week",
    "time_entries_of",
    "time_lines",
    "visible_time_entries",
    "who_knows",
]
