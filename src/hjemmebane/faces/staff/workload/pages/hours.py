"""Timer og dækning: a team's week for its members, and its figures for its manager."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.teams.models import Absence, StaffMember, Team
from hjemmebane.domain.workload.calculations.caseload import Caseload, full_time_equivalents
from hjemmebane.domain.workload.calculations.hours import DAY, Spent, WeekHours
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.domain.workload.queries import (
    MemberWeek,
    TeamWeek,
    caseload_of,
    figures_of,
    needs_of,
    stranded_in,
    team_week,
    time_entries_of,
)
from hjemmebane.faces.staff.facts import stated
from hjemmebane.faces.staff.moments import minutes
from hjemmebane.faces.staff.switching import address_in, switch
from hjemmebane.faces.staff.workload.pages.handing import stranded_link
from hjemmebane.faces.staff.workload.pages.needs import NeedRow, need_row
from hjemmebane.faces.staff.workload.pages.wording import (
    by_kind,
    caseload_in_words,
    functions_in_words,
    gap_in_words,
    hours,
    hours_spent,
    left_in_words,
    places_in_words,
    spent_in_words,
    tenths,
)
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

PAGE = "staff:workload:page"


@dataclass(frozen=True)
class Figures:
    """The team's week in sums; `spent` is empty where there are too few citizens to tell it.

    left: empty for a manager, to whom no appointment is visible.
    """

    week: str
    available: str
    away: str
    left: str
    positions: str
    caseload: str
    caseload_note: str
    caseload_words: str
    is_over: bool
    uncovered: Sequence[str]
    unattended: Sequence[str]
    gaps: Sequence[str]
    spent: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class MemberRow:
    """One member's week in words; `facts` are (name, words)."""

    name: str
    role: str
    summary: str
    facts: Sequence[tuple[str, str]]
    is_short: bool
    is_away: bool


@dataclass(frozen=True)
class HoursPage:
    """Without what is told of somebody for a manager, who sees figures only.

    stranded: what stands with whom who is not there, and the way to give it on.
    whole: the week of all together, (name, words).
    """

    team: Team
    figures: Figures
    switch: Sequence[Link]
    stranded: Sequence[Link] = ()
    members: Sequence[MemberRow] = ()
    whole: Sequence[tuple[str, str]] = ()
    needs: Sequence[NeedRow] = ()
    absences: Sequence[Link] = ()
    entries: Sequence[Link] = ()
    citizen_ids: Sequence[UUID] = ()

    @property
    def entries_label(self) -> str:
        count = len(self.entries)
        return "1 gang er skrevet" if count == 1 else f"{count} gange er skrevet"

    @property
    def absence_url(self) -> str:
        return address_in(self.team, "staff:workload:absence_new")

    @property
    def time_url(self) -> str:
        return address_in(self.team, "staff:workload:time_new")


def managers_page(team: Team, teams: Sequence[Team], *, at: dt.datetime) -> HoursPage | None:
    """The sums of a team; None when they are not for the reader."""
    week = team_week(team, at=at)
    told = figures_of(week)
    if told is None:
        return None
    figures = _figures(week, told.caseload, told.spent, left=None)
    return HoursPage(team, figures, switch(team, teams, PAGE))


def members_page(
    team: Team, teams: Sequence[Team], me: StaffMember, *, may_mend: bool, at: dt.datetime
) -> HoursPage:
    """The team's week with its members and citizens; `may_mend` the absences of all."""
    week, courses = team_week(team, at=at), list(open_courses(team.pk))
    today, stranded = day_of(at), stranded_in(team, at=at)
    needs = [need_row(need, week, at=at) for need in needs_of(courses, at=at)]
    return HoursPage(
        team=team,
        figures=_figures(week, caseload_of(courses, week), week.spent, left=week.left),
        switch=switch(team, teams, PAGE),
        stranded=[stranded_link(one, team) for one in stranded],
        members=[_member(one, today) for one in week.members],
        whole=_facts(week.hours, week.spent, _agreed(week), week.left),
        needs=sorted(needs, key=lambda row: not row.is_below),
        absences=_absences(week, me, today, may_mend=may_mend),
        entries=_entries(week, me, may_mend=may_mend),
        citizen_ids=[course.citizen_id for course in courses],
    )


def _figures(
    week: TeamWeek, caseload: Caseload, spent: Spent | None, *, left: Decimal | None
) -> Figures:
    all_hours, figure = week.hours, caseload.per_full_time
    return Figures(
        week=_week(week.monday),
        available=tenths(all_hours.available),
        away=_taken(all_hours),
        left="" if left is None else tenths(left),
        positions=tenths(full_time_equivalents(week.executing_hours + week.coordination_hours)),
        caseload="–" if figure is None else tenths(figure),
        caseload_note=places_in_words(caseload),
        caseload_words=caseload_in_words(caseload),
        is_over=figure is not None and figure > caseload.ceiling,
        uncovered=[function.label for function in week.uncovered],
        unattended=[function.label for function in week.unattended],
        gaps=[gap_in_words(gap) for gap in week.gaps],
        spent=[(word, told) for word, _, told in by_kind(spent)] if spent else [],
    )


def _week(monday: dt.date) -> str:
    """“Uge 47, 16. november 2026 – 22. november 2026”."""
    last = written_day(monday + DAY * 6)
    return f"Uge {monday.isocalendar().week}, {written_day(monday)} – {last}"


def _agreed(week: TeamWeek) -> int:
    return sum(member.agreed_minutes for member in week.members)


def _member(member: MemberWeek, today: dt.date) -> MemberRow:
    left = left_in_words(member.left)
    return MemberRow(
        name=member.staff_member.name,
        role=functions_in_words(member.membership.core_functions),
        summary=f"{left} af {hours(member.hours.available)}" if member.left > 0 else left,
        facts=_facts(member.hours, member.spent, member.agreed_minutes, member.left),
        is_short=member.left < 0,
        is_away=member.is_away(today),
    )


def _facts(
    planned: WeekHours, spent: Spent, agreed_minutes: int, left: Decimal
) -> list[tuple[str, str]]:
    kinds = _kinds(planned)
    return stated(
        (
            ("Planlagt", f"{hours(planned.available)}{f' ({kinds})' if kinds else ''}"),
            ("Ikke til rådighed", _taken(planned)),
            ("Brugt", spent_in_words(spent) or "Intet endnu"),
            ("Aftaler resten af ugen", hours_spent(agreed_minutes)),
            ("Tilbage", left_in_words(left)),
        )
    )


def _kinds(planned: WeekHours) -> str:
    """“udførende”, “2 udførende, 7 koordinerende”."""
    if not planned.coordination:
        return "udførende" if planned.executing else ""
    return f"{tenths(planned.executing)} udførende, {tenths(planned.coordination)} koordinerende"


def _taken(planned: WeekHours) -> str:
    """“fravær 7,4 t., helligdag 7,4 t.”; empty when nothing took any."""
    parts = (("fravær", planned.away), ("helligdag", planned.holiday))
    return ", ".join(f"{word} {hours(number)}" for word, number in parts if number)


def _absences(week: TeamWeek, me: StaffMember, today: dt.date, *, may_mend: bool) -> list[Link]:
    """The team's absences of today and later; only one's own lead on, for a coordinator all."""
    return [
        Link(
            absence_in_words(one),
            reverse("staff:workload:absence_edit", args=[one.pk])
            if may_mend or one.staff_member_id == me.pk
            else "",
        )
        for one in week.absences
        if one.until_on is None or one.until_on >= today
    ]


def absence_in_words(absence: Absence) -> str:
    """“Anna Kornvig: ferie 20. november 2026 – 24. november 2026”."""
    until = f" – {written_day(absence.until_on)}" if absence.until_on else " og frem"
    when = f"{written_day(absence.from_on)}{until}"
    told = f"{absence.staff_member.name}: {absence.get_kind_display().lower()} {when}"
    if absence.hours_per_week is not None:
        told += f", {hours(absence.hours_per_week)} om ugen"
    return f"{told}. {absence.note}" if absence.note else told


def _entries(week: TeamWeek, me: StaffMember, *, may_mend: bool) -> list[Link]:
    """The week's time without contact: one's own, for a coordinator the team's."""
    whose = None if may_mend else me.pk
    entries = time_entries_of(
        week.team.pk, week.monday, week.monday + DAY * 6, staff_member_id=whose
    )
    return [
        Link(_entry(one, with_name=may_mend), reverse("staff:workload:time_edit", args=[one.pk]))
        for one in entries
    ]


def _entry(entry: TimeEntry, *, with_name: bool) -> str:
    """“20. november 2026: møde, 45 min.”."""
    who = f"{entry.staff_member.name}, " if with_name else ""
    kind = entry.get_kind_display().lower()
    told = f"{who}{written_day(entry.worked_on)}: {kind}, {minutes(entry.minutes)}"
    return f"{told} {entry.note}" if entry.note else told
