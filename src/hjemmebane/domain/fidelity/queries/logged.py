"""A team's log and what its indicators read in it; as many queries for ninety citizens as for one.

Under row-level security only the team's own members find anything.
"""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from hjemmebane.domain.courses.models import Course, Ending
from hjemmebane.domain.fidelity.calculations.log import CourseLog, TeamLog
from hjemmebane.domain.fidelity.calculations.readings import Reading, reading
from hjemmebane.domain.fidelity.queries import sources
from hjemmebane.domain.fidelity.queries.sources import Reach
from hjemmebane.domain.method.content.fidelity import FidelityFormula
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.workload.calculations.hours import DAY
from hjemmebane.foundation.clock import day_of


def readings_of(team: Team, *, at: dt.datetime, method: MethodPack | None = None) -> list[Reading]:
    """Every indicator of a method, the team's own if none is named, in the order of the method."""
    by = method or pack(team.method_pack)
    log = team_log(team, by, today=day_of(at))
    return [reading(one, log) for one in by.fidelity_indicators]


def team_log(team: Team, method: MethodPack, *, today: dt.date) -> TeamLog:
    """All that the indicators of a method look at."""
    indicators = method.fidelity_indicators
    # Who stayed is told by the courses alone: nobody's contacts of a whole year are read for it.
    windows = [one.window for one in indicators if one.formula != FidelityFormula.RETAINED]
    told = ("pk", "citizen_id", "started_on", "ended_on")
    rows = list(Course.objects.filter(team_id=team.pk).order_by("pk").values_list(*told))
    since = today - DAY * max(windows, default=0)
    near = [key for key, _, _, ended_on in rows if ended_on is None or ended_on >= since]
    still_open = [key for key, _, _, ended_on in rows if ended_on is None]
    reasons = dict(
        Ending.objects.filter(course__team_id=team.pk).values_list("course_id", "reason")
    )
    read, answered = _Read(Reach(team.pk, near, since)), sources.overlaps(still_open, today)
    functions = frozenset(one.code for one in method.core_functions)
    courses = []
    for key, citizen_id, started_on, ended_on in rows:
        reason = reasons.get(key, "") if ended_on else ""
        course = CourseLog(citizen_id, started_on, ended_on, reason)
        courses.append(replace(read.into(course, key), overlaps=answered.get(key, ())))
        courses[-1] = replace(courses[-1], core_functions=functions)
    return TeamLog(today=today, courses=courses)


class _Read:
    """All that was read of some courses."""

    def __init__(self, reach: Reach) -> None:
        self.holds = sources.holds(reach)
        self.agreed = sources.agreed_intensities(reach)
        self.ways = sources.agreed_ways(reach)
        self.contacts = sources.contacts(reach)
        self.calls = sources.calls(reach)
        self.red_seen = sources.red_days(reach)
        self.red_said = sources.own_red_days(reach)
        self.missed = sources.missed(reach)
        self.plans = sources.plans(reach)
        self.goals = sources.goals(reach)
        self.own_wishes = sources.own_wishes(reach)
        self.stances = sources.stances(reach)
        self.plan_meetings = sources.plan_meetings(reach)
        self.plan_versions = sources.plan_versions(reach)
        self.model_days = sources.model_days(reach)
        self.turns = sources.turns(reach)
        self.partner_activities = sources.partner_activities(reach)
        self.network_meetings = sources.network_meetings(reach)

    def into(self, course: CourseLog, key: UUID) -> CourseLog:
        """A course with its own of it."""
        said = self.stances.get(key, ())
        went_through = (*self.plan_meetings.get(key, ()), *self.plan_versions.get(key, ()))
        return replace(
            course,
            holds=self.holds.get(key, ()),
            agreed=self.agreed.get(key, ()),
            ways=self.ways.get(key, ()),
            contacts=self.contacts.get(key, ()),
            calls=self.calls.get(key, ()),
            red_days=frozenset((*self.red_seen.get(key, ()), *self.red_said.get(key, ()))),
            missed=self.missed.get(key, ()),
            has_plan=key in self.plans,
            goals=self.goals.get(key, ()),
            own_wishes=len(self.own_wishes.get(key, ())),
            stance=said[-1][0] if said else "",
            reviews=(*went_through, *(on for _, on in said)),
            model_days=self.model_days.get(key, ()),
            turns=self.turns.get(key, ()),
            partner_activities=self.partner_activities.get(key, ()),
            network_meetings=self.network_meetings.get(key, ()),
        )
