"""The steering group as it is shown: what stands open, and one meeting."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.meetings.choices import SteeringPointKind
from hjemmebane.domain.meetings.models import SteeringGroupMeeting, SteeringPoint
from hjemmebane.domain.meetings.queries import (
    open_steering_points,
    points_carried_to,
    points_raised_at,
    steering_attendances_of,
    steering_meetings_of,
)
from hjemmebane.domain.method.content.entries import Agenda
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.switching import address_in, switch
from hjemmebane.foundation.written import written_day

AGENDA = "STEERING"
SHOWN = 24
TITLES = {
    SteeringPointKind.AGREEMENT: "Aftaler",
    SteeringPointKind.OBSTACLE: "Forhindringer",
}


@dataclass(frozen=True)
class PointOnPage:
    """A point in words. `meta`: “Jobcentret · senest 3. maj 2026”."""

    point: SteeringPoint
    label: str
    meta: str
    raised: str
    is_overdue: bool

    @property
    def handled(self) -> str:
        return f"Håndteret {written_day(self.point.handled_on)}" if self.point.handled_on else ""


@dataclass(frozen=True)
class Group:
    """All the agreements, or all the obstacles."""

    title: str
    points: Sequence[PointOnPage]


@dataclass(frozen=True)
class SteeringPage:
    team: Team
    agenda: Agenda
    groups: Sequence[Group]
    meetings: Sequence[Link]
    new_url: str
    switch: Sequence[Link]


@dataclass(frozen=True)
class SteeringMeetingPage:
    """`present`: names and roles, those with a login first."""

    meeting: SteeringGroupMeeting
    title: str
    present: Sequence[str]
    raised: Sequence[Group]
    carried: Sequence[Group]
    back: str


def steering_page(team: Team, teams: Sequence[Team], *, today: dt.date) -> SteeringPage:
    return SteeringPage(
        team=team,
        agenda=pack(team.method_pack).agenda(AGENDA),
        groups=grouped(open_steering_points(team.pk), today),
        meetings=[
            Link(title_of(one), reverse("staff:steering:meeting", args=[one.pk]))
            for one in steering_meetings_of(team.pk)[:SHOWN]
        ],
        new_url=address_in(team, "staff:steering:new"),
        switch=switch(team, teams, "staff:steering:page"),
    )


def steering_meeting_page(meeting: SteeringGroupMeeting, *, today: dt.date) -> SteeringMeetingPage:
    attendances = steering_attendances_of(meeting.pk)
    staff = [f"{one.staff_member.name}, {one.staff_member.profession}" for one in attendances]
    return SteeringMeetingPage(
        meeting=meeting,
        title=title_of(meeting),
        present=[*staff, *meeting.others],
        raised=grouped(points_raised_at(meeting), today),
        carried=grouped(points_carried_to(meeting), today),
        back=address_in(meeting.team, "staff:steering:page"),
    )


def title_of(meeting: SteeringGroupMeeting) -> str:
    return f"Styregruppe {written_day(meeting.held_on)}"


def grouped(points: Iterable[SteeringPoint], today: dt.date) -> list[Group]:
    """Agreements and obstacles, those there are."""
    shown = [point_on_page(point, today) for point in points]
    groups = [
        Group(title, [one for one in shown if one.point.kind == kind])
        for kind, title in TITLES.items()
    ]
    return [group for group in groups if group.points]


def point_on_page(point: SteeringPoint, today: dt.date) -> PointOnPage:
    due = f"senest {written_day(point.due_on)}" if point.due_on else ""
    return PointOnPage(
        point=point,
        label=point.get_kind_display(),
        meta=" · ".join(filter(None, [point.who, due])) or "Ingen har taget den endnu",
        raised=f"Fra mødet {written_day(point.meeting.held_on)}",
        is_overdue=bool(point.is_open and point.due_on and point.due_on < today),
    )
