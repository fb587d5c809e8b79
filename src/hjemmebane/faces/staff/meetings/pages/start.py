"""Before the meeting: in which order the citizens come, and the meetings there were."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.meetings.calculations import in_order_of_need
from hjemmebane.domain.meetings.queries import meetings_of, points_now, situations_of
from hjemmebane.domain.method.content.entries import Agenda, AgendaItem
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.switching import address_in
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

EARLIER = 12


@dataclass(frozen=True)
class Expected:
    """A citizen as the list will have them."""

    course: Course
    reasons: Sequence[str]


@dataclass(frozen=True)
class StartPage:
    team: Team
    agenda: Agenda
    points: Sequence[AgendaItem]
    agenda_url: str
    expected: Sequence[Expected]
    earlier: Sequence[Link]
    switch: Sequence[Link]

    @property
    def citizen_ids(self) -> list[UUID]:
        return [one.course.citizen_id for one in self.expected]


def start_page(team: Team, teams: Sequence[Team], *, today: dt.date) -> StartPage:
    courses = {course.pk: course for course in open_courses(team.pk)}
    turns = in_order_of_need(situations_of(team.pk), today=today)
    page_url = reverse("staff:meetings:page")
    return StartPage(
        team=team,
        agenda=pack(team.method_pack).agenda("BOARD"),
        points=points_now(team, "BOARD"),
        agenda_url=address_in(team, "staff:meetings:agenda"),
        expected=[Expected(courses[turn.course_id], turn.reasons) for turn in turns],
        earlier=[
            Link(
                f"Tavlemøde {written_day(day_of(meeting.opened_at))}",
                reverse("staff:meetings:meeting", args=[meeting.pk]),
            )
            for meeting in meetings_of(team.pk)[:EARLIER]
        ],
        switch=[
            Link(one.name, f"{page_url}?team={one.pk}", current=one.pk == team.pk)
            for one in (teams if len(teams) > 1 else ())
        ],
    )
