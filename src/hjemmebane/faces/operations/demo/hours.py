"""Absence and time: what makes the hours of the demo's present weeks those of people."""

import datetime as dt
from collections.abc import Iterator

from hjemmebane.domain.teams.actions import register_absence
from hjemmebane.domain.workload.actions import log_time
from hjemmebane.faces.operations.demo.chance import key
from hjemmebane.faces.operations.demo.days import Days, at_time
from hjemmebane.faces.operations.demo.house import TeamHouse
from hjemmebane.faces.operations.demo.house_entries import (
    AbsenceEntry,
    Colleague,
    HouseEntry,
    TimeEntryOfWeek,
)
from hjemmebane.foundation.actors import acting

WEEKS = 5  # this week and the four before
WRITTEN_AT = 15


def fill_hours(house: HouseEntry, teams: dict[int, TeamHouse], days: Days) -> None:
    """Each writes their own absence and time."""
    for entry in house.team:
        for colleague in entry.staff:
            if colleague.username in teams[entry.number].actors:
                _fill(colleague, entry.time, teams[entry.number], days)


def _fill(
    colleague: Colleague, weekly: tuple[TimeEntryOfWeek, ...], house: TeamHouse, days: Days
) -> None:
    with acting(house.actors[colleague.username]):
        for absence in colleague.absence:
            _absence(colleague, absence, house, days)
        for entry in weekly:
            if not entry.who or colleague.username in entry.who:
                for day in _days(entry, days):
                    _time(colleague, entry, day, house)


def _absence(colleague: Colleague, entry: AbsenceEntry, house: TeamHouse, days: Days) -> None:
    from_on = days.ago(entry.ago) if entry.ago else days.ahead(entry.ahead or "1d")
    register_absence(
        id=key(days.now, "absence", colleague.username, entry.kind),
        staff_member=house.staff[colleague.username],
        values={
            "kind": entry.kind,
            "from_on": from_on,
            "until_on": from_on + dt.timedelta(days=entry.days - 1),
            "hours_per_week": entry.hours,
            "note": entry.note,
        },
        by=house.actors[colleague.username],
        at=days.now,
    )


def _days(entry: TimeEntryOfWeek, days: Days) -> Iterator[dt.date]:
    """The entry's day in each of the last weeks, as far as it has come."""
    monday = days.today - dt.timedelta(days=days.today.weekday())
    for week in range(WEEKS):
        day = monday + dt.timedelta(days=entry.weekday - 7 * week)
        if day <= days.today:
            yield day


def _time(colleague: Colleague, entry: TimeEntryOfWeek, day: dt.date, house: TeamHouse) -> None:
    at = at_time(day, WRITTEN_AT)
    log_time(
        id=key(at, "time", colleague.username, entry.kind),
        team=house.team,
        staff_member=house.staff[colleague.username],
        values={
            "worked_on": day,
            "kind": entry.kind,
            "minutes": entry.minutes,
            "note": entry.note,
        },
        by=house.actors[colleague.username],
        at=at,
    )
