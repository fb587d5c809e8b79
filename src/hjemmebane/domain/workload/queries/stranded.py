"""What stands with somebody who is not there to do it: who left, leaves, or is away for long."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from hjemmebane.domain.contacts.models import Appointment, FollowUp, Task
from hjemmebane.domain.contacts.queries import (
    appointments_to_come,
    open_follow_ups_of_team,
    open_tasks_of_team,
)
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.domain.teams.queries import absences_between, memberships_ever
from hjemmebane.domain.workload.calculations.hours import Away, Period
from hjemmebane.domain.workload.calculations.standing import (
    Presence,
    Standing,
    at_appointment,
    at_reminder,
)
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.letters import alphabetical_key

# The one that is said where there are several: who has left does not come back.
FIRST = (Standing.LEFT, Standing.LEAVING, Standing.AWAY)


@dataclass
class Stranded:
    """What stands with one of the staff that they are not there to do.

    last_day: in the team; None where they are only away.
    """

    staff_member: StaffMember
    last_day: dt.date | None = None
    reasons: set[Standing] = field(default_factory=set)
    tasks: list[Task] = field(default_factory=list)
    follow_ups: list[FollowUp] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)

    def add(self, record: Task | FollowUp | Appointment, why: Standing) -> None:
        self.reasons.add(why)
        if isinstance(record, Task):
            self.tasks.append(record)
        elif isinstance(record, FollowUp):
            self.follow_ups.append(record)
        else:
            self.appointments.append(record)

    @property
    def records(self) -> list[Task | FollowUp | Appointment]:
        return [*self.tasks, *self.follow_ups, *self.appointments]

    @property
    def standing(self) -> Standing:
        return next(reason for reason in FIRST if reason in self.reasons)


def stranded_in(team: Team, *, at: dt.datetime) -> list[Stranded]:
    """By name of whom it stands with. Five queries, whatever there is."""
    today = day_of(at)
    reminders: list[Task | FollowUp] = [
        *open_tasks_of_team(team.pk),
        *open_follow_ups_of_team(team.pk),
    ]
    appointments = list(appointments_to_come(team.pk, after=at))
    owners = [one.staff_member for one in (*reminders, *appointments)]
    staff = {who.pk: who for who in owners if who}
    there = _presence(team.pk, staff, today)
    found = {key: Stranded(who, there[key].last_day(today)) for key, who in staff.items()}
    for reminder in reminders:
        who = reminder.staff_member_id
        if who and (why := at_reminder(there[who], reminder.due_on, today=today)):
            found[who].add(reminder, why)
    for appointment in appointments:
        who, day = appointment.staff_member_id, day_of(appointment.starts_at)
        if why := at_appointment(there[who], day, today=today):
            found[who].add(appointment, why)
    stranded = [one for one in found.values() if one.reasons]
    return sorted(
        stranded, key=lambda one: (alphabetical_key(one.staff_member.name), one.staff_member.pk)
    )


def _presence(team_id: UUID, staff: Iterable[UUID], today: dt.date) -> dict[UUID, Presence]:
    periods: dict[UUID, list[Period]] = defaultdict(list)
    absences: dict[UUID, list[Away]] = defaultdict(list)
    for membership in memberships_ever(team_id, staff):
        period = Period(membership.from_on, membership.until_on)
        periods[membership.staff_member_id].append(period)
    for one in absences_between(staff, today, None):
        away = Away(one.from_on, one.until_on, one.hours_per_week)
        absences[one.staff_member_id].append(away)
    return {who: Presence(periods[who], absences[who]) for who in staff}


def stands_with(stranded: Sequence[Stranded], staff_member_id: UUID) -> Stranded | None:
    """What stands with one of them."""
    return next((one for one in stranded if one.staff_member.pk == staff_member_id), None)
