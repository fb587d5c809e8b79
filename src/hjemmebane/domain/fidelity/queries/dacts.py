"""A team's log as DACTS reads it; as many queries for ninety citizens as for one.

Under row-level security only the team's own members find the citizens' part of it.
"""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet

from hjemmebane.domain.contacts.models import Contact, ContactStaff
from hjemmebane.domain.courses.choices import LifeEventKind
from hjemmebane.domain.courses.models import Course, Ending, Hold, LifeEvent
from hjemmebane.domain.fidelity.calculations.dacts_log import (
    DactsLog,
    MeetingLog,
    MemberLog,
    ServedLog,
    StayLog,
    window_of,
)
from hjemmebane.domain.fidelity.calculations.log import ContactLog
from hjemmebane.domain.fidelity.queries.sources import ByCourse, gathered
from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.domain.meetings.models import MeetingItem, TeamMeeting
from hjemmebane.domain.method.content.dacts import OF_MONTHS, DactsItem
from hjemmebane.domain.method.queries import dacts
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import Team, TeamMembership
from hjemmebane.domain.workload.calculations.hours import DAY
from hjemmebane.domain.workload.calculations.intensity import Span
from hjemmebane.domain.workload.queries.time import start_of
from hjemmebane.foundation.clock import day_of


def dacts_log(team: Team, *, today: dt.date) -> DactsLog:
    """All that the computed items look at."""
    lately, long_ago = _reach(today)
    told = ("pk", "citizen_id", "started_on", "ended_on")
    rows = list(Course.objects.filter(team_id=team.pk).order_by("pk").values_list(*told))
    near = [key for key, _, _, ended_on in rows if ended_on is None or ended_on >= long_ago]
    reasons = dict(
        Ending.objects.filter(course__team_id=team.pk).values_list("course_id", "reason")
    )
    stays, holds = _stays(near), _holds(near)
    contacts = _contacts(near, lately, admitted=list(stays), long_ago=long_ago)
    return DactsLog(
        today=today,
        members=_members(team.pk),
        courses=[
            ServedLog(
                key=key,
                citizen_id=citizen_id,
                started_on=started_on,
                ended_on=ended_on,
                ended_because=reasons.get(key, "") if ended_on else "",
                holds=holds.get(key, ()),
                contacts=contacts.get(key, ()),
                stays=stays.get(key, ()),
            )
            for key, citizen_id, started_on, ended_on in rows
        ],
        meetings=_meetings(team.pk, lately),
    )


def _reach(today: dt.date) -> tuple[dt.date, dt.date]:
    """How far back contacts are read: of everybody, and of those who were in hospital."""
    items = [item for item in dacts().items if item.formula]
    weeks = [window_of(item, today).first for item in items if item.weeks]
    stays = [
        window_of(item, today).first - DAY * item.limit for item in items if _is_of_stays(item)
    ]
    return min(weeks), min(stays)


def _is_of_stays(item: DactsItem) -> bool:
    return item.formula in OF_MONTHS and item.limit > 0


def _members(team_id: UUID) -> list[MemberLog]:
    return [
        MemberLog(
            staff_id=one.staff_member_id,
            profession=one.profession,
            leads=CoreFunction.COORDINATION in one.core_functions,
            hours=one.executing_hours + one.coordination_hours,
            from_on=one.from_on,
            until_on=one.until_on,
        )
        for one in TeamMembership.objects.filter(team_id=team_id).order_by("from_on", "pk")
    ]


def _holds(course_ids: Sequence[UUID]) -> ByCourse[Span]:
    rows = Hold.objects.filter(course_id__in=course_ids).order_by("from_on")
    return gathered(rows.values_list("course_id", "from_on", "until_on"), Span)


def _stays(course_ids: Sequence[UUID]) -> ByCourse[StayLog]:
    rows = LifeEvent.objects.filter(course_id__in=course_ids, kind=LifeEventKind.ADMISSION)
    told = rows.order_by("from_on", "pk").values_list("course_id", "from_on", "until_on")
    return gathered(told, StayLog)


def _contacts(
    course_ids: Sequence[UUID], lately: dt.date, *, admitted: Sequence[UUID], long_ago: dt.date
) -> ByCourse[ContactLog]:
    """Of everybody lately, and for longer of those who were in hospital."""
    staff = ContactStaff.objects.filter(contact_id=OuterRef("pk")).values("staff_member_id")
    told = ("course_id", "started_at", "kind", "outcome", "place", "direct_minutes")
    recent = Q(course_id__in=course_ids, started_at__gte=start_of(lately))
    around = Q(course_id__in=admitted, started_at__gte=start_of(long_ago))
    rows: QuerySet[Contact] = Contact.objects.filter(recent | around).order_by("started_at", "pk")

    def logged(
        at: dt.datetime, kind: str, outcome: str, place: str, minutes: int, who: Sequence[UUID]
    ) -> ContactLog:
        return ContactLog(at, day_of(at), kind, outcome, place, minutes, frozenset(who))

    return gathered(rows.values_list(*told, ArraySubquery(staff)), logged)


def _meetings(team_id: UUID, since: dt.date) -> list[MeetingLog]:
    """The closed board meetings, with the courses taken up at each."""
    seen = MeetingItem.objects.filter(meeting_id=OuterRef("pk"), taken_up_at__isnull=False)
    rows = TeamMeeting.objects.filter(
        team_id=team_id,
        kind=MeetingKind.BOARD,
        closed_at__isnull=False,
        opened_at__gte=start_of(since),
    )
    told = rows.order_by("opened_at", "pk").values_list(
        "opened_at", ArraySubquery(seen.values("course_id"))
    )
    return [MeetingLog(day_of(at), frozenset(courses)) for at, courses in told]
