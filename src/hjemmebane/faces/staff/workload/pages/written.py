"""The absences and the time without contact of a week, each leading to where it is mended."""

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.teams.models import Absence, StaffMember
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.domain.workload.queries import TeamWeek, time_entries_of
from hjemmebane.faces.staff.moments import minutes
from hjemmebane.faces.staff.workload.pages.weeks import ShownWeek
from hjemmebane.faces.staff.workload.pages.wording import hours
from hjemmebane.foundation.written import written_day


def absences_of(week: TeamWeek, shown: ShownWeek, me: StaffMember, *, may_mend: bool) -> list[Link]:
    """The team's absences; only one's own lead on, for a coordinator all.

    Of the present week those of today and later, whenever that is; of another those that touch it.
    """
    return [
        Link(
            absence_in_words(one),
            reverse("staff:workload:absence_edit", args=[one.pk])
            if may_mend or one.staff_member_id == me.pk
            else "",
        )
        for one in week.absences
        if _is_shown(one, shown)
    ]


def _is_shown(absence: Absence, shown: ShownWeek) -> bool:
    if shown.is_this:
        return absence.until_on is None or absence.until_on >= shown.today
    return absence.from_on <= shown.last_day


def absence_in_words(absence: Absence) -> str:
    """“Anna Kornvig: ferie 20. november 2026 – 24. november 2026”."""
    until = f" – {written_day(absence.until_on)}" if absence.until_on else " og frem"
    when = f"{written_day(absence.from_on)}{until}"
    told = f"{absence.staff_member.name}: {absence.get_kind_display().lower()} {when}"
    if absence.hours_per_week is not None:
        told += f", {hours(absence.hours_per_week)} om ugen"
    return f"{told}. {absence.note}" if absence.note else told


def entries_of(week: TeamWeek, shown: ShownWeek, me: StaffMember, *, may_mend: bool) -> list[Link]:
    """The week's time without contact: one's own, for a coordinator the team's."""
    whose = None if may_mend else me.pk
    entries = time_entries_of(week.team.pk, shown.monday, shown.last_day, staff_member_id=whose)
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
