"""Timer og dækning: a team's week for its members, and its figures for its manager."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from hjemmebane.design.navigation import Link
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.domain.teams.queries import function_titles
from hjemmebane.domain.workload.calculations.caseload import Caseload, full_time_equivalents
from hjemmebane.domain.workload.calculations.hours import Spent, WeekHours
from hjemmebane.domain.workload.queries import (
    MemberWeek,
    TeamWeek,
    another_week,
    caseload_of,
    figures_of,
    needs_of,
    stranded_in,
    team_week,
)
from hjemmebane.faces.staff.calls.pages import calls_in_words
from hjemmebane.faces.staff.facts import Fact, stated
from hjemmebane.faces.staff.switching import address_in, switch
from hjemmebane.faces.staff.workload.pages.handing import stranded_link
from hjemmebane.faces.staff.workload.pages.needs import NeedRow, need_row
from hjemmebane.faces.staff.workload.pages.own_week import address
from hjemmebane.faces.staff.workload.pages.weeks import PAGE, ShownWeek
from hjemmebane.faces.staff.workload.pages.wording import (
    by_kind,
    caseload_in_words,
    days_left_in_words,
    functions_in_words,
    gap_in_words,
    hours,
    hours_spent,
    left_in_words,
    left_name,
    places_in_words,
    spent_in_words,
    sum_of_week,
    tenths,
    weight_in_words,
)
from hjemmebane.faces.staff.workload.pages.written import absences_of, entries_of


@dataclass(frozen=True)
class Figures:
    """The team's week in sums; `spent` is empty where it is not the reader's to know.

    left: empty for a manager, to whom no appointment is visible. Positions, caseload and the
    functions are those of today, and empty in another week.
    """

    available: str
    planned: str
    left: str
    left_name: str
    left_note: str
    spent: Sequence[tuple[str, str]]
    positions: str = ""
    caseload: str = ""
    caseload_note: str = ""
    caseload_words: str = ""
    weight_words: str = ""
    is_over: bool = False
    uncovered: Sequence[str] = ()
    unattended: Sequence[str] = ()
    gaps: Sequence[str] = ()


@dataclass(frozen=True)
class MemberRow:
    """One member's week in words; `facts` are (name, words).

    week_url: their week in sums, for who coordinates the team.
    """

    name: str
    role: str
    summary: str
    facts: Sequence[Fact]
    is_short: bool
    is_away: bool
    week_url: str = ""


@dataclass(frozen=True)
class HoursPage:
    """Without what is told of somebody for a manager, who sees figures only.

    stranded: what stands with whom who is not there, and the way to give it on.
    whole: the week of all together, (name, words).
    is_used_up: the present week has no working day left.
    calls: how fast the team came when it was called.
    """

    team: Team
    week: ShownWeek
    figures: Figures
    switch: Sequence[Link]
    stranded: Sequence[Link] = ()
    members: Sequence[MemberRow] = ()
    whole: Sequence[Fact] = ()
    needs: Sequence[NeedRow] = ()
    absences: Sequence[Link] = ()
    entries: Sequence[Link] = ()
    citizen_ids: Sequence[UUID] = ()
    is_used_up: bool = False
    calls: str = ""

    @property
    def entries_label(self) -> str:
        count = len(self.entries)
        return "1 gang er skrevet" if count == 1 else f"{count} gange er skrevet"

    @property
    def absences_title(self) -> str:
        return "Fravær nu og frem" if self.week.is_this else f"Fravær i {self.week.number}"

    @property
    def before(self) -> Link:
        return self.week.before(self.team)

    @property
    def after(self) -> Link:
        return self.week.after(self.team)

    @property
    def present_url(self) -> str:
        return address_in(self.team, PAGE)

    @property
    def absence_url(self) -> str:
        return address_in(self.team, "staff:workload:absence_new")

    @property
    def own_week_url(self) -> str:
        return address(self.team, monday=self.week.monday)

    @property
    def time_url(self) -> str:
        return address_in(self.team, "staff:workload:time_new")


def managers_page(
    team: Team, teams: Sequence[Team], shown: ShownWeek, *, at: dt.datetime
) -> HoursPage | None:
    """The sums of a team; None when they are not for the reader.

    What the time went to is told of the present week only: an earlier one may have had so few
    citizens that it would be told about one of them.
    """
    week = _week(team, shown, at=at)
    told = figures_of(week)
    if told is None:
        return None
    spent = told.spent if shown.is_this else None
    return HoursPage(
        team=team,
        week=shown,
        figures=_figures(week, shown, told.caseload, spent, left=None),
        switch=switch(team, teams, PAGE),
        calls=calls_in_words(team, at),
    )


def members_page(
    team: Team,
    teams: Sequence[Team],
    shown: ShownWeek,
    me: StaffMember,
    *,
    may_mend: bool,
    at: dt.datetime,
) -> HoursPage:
    """The team's week with its members and citizens; `may_mend` the absences of all.

    The citizens and what is to be given on are as they are today, so not on another week's page.
    """
    week, courses = _week(team, shown, at=at), list(open_courses(team.pk))
    stranded = stranded_in(team, at=at) if shown.is_this else []
    needs = needs_of(courses, at=at) if shown.is_this else []
    rows = [need_row(need, week, at=at) for need in needs]
    return HoursPage(
        team=team,
        week=shown,
        figures=_figures(week, shown, caseload_of(courses, week), week.spent, left=week.left),
        switch=switch(team, teams, PAGE),
        calls=calls_in_words(team, at),
        stranded=[stranded_link(one, team) for one in stranded],
        members=[_member(one, week, shown, may_mend=may_mend) for one in week.members],
        whole=_facts(week, week, shown),
        needs=sorted(rows, key=lambda row: not row.is_below),
        absences=absences_of(week, shown, me, may_mend=may_mend),
        entries=entries_of(week, shown, me, may_mend=may_mend),
        citizen_ids=[need.course.citizen_id for need in needs],
        is_used_up=shown.is_this and week.is_over,
    )


def _week(team: Team, shown: ShownWeek, *, at: dt.datetime) -> TeamWeek:
    return team_week(team, at=at) if shown.is_this else another_week(team, shown.monday, at=at)


def _figures(
    week: TeamWeek,
    shown: ShownWeek,
    caseload: Caseload,
    spent: Spent | None,
    *,
    left: Decimal | None,
) -> Figures:
    all_hours, figure = week.hours, caseload.per_full_time
    figures = Figures(
        available=tenths(all_hours.available),
        planned=sum_of_week(all_hours) if all_hours.planned != all_hours.available else "",
        left="" if left is None else tenths(abs(left)),
        left_name=left_name(week.left, is_over=week.is_over),
        left_note=days_left_in_words(week.days_left),
        spent=[(word, told) for word, _, told in by_kind(spent)] if spent else [],
    )
    if not shown.is_this:
        return figures
    return replace(
        figures,
        positions=tenths(full_time_equivalents(week.executing_hours + week.coordination_hours)),
        caseload="–" if figure is None else tenths(figure),
        caseload_note=places_in_words(caseload),
        caseload_words=caseload_in_words(caseload),
        weight_words=weight_in_words(caseload),
        is_over=figure is not None and figure > caseload.ceiling,
        uncovered=function_titles(week.team, week.uncovered),
        unattended=function_titles(week.team, week.unattended),
        gaps=[gap_in_words(week.team, gap) for gap in week.gaps],
    )


def _member(member: MemberWeek, week: TeamWeek, shown: ShownWeek, *, may_mend: bool) -> MemberRow:
    left, who = left_in_words(member.left, is_over=week.is_over), member.staff_member
    return MemberRow(
        name=who.name,
        role=functions_in_words(member.membership),
        summary=f"{left} af {hours(member.hours.available)}" if member.left > 0 else left,
        facts=_facts(member, week, shown),
        is_short=member.left < 0 and not week.is_over,
        is_away=shown.is_this and member.is_away(shown.today),
        week_url=address(week.team, monday=shown.monday, who=who) if may_mend else "",
    )


def _facts(one: MemberWeek | TeamWeek, week: TeamWeek, shown: ShownWeek) -> list[Fact]:
    """What a member, or the team as a whole, has of hours in the week and what they went to."""
    kinds, is_over = _kinds(one.hours), week.is_over
    ahead = "Aftaler resten af ugen" if shown.is_this else "Aftaler i ugen"
    return stated(
        (
            ("Timer", f"{sum_of_week(one.hours)}{f' ({kinds})' if kinds else ''}"),
            ("Brugt", spent_in_words(one.spent) or ("Intet" if is_over else "Intet endnu")),
            (ahead, "" if shown.is_past else hours_spent(one.agreed_minutes)),
            (left_name(one.left, is_over=is_over), hours(abs(one.left))),
        )
    )


def _kinds(planned: WeekHours) -> str:
    """“udførende”, “2 udførende, 7 koordinerende”."""
    if not planned.coordination:
        return "udførende" if planned.executing else ""
    return f"{tenths(planned.executing)} udførende, {tenths(planned.coordination)} koordinerende"
