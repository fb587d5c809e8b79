"""What a team's week went to and what is agreed ahead: by staff member, and by citizen."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import BigIntegerField, Sum, Value
from django.db.models.functions import Cast

from hjemmebane.domain.contacts.calculations import Slot
from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import Appointment, ContactStaff
from hjemmebane.domain.contacts.queries import WITH_OTHERS
from hjemmebane.domain.teams.models import Team, TrainingParticipant
from hjemmebane.domain.workload.calculations.hours import DAY, Spent
from hjemmebane.domain.workload.choices import TimeKind
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.domain.workload.queries.time import LEARNED, start_of

LAST_DAY = DAY * 6
SPENT_ON = {
    TimeKind.COORDINATION: "coordination",
    TimeKind.MEETING: "meeting",
    TimeKind.LEARNING: "learning",
    TimeKind.TRAVEL: "travel",
}


@dataclass(frozen=True)
class Spending:
    """The minutes of a week by staff member, and those of them that were about a course.

    What is agreed is what is still to come in the week.
    """

    of_staff: Mapping[UUID, Spent] = field(default_factory=dict)
    on_course: Mapping[UUID, Spent] = field(default_factory=dict)
    agreed_by_staff: Mapping[UUID, int] = field(default_factory=dict)
    agreed_on_course: Mapping[UUID, int] = field(default_factory=dict)


def spending_of(team: Team, monday: dt.date, *, at: dt.datetime) -> Spending:
    """Three queries. Two who went together both spent the time."""
    of_staff: dict[UUID, Spent] = defaultdict(Spent)
    on_course: dict[UUID, Spent] = defaultdict(Spent)
    for who, course, spent in _met(team, monday):
        of_staff[who] += spent
        on_course[course] += spent
    for who, spent in _written(team, monday):
        of_staff[who] += spent
    by_staff: dict[UUID, int] = defaultdict(int)
    on_course_ahead: dict[UUID, int] = defaultdict(int)
    for who, course, minutes in _agreed(team, monday, at=at):
        by_staff[who] += minutes
        on_course_ahead[course] += minutes
    return Spending(of_staff, on_course, by_staff, on_course_ahead)


def _met(team: Team, monday: dt.date) -> list[tuple[UUID, UUID, Spent]]:
    """The minutes of the week's contacts, by staff member and course."""
    rows = (
        ContactStaff.objects.filter(
            course__team_id=team.pk,
            contact__started_at__gte=start_of(monday),
            contact__started_at__lt=start_of(monday + LAST_DAY + DAY),
        )
        .values_list("staff_member_id", "course_id", "contact__kind")
        .annotate(Sum("contact__direct_minutes"), Sum("contact__travel_minutes"))
    )
    return [
        # A call to a partner is work for the citizen, not time with them.
        (who, course, Spent(coordination=direct, travel=travel))
        if kind in WITH_OTHERS
        else (who, course, Spent(direct=direct, travel=travel))
        for who, course, kind, direct, travel in rows
    ]


def _written(team: Team, monday: dt.date) -> list[tuple[UUID, Spent]]:
    """The week's minutes that belong to no contact, by staff member: written, and learned at."""
    week = (monday, monday + LAST_DAY)
    written = (
        TimeEntry.objects.filter(team=team, worked_on__range=week)
        .values_list("staff_member_id", "kind")
        .annotate(spent=Cast(Sum("minutes"), BigIntegerField()))
    )
    learned = (
        TrainingParticipant.objects.filter(team=team, training__held_on__range=week)
        .values_list("staff_member_id", Value(TimeKind.LEARNING.value))
        .annotate(spent=LEARNED)
    )
    rows = written.union(learned, all=True)
    return [(who, Spent(**{SPENT_ON[TimeKind(kind)]: minutes})) for who, kind, minutes in rows]


def _agreed(team: Team, monday: dt.date, *, at: dt.datetime) -> list[tuple[UUID, UUID, int]]:
    """The minutes of each appointment that is still to come in the week."""
    coming = Appointment.objects.filter(
        course__team_id=team.pk,
        status=AppointmentStatus.PLANNED,
        starts_at__gt=at,
        starts_at__gte=start_of(monday),
        starts_at__lt=start_of(monday + LAST_DAY + DAY),
    )
    rows = coming.values_list("staff_member_id", "course_id", "starts_at", "ends_at")
    return [(who, course, Slot(begin, end).minutes) for who, course, begin, end in rows]
