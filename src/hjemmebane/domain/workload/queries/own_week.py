"""One person's week in a team, line by line: each knows where it comes from."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.contacts.models import Contact, ContactStaff
from hjemmebane.domain.contacts.queries import WITH_OTHERS
from hjemmebane.domain.teams.models import TrainingParticipant, TrainingRecord
from hjemmebane.domain.workload.calculations.hours import DAY, MINUTES_IN_AN_HOUR, Spent
from hjemmebane.domain.workload.choices import TimeKind
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.domain.workload.queries.spending import LAST_DAY, SPENT_ON
from hjemmebane.domain.workload.queries.time import start_of, time_entries_of
from hjemmebane.foundation.clock import day_of


@dataclass(frozen=True)
class TimeLine:
    """What some of a day went to, and the one thing it comes from."""

    day: dt.date
    spent: Spent
    source: Contact | TimeEntry | TrainingRecord


def time_lines(team_id: UUID, staff_member_id: UUID, monday: dt.date) -> list[TimeLine]:
    """All that the team's week counts of somebody, in order of time. Three queries."""
    lines = [
        *_met(team_id, staff_member_id, monday),
        *_written(team_id, staff_member_id, monday),
        *_learned(team_id, staff_member_id, monday),
    ]
    return sorted(lines, key=lambda line: (line.day, _moment(line), line.source.pk))


def _met(team_id: UUID, staff_member_id: UUID, monday: dt.date) -> list[TimeLine]:
    rows = ContactStaff.objects.filter(
        staff_member_id=staff_member_id,
        course__team_id=team_id,
        contact__started_at__gte=start_of(monday),
        contact__started_at__lt=start_of(monday + LAST_DAY + DAY),
    ).select_related("contact__course__citizen")
    return [
        TimeLine(day_of(row.contact.started_at), spent_at(row.contact), row.contact) for row in rows
    ]


def _written(team_id: UUID, staff_member_id: UUID, monday: dt.date) -> list[TimeLine]:
    entries = time_entries_of(team_id, monday, monday + LAST_DAY, staff_member_id=staff_member_id)
    return [
        TimeLine(one.worked_on, Spent(**{SPENT_ON[TimeKind(one.kind)]: one.minutes}), one)
        for one in entries
    ]


def _learned(team_id: UUID, staff_member_id: UUID, monday: dt.date) -> list[TimeLine]:
    rows = TrainingParticipant.objects.filter(
        team_id=team_id,
        staff_member_id=staff_member_id,
        training__held_on__range=(monday, monday + LAST_DAY),
    ).select_related("training")
    return [
        TimeLine(
            row.training.held_on,
            Spent(learning=int(row.training.hours * MINUTES_IN_AN_HOUR)),
            row.training,
        )
        for row in rows
    ]


def spent_at(contact: Contact) -> Spent:
    """A call to a partner is work for the citizen, not time with them."""
    direct, travel = contact.direct_minutes, contact.travel_minutes
    if contact.kind in WITH_OTHERS:
        return Spent(coordination=direct, travel=travel)
    return Spent(direct=direct, travel=travel)


def _moment(line: TimeLine) -> dt.datetime:
    """Contacts by when they were; the rest, which says no hour, before them."""
    if isinstance(line.source, Contact):
        return line.source.started_at
    return start_of(line.day)
