"""Writing down time that belongs to no contact; contacts bring theirs along."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.domain.workload.rules import check_can_write_time, check_time
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns


@action
def log_time(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    team: Team,
    staff_member: StaffMember,
    values: Mapping[str, object],
    by: Actor,
    at: dt.datetime,
) -> TimeEntry:
    """Write down what time went to on a day: one's own, or as coordinator a colleague's.

    Refuses a day to come, one on which they were not in the team, and more than a day's hours in
    all, contacts counted.
    """
    entry = TimeEntry(
        id=id,
        team=team,
        staff_member=staff_member,
        recorded_by_id=by.user_id,
        recorded_at=at,
        **values,
    )
    check_can_write_time(by, entry, today=day_of(at))
    _take_turns_at(entry)
    entry.check_unsent()
    entry.validate_fields()
    check_time(entry, today=day_of(at))
    return entry.insert()


@action
def correct_time(
    *, entry: TimeEntry, values: Mapping[str, object], version: int, by: Actor, at: dt.datetime
) -> TimeEntry:
    """Write it anew; the history keeps both. Refuses as when it was logged.

    Raises EditConflict when somebody else saved since `version`.
    """
    check_can_write_time(by, entry, today=day_of(at))
    anew = TimeEntry(id=entry.pk, team=entry.team, staff_member=entry.staff_member, **values)
    anew.clean_fields(exclude=["team", "staff_member", "recorded_by", "recorded_at"])
    _take_turns_at(anew)
    check_time(anew, today=day_of(at))
    return entry.save_changes(values, version=version)


@action
def remove_time(*, entry: TimeEntry, version: int, by: Actor, at: dt.datetime) -> None:
    """Take away what should not have been written; the change history keeps it.

    Raises EditConflict when somebody else saved since `version`.
    """
    check_can_write_time(by, entry, today=day_of(at))
    entry.remove(version=version)


def _take_turns_at(entry: TimeEntry) -> None:
    """Two who write about the same day at once see what the other wrote: a day has 24 hours."""
    take_turns(f"workload.day {entry.staff_member_id} {entry.worked_on}")
