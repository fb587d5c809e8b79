"""A team's week: what each has of hours, what they went to, and what is agreed ahead."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from hjemmebane.domain.teams.models import Absence, StaffMember, Team, TeamMembership
from hjemmebane.domain.teams.queries import (
    absences_between,
    functions_of,
    memberships_of_those_in,
)
from hjemmebane.domain.workload.calculations.coverage import (
    Gap,
    Holder,
    gaps_to_come,
    unattended,
    uncovered,
)
from hjemmebane.domain.workload.calculations.hours import (
    Away,
    Spent,
    Terms,
    WeekHours,
    hours_left,
    monday_of,
    week_hours,
    working_days_left,
)
from hjemmebane.domain.workload.queries.spending import LAST_DAY, Spending, spending_of
from hjemmebane.foundation.clock import day_of


@dataclass(frozen=True)
class MemberWeek:
    """Somebody of the team in one week.

    membership: the one of today, or in another week the last one of that week.
    agreed_minutes: appointments from now to the end of the week.
    absences: those that touch the week, in order of time.
    """

    membership: TeamMembership
    hours: WeekHours
    spent: Spent
    agreed_minutes: int
    absences: Sequence[Absence]

    @property
    def staff_member(self) -> StaffMember:
        return self.membership.staff_member

    @property
    def left(self) -> Decimal:
        return hours_left(self.hours.available, self.spent, self.agreed_minutes)

    def is_away(self, day: dt.date) -> bool:
        """Wholly; an absence of some hours leaves somebody reachable."""
        return any(one.is_whole_on(day) for one in self.absences)


@dataclass(frozen=True)
class TeamWeek:
    """A team in the week of a day, by name; and the functions nobody has, now or later.

    days_left: the working days from today on.
    absences: those of its members from the week on, in order of time.
    """

    team: Team
    monday: dt.date
    days_left: int
    members: Sequence[MemberWeek]
    executing_hours: Decimal
    coordination_hours: Decimal
    uncovered: Sequence[str]
    unattended: Sequence[str]
    gaps: Sequence[Gap]
    absences: Sequence[Absence]
    spending: Spending

    @property
    def is_over(self) -> bool:
        """No working day is left, so what is not used will not be."""
        return not self.days_left

    @property
    def hours(self) -> WeekHours:
        return sum((member.hours for member in self.members), WeekHours())

    @property
    def spent(self) -> Spent:
        return sum((member.spent for member in self.members), Spent())

    @property
    def agreed_minutes(self) -> int:
        return sum(member.agreed_minutes for member in self.members)

    @property
    def left(self) -> Decimal:
        return sum((member.left for member in self.members), Decimal(0))


def team_week(team: Team, *, at: dt.datetime, day: dt.date | None = None) -> TeamWeek:
    """The team in the week of a day, which is today unless it is said.

    Five queries, whatever the number of members.
    """
    today = day or day_of(at)
    memberships = list(memberships_of_those_in(team.pk, monday_of(today)))
    present = [
        one for one in memberships if one.team_id == team.pk and _terms(one, team).covers(today)
    ]
    return _week(team, present, memberships, day=today, at=at)


def another_week(team: Team, monday: dt.date, *, at: dt.datetime) -> TeamWeek:
    """A week before or after this one, with all who are in the team on some day of it.

    The functions are those covered on its Monday. Five queries, whatever the number of members.
    """
    memberships = list(memberships_of_those_in(team.pk, monday))
    there = {
        one.staff_member_id: one
        for one in memberships
        if one.team_id == team.pk and one.from_on <= monday + LAST_DAY
    }
    return _week(team, list(there.values()), memberships, day=monday, at=at)


def _week(
    team: Team,
    present: Sequence[TeamMembership],
    memberships: Sequence[TeamMembership],
    *,
    day: dt.date,
    at: dt.datetime,
) -> TeamWeek:
    """`memberships` are all of everybody who is in the team in the week of the day or later."""
    monday = monday_of(day)
    here = [one for one in memberships if one.team_id == team.pk]
    away = list(absences_between({one.staff_member_id for one in here}, monday, None))
    absences: dict[UUID, list[Absence]] = defaultdict(list)
    for absence in away:
        absences[absence.staff_member_id].append(absence)
    spending = spending_of(team, monday, at=at)
    holders = [_holder(one, absences[one.staff_member_id]) for one in here]
    needed = list(functions_of(team))
    return TeamWeek(
        team=team,
        monday=monday,
        days_left=working_days_left(monday, day_of(at)),
        members=[_member(one, memberships, absences, spending, monday) for one in present],
        executing_hours=sum((one.executing_hours for one in present), Decimal(0)),
        coordination_hours=sum((one.coordination_hours for one in present), Decimal(0)),
        uncovered=uncovered(holders, needed, day),
        unattended=unattended(holders, needed, day),
        gaps=gaps_to_come(holders, needed, day),
        absences=away,
        spending=spending,
    )


def _member(
    membership: TeamMembership,
    memberships: Sequence[TeamMembership],
    absences: Mapping[UUID, Sequence[Absence]],
    spending: Spending,
    monday: dt.date,
) -> MemberWeek:
    who = membership.staff_member_id
    own = [one for one in absences.get(who, ()) if one.from_on <= monday + LAST_DAY]
    terms = [_terms(one, membership.team) for one in memberships if one.staff_member_id == who]
    return MemberWeek(
        membership=membership,
        hours=week_hours(terms, [_away(one) for one in own], monday=monday),
        spent=spending.of_staff.get(who, Spent()),
        agreed_minutes=spending.agreed_by_staff.get(who, 0),
        absences=own,
    )


def _terms(membership: TeamMembership, team: Team) -> Terms:
    return Terms(
        from_on=membership.from_on,
        until_on=membership.until_on,
        executing=membership.executing_hours,
        coordination=membership.coordination_hours,
        is_here=membership.team_id == team.pk,
    )


def _away(absence: Absence) -> Away:
    return Away(absence.from_on, absence.until_on, absence.hours_per_week)


def _holder(membership: TeamMembership, absences: Iterable[Absence]) -> Holder:
    return Holder(
        from_on=membership.from_on,
        until_on=membership.until_on,
        name=membership.staff_member.name,
        functions=frozenset(membership.core_functions),
        absences=tuple(_away(one) for one in absences),
    )
