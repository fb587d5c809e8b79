"""Which week the hours are told of, what it is called, and the way to its neighbours."""

import datetime as dt
import re
from dataclasses import dataclass

from hjemmebane.design.navigation import Link
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.workload.calculations.hours import DAY, monday_of
from hjemmebane.faces.staff.moments import week_in_words, week_number
from hjemmebane.faces.staff.switching import address_in

PAGE = "staff:workload:page"
WRITTEN = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
WEEK = DAY * 7
# Nobody plans further ahead, and no team has existed for longer.
FIRST_YEAR, LAST_YEAR = 2015, 2099
UNKNOWN = "Ugen i adressen findes ikke. Her er i stedet den uge, vi er i."


@dataclass(frozen=True)
class ShownWeek:
    """A week seen from today. told: why it is not the one in the address."""

    monday: dt.date
    today: dt.date
    told: str = ""

    @property
    def is_this(self) -> bool:
        return self.monday == monday_of(self.today)

    @property
    def is_past(self) -> bool:
        return self.monday < monday_of(self.today)

    @property
    def last_day(self) -> dt.date:
        return self.monday + WEEK - DAY

    @property
    def number(self) -> str:
        """“uge 47”."""
        return week_number(self.monday)

    @property
    def title(self) -> str:
        """“Uge 47, 16.–22. november”."""
        told = week_in_words(self.monday, self.today)
        return told[0].upper() + told[1:]

    def before(self, team: Team) -> Link:
        return _link(self.monday - WEEK, team)

    def after(self, team: Team) -> Link:
        return _link(self.monday + WEEK, team)


def shown_week(wanted: str, today: dt.date) -> ShownWeek:
    """The week that the address names as “2026-W47”, else the present one."""
    present = monday_of(today)
    if not wanted:
        return ShownWeek(present, today)
    monday = _monday(wanted)
    return ShownWeek(monday, today) if monday else ShownWeek(present, today, UNKNOWN)


def _monday(wanted: str) -> dt.date | None:
    found = WRITTEN.fullmatch(wanted)
    if not found:
        return None
    year, week = int(found[1]), int(found[2])
    try:
        monday = dt.date.fromisocalendar(year, week, 1)
    except ValueError:  # a week that the year does not have
        return None
    return monday if FIRST_YEAR <= year <= LAST_YEAR else None


def _link(monday: dt.date, team: Team) -> Link:
    year, week, _ = monday.isocalendar()
    label = week_number(monday).capitalize()
    return Link(label, f"{address_in(team, PAGE)}&uge={year}-W{week:02}")
