"""Mine timer: one's own week day by day, each line leading to what it comes from."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format

from hjemmebane.design.navigation import Link
from hjemmebane.domain.contacts.models import Contact
from hjemmebane.domain.teams.models import StaffMember, Team, TrainingRecord
from hjemmebane.domain.workload.calculations.days import by_day, in_all
from hjemmebane.domain.workload.calculations.hours import Spent
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.domain.workload.queries import (
    MemberWeek,
    TimeLine,
    another_week,
    team_week,
    time_lines,
)
from hjemmebane.faces.staff.contacts.pages.entries import title_of
from hjemmebane.faces.staff.facts import Fact, stated
from hjemmebane.faces.staff.switching import switch
from hjemmebane.faces.staff.workload.pages.weeks import WEEK, ShownWeek
from hjemmebane.faces.staff.workload.pages.wording import clock, kinds_of, spent_by_clock
from hjemmebane.foundation.written import written_time

PAGE = "staff:workload:own_week"
# What the form for time is told, so that it leads back here.
FROM_HERE = "uge"
COURSE = "forloeb"


@dataclass(frozen=True)
class Line:
    """Something time went to. url: where it comes from; edit_url: where it is corrected."""

    label: str
    spent: str
    url: str
    edit_url: str


@dataclass(frozen=True)
class DayOfWeek:
    """A day with its sums; lines are empty where they are not the reader's to see."""

    name: str
    cells: Sequence[tuple[str, str]]
    all: str
    lines: Sequence[Line]
    add_url: str


@dataclass(frozen=True)
class OwnWeekPage:
    """colleague: whose week it is, when it is not one's own; then there are sums and no lines."""

    team: Team
    week: ShownWeek
    facts: Sequence[Fact]
    kinds: Sequence[str]
    days: Sequence[DayOfWeek]
    sums: Sequence[tuple[str, str]]
    all: str
    switch: Sequence[Link]
    before: Link
    after: Link
    present_url: str
    citizen_ids: Sequence[UUID]
    colleague: str = ""


def own_week_page(
    team: Team,
    teams: Sequence[Team],
    shown: ShownWeek,
    who: StaffMember,
    *,
    is_own: bool,
    at: dt.datetime,
) -> OwnWeekPage:
    """The week of one of a team's members. Eight queries, whatever there is in it."""
    lines = time_lines(team.pk, who.pk, shown.monday)
    sums = by_day(((one.day, one.spent) for one in lines), shown.monday)
    whole, told = in_all(sums.values()), lines if is_own else []
    return OwnWeekPage(
        team=team,
        week=shown,
        facts=_facts(_member(team, shown, who, at=at), whole),
        kinds=[word for word, _ in kinds_of(whole)],
        days=[
            _day(day, spent, lines if is_own else [], team, shown) for day, spent in sums.items()
        ],
        sums=_cells(whole),
        all=clock(whole.minutes),
        switch=switch(team, teams, PAGE) if is_own else [],
        before=_link(team, shown.monday - WEEK, None if is_own else who),
        after=_link(team, shown.monday + WEEK, None if is_own else who),
        present_url=address(team, who=None if is_own else who),
        citizen_ids=list(_citizens(told)),
        colleague="" if is_own else who.name,
    )


def address(team: Team, *, monday: dt.date | None = None, who: StaffMember | None = None) -> str:
    """The page of a week, this one unless told, of oneself or a colleague."""
    given: dict[str, object] = {"team": team.pk}
    if monday:
        year, week, _ = monday.isocalendar()
        given["uge"] = f"{year}-W{week:02}"
    if who:
        given["kollega"] = who.pk
    return f"{reverse(PAGE)}?{urlencode(given)}"


def _link(team: Team, monday: dt.date, who: StaffMember | None) -> Link:
    label = f"Uge {monday.isocalendar().week}"
    return Link(label, address(team, monday=monday, who=who))


def _member(
    team: Team, shown: ShownWeek, who: StaffMember, *, at: dt.datetime
) -> MemberWeek | None:
    week = team_week(team, at=at) if shown.is_this else another_week(team, shown.monday, at=at)
    return next((one for one in week.members if one.staff_member == who), None)


def _facts(member: MemberWeek | None, whole: Spent) -> list[Fact]:
    """The week's hours beside what they went to; without hours only what they went to."""
    if member is None:
        return stated((("Brugt i alt", clock(whole.minutes)),))
    hours = int((member.hours.available * 60).to_integral_value(ROUND_HALF_UP))
    planned = int((member.hours.planned * 60).to_integral_value(ROUND_HALF_UP))
    left = hours - whole.minutes
    away = f" ({clock(planned)} uden fravær og helligdage)" if planned != hours else ""
    return stated(
        (
            ("Ugens timer", f"{clock(hours)}{away}"),
            ("Brugt i alt", clock(whole.minutes)),
            ("For meget" if left < 0 else "Ikke brugt", clock(abs(left))),
        )
    )


def _day(
    day: dt.date, spent: Spent, lines: Sequence[TimeLine], team: Team, shown: ShownWeek
) -> DayOfWeek:
    given = urlencode({"team": team.pk, "fra": FROM_HERE, "dag": day.isoformat()})
    name = date_format(day, "l j. F")
    return DayOfWeek(
        name=name[0].upper() + name[1:],
        cells=_cells(spent),
        all=clock(spent.minutes),
        lines=[_line(one) for one in lines if one.day == day],
        add_url=f"{reverse('staff:workload:time_new')}?{given}" if day <= shown.today else "",
    )


def _cells(spent: Spent) -> list[tuple[str, str]]:
    return [(word, clock(minutes) if minutes else "") for word, minutes in kinds_of(spent)]


def _line(line: TimeLine) -> Line:
    told, source = spent_by_clock(line.spent), line.source
    if isinstance(source, Contact):
        return _of_contact(source, told)
    if isinstance(source, TrainingRecord):
        url = reverse("staff:teams:training_edit", args=[source.pk])
        return Line(f"{source.get_kind_display()}: {source.about[:80]}", told, "", url)
    kind = source.get_kind_display()
    label = f"{kind}: {source.note}" if source.note else str(kind)
    return Line(label, told, _meeting_url(source), _edit_url(source))


def _of_contact(contact: Contact, told: str) -> Line:
    course = contact.course
    asked = "" if course.is_open else f"?{COURSE}={course.pk}"
    page = reverse("staff:contacts:page", args=[course.citizen_id])
    edit = reverse("staff:contacts:edit", args=[course.citizen_id, contact.pk])
    label = f"{written_time(contact.started_at)} {title_of(contact)}: {course.citizen}"
    return Line(label[0].upper() + label[1:], told, f"{page}{asked}", f"{edit}{asked}")


def _meeting_url(entry: TimeEntry) -> str:
    meeting = entry.meeting_id
    return reverse("staff:meetings:meeting", args=[meeting]) if meeting else ""


def _edit_url(entry: TimeEntry) -> str:
    return f"{reverse('staff:workload:time_edit', args=[entry.pk])}?fra={FROM_HERE}"


def _citizens(lines: Sequence[TimeLine]) -> dict[UUID, None]:
    return {one.source.course.citizen_id: None for one in lines if isinstance(one.source, Contact)}
