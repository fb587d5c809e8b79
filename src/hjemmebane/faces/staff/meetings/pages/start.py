"""Before a meeting: the kinds there are, whose turn it is, and the meetings there were."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.meetings.calculations import (
    how_often,
    in_order_of_need,
    is_due,
    longest_since,
)
from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.domain.meetings.models import TeamMeeting
from hjemmebane.domain.meetings.queries import (
    kinds_of,
    last_held,
    meeting_title,
    meetings_of,
    points_now,
    situations_of,
    steering_meetings_of,
    waiting_for_treatment,
)
from hjemmebane.domain.method.content.entries import Agenda, AgendaItem
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.switching import address_in
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.spans import ago
from hjemmebane.foundation.written import written_day

EARLIER, STEERING = 12, "STEERING"


@dataclass(frozen=True)
class Expected:
    """A citizen as the list will have them, or may."""

    course: Course
    reason: str


@dataclass(frozen=True)
class Rhythm:
    """A kind of meeting: “Sidst: for 12 dage siden; hver 2. uge”, and whether it is time again."""

    link: Link
    since: str
    is_due: bool


@dataclass(frozen=True)
class StartPage:
    team: Team
    kind: MeetingKind
    today: dt.date
    agenda: Agenda
    points: Sequence[AgendaItem]
    agenda_url: str
    expected: Sequence[Expected]
    kinds: Sequence[Link]
    rhythms: Sequence[Rhythm]
    earlier: Sequence[Link]
    pages: Page
    query: str
    switch: Sequence[Link]

    @property
    def citizen_ids(self) -> list[UUID]:
        return [one.course.citizen_id for one in self.expected]

    @property
    def is_in_order(self) -> bool:
        """Whether everybody is taken up, in an order worth showing before."""
        return self.kind == MeetingKind.BOARD


def start_page(
    team: Team, teams: Sequence[Team], kind: MeetingKind, *, today: dt.date, number: str
) -> StartPage:
    """What is known before a meeting; `number` is the page of the minutes there were."""
    pages = Paginator(meetings_of(team.pk), EARLIER).get_page(number)
    return StartPage(
        team=team,
        kind=kind,
        today=today,
        agenda=pack(team.method_pack).agenda(kind),
        points=points_now(team, kind),
        agenda_url=address_of(team, kind, "agenda"),
        expected=expected(team, kind, today),
        kinds=[
            Link(called, address_of(team, one), current=one == kind)
            for one, called in kinds_of(team).items()
        ],
        rhythms=list(rhythms_of(team, today)),
        earlier=[earlier(meeting) for meeting in pages],
        pages=pages,
        query=f"{urlencode({'team': team.pk, 'slags': kind.value})}&",
        switch=[
            Link(one.name, address_of(one, kind), current=one.pk == team.pk)
            for one in (teams if len(teams) > 1 else ())
        ],
    )


def expected(team: Team, kind: MeetingKind, today: dt.date) -> list[Expected]:
    """The team's citizens in the order of the kind: need, the longest wait, or the alphabet."""
    courses = {course.pk: course for course in open_courses(team.pk)}
    if kind == MeetingKind.SPARRING:
        return [Expected(course, "") for course in courses.values()]
    if kind == MeetingKind.BOARD:
        turns = in_order_of_need(situations_of(team.pk), today=today)
        return [Expected(courses[one.course_id], ". ".join(one.reasons)) for one in turns]
    suggested = longest_since(
        waiting_for_treatment(team.pk),
        every_days=pack(team.method_pack).agenda(kind).days_between_citizens,
        today=today,
    )
    return [Expected(courses[one.course_id], one.reason.lower()) for one in suggested]


def rhythms_of(team: Team, today: dt.date) -> Iterator[Rhythm]:
    """Each kind of meeting, and the steering group; two queries."""
    held = last_held(team.pk)
    for kind in kinds_of(team):
        last_on = day_of(held[kind]) if kind in held else None
        yield rhythm_of(team, kind, address_of(team, kind), last_on, today)
    steering = steering_meetings_of(team.pk).first()
    last_on = steering.held_on if steering else None
    yield rhythm_of(team, STEERING, address_in(team, "staff:steering:page"), last_on, today)


def rhythm_of(team: Team, code: str, url: str, last_on: dt.date | None, today: dt.date) -> Rhythm:
    """How often the method has it, and when it was last held."""
    agenda = pack(team.method_pack).agenda(code)
    since = f"Sidst: {ago((today - last_on).days)}" if last_on else "Ikke holdt endnu"
    return Rhythm(
        link=Link(agenda.title, url),
        since=f"{since}; {how_often(agenda.every_days)}",
        is_due=is_due(last_on, every_days=agenda.every_days, today=today),
    )


def earlier(meeting: TeamMeeting) -> Link:
    """“Sparring 3. maj 2026: Når døren er lukket”."""
    when = f"{meeting_title(meeting)} {written_day(day_of(meeting.opened_at))}"
    when += " (i gang)" if meeting.is_open else ""
    label = f"{when}: {meeting.theme}" if meeting.theme else when
    return Link(label, reverse("staff:meetings:meeting", args=[meeting.pk]))


def address_of(team: Team, kind: MeetingKind, page: str = "page") -> str:
    """Where a meeting of the kind begins, or another page about the kind."""
    asked = urlencode({"team": team.pk, "slags": kind.value})
    return f"{reverse(f'staff:meetings:{page}')}?{asked}"
