"""A team's week: what each has of hours, what they went to, and what is agreed ahead."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Sum

from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import Appointment, ContactStaff
from hjemmebane.domain.contacts.queries import WITH_OTHERS
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import Absence, StaffMember, Team, TeamMembership
from hjemmebane.domain.teams.queries import absences_between, memberships_of_those_in
from hjemmebane.domain.workload.calculations.coverage import (
    Gap,
    Holder,
    gaps_to_come,
    unattended,
    uncovered,
)
from hjemmebane.domain.workload.calculations.hours import (
    DAY,
    Away,
    Spent,
    Terms,
    WeekHours,
    hours_left,
    monday_of,
    week_hours,
)
from hjemmebane.domain.workload.choices import TimeKind
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.domain.workload.queries.time import start_of
from hjemmebane.foundation.clock import day_of

LAST_DAY = DAY * 6
# An appointment without an end is counted as this long.
USUAL_MINUTES = 60
SPENT_ON = {
    TimeKind.COORDINATION: "coordination",
    TimeKind.MEETING: "meeting",
    TimeKind.LEARNING: "learning",
    TimeKind.TRAVEL: "travel",
}


@dataclass(frozen=True)
class MemberWeek:
    """Somebody of the team in one week.

    membership: the one of today.
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
        return any(_away(one).is_whole and _away(one).covers(day) for one in self.absences)


@dataclass(frozen=True)
class TeamWeek:
    """A team in the week of a day, by name; and the functions nobody has, now or later.

    absences: those of its members from the week on, in order of time.
    """

    team: Team
    monday: dt.date
    members: Sequence[MemberWeek]
    executing_hours: Decimal
    coordination_hours: Decimal
    uncovered: Sequence[CoreFunction]
    unattended: Sequence[CoreFunction]
    gaps: Sequence[Gap]
    absences: Sequence[Absence]

    @property
    def hours(self) -> WeekHours:
        return sum((member.hours for member in self.members), WeekHours())

    @property
    def spent(self) -> Spent:
        return sum((member.spent for member in self.members), Spent())

    @property
    def left(self) -> Decimal:
        return sum((member.left for member in self.members), Decimal(0))


def team_week(team: Team, *, at: dt.datetime, day: dt.date | None = None) -> TeamWeek:
    """The team in the week of a day, which is today unless it is said.

    Five queries, whatever the number of members.
    """
    today = day or day_of(at)
    monday = monday_of(today)
    memberships = list(memberships_of_those_in(team.pk, monday))
    here = [one for one in memberships if one.team_id == team.pk]
    away = list(absences_between({one.staff_member_id for one in here}, monday, None))
    absences: dict[UUID, list[Absence]] = defaultdict(list)
    for absence in away:
        absences[absence.staff_member_id].append(absence)
    spent, agreed = _spent(team, monday), _agreed(team, at, monday)
    holders = [_holder(one, absences[one.staff_member_id]) for one in here]
    present = [one for one in here if _terms(one, team).covers(today)]
    needed = [code.value for code in CoreFunction]
    return TeamWeek(
        team=team,
        monday=monday,
        members=[_member(one, memberships, absences, spent, agreed, monday) for one in present],
        executing_hours=sum((one.executing_hours for one in present), Decimal(0)),
        coordination_hours=sum((one.coordination_hours for one in present), Decimal(0)),
        uncovered=[CoreFunction(code) for code in uncovered(holders, needed, today)],
        unattended=[CoreFunction(code) for code in unattended(holders, needed, today)],
        gaps=gaps_to_come(holders, needed, today),
        absences=away,
    )


def _member(
    membership: TeamMembership,
    memberships: Sequence[TeamMembership],
    absences: Mapping[UUID, Sequence[Absence]],
    spent: Mapping[UUID, Spent],
    agreed: Mapping[UUID, int],
    monday: dt.date,
) -> MemberWeek:
    who = membership.staff_member_id
    own = [one for one in absences.get(who, ()) if one.from_on <= monday + LAST_DAY]
    terms = [_terms(one, membership.team) for one in memberships if one.staff_member_id == who]
    return MemberWeek(
        membership=membership,
        hours=week_hours(terms, [_away(one) for one in own], monday=monday),
        spent=spent.get(who, Spent()),
        agreed_minutes=agreed.get(who, 0),
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


def _spent(team: Team, monday: dt.date) -> dict[UUID, Spent]:
    """The week's minutes by staff member: contacts, and time that belongs to none."""
    spent: dict[UUID, Spent] = defaultdict(Spent)
    contacts = (
        ContactStaff.objects.filter(
            course__team_id=team.pk,
            contact__started_at__gte=start_of(monday),
            contact__started_at__lt=start_of(monday + LAST_DAY + DAY),
        )
        .values_list("staff_member_id", "contact__kind")
        .annotate(Sum("contact__direct_minutes"), Sum("contact__travel_minutes"))
    )
    for who, kind, direct, travel in contacts:
        # A call to a partner is work for the citizen, not time with them.
        with_others = kind in WITH_OTHERS
        spent[who] += Spent(
            direct=0 if with_others else direct,
            coordination=direct if with_others else 0,
            travel=travel,
        )
    entries = (
        TimeEntry.objects.filter(team=team, worked_on__range=(monday, monday + LAST_DAY))
        .values_list("staff_member_id", "kind")
        .annotate(Sum("minutes"))
    )
    for who, kind, minutes in entries:
        spent[who] += Spent(**{SPENT_ON[TimeKind(kind)]: minutes})
    return spent


def _agreed(team: Team, at: dt.datetime, monday: dt.date) -> dict[UUID, int]:
    """The minutes of the appointments that are still to come in the week, by staff member."""
    coming = Appointment.objects.filter(
        course__team_id=team.pk,
        status=AppointmentStatus.PLANNED,
        starts_at__gt=at,
        starts_at__lt=start_of(monday + LAST_DAY + DAY),
    )
    minutes: dict[UUID, int] = defaultdict(int)
    for who, starts_at, ends_at in coming.values_list("staff_member_id", "starts_at", "ends_at"):
        lasts = (ends_at - starts_at).total_seconds() / 60 if ends_at else USUAL_MINUTES
        minutes[who] += round(lasts)
    return minutes
