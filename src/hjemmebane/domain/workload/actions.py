"""Writing down time that belongs to no contact, which brings its own; giving work on to others."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.contacts.actions import (
    hand_on_follow_up,
    hand_on_task,
    reassign_appointment,
)
from hjemmebane.domain.contacts.models import Appointment, FollowUp, Task
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.domain.workload.choices import TimeKind
from hjemmebane.domain.workload.models import MINUTES_IN_A_DAY, TimeEntry
from hjemmebane.domain.workload.queries import minutes_of_day
from hjemmebane.domain.workload.rules import (
    check_can_write_time,
    check_something_is_chosen,
    check_time,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id


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


@action
def log_meeting(
    *,
    team: Team,
    staff: Iterable[StaffMember],
    worked_on: dt.date,
    minutes: int,
    note: str,
    meeting_id: UUID | None = None,
    by: Actor,
    at: dt.datetime,
) -> None:
    """Write the time of a meeting down for everybody who was at it. Part of other actions.

    It is theirs to correct. A day that is full already gets what it has room for, and who is no
    colleague any more is left out, because a meeting is over whatever was written before.
    """
    colleagues = set(staff_of(team.pk, day_of(at)).values_list("pk", flat=True))
    present = [member for member in staff if member.pk in colleagues]
    for member in sorted(present, key=lambda one: one.pk):
        take_turns(_turn(member.pk, worked_on))
        room = MINUTES_IN_A_DAY - minutes_of_day(member.pk, worked_on)
        if min(minutes, room) > 0:
            TimeEntry(
                id=new_id(),
                team=team,
                staff_member=member,
                worked_on=worked_on,
                kind=TimeKind.MEETING,
                minutes=min(minutes, room),
                note=note,
                meeting_id=meeting_id,
                recorded_by_id=by.user_id,
                recorded_at=at,
            ).insert()


@dataclass(frozen=True)
class HandOver:
    """Something that goes to a colleague.

    tell_citizen: what the citizen is to know of it, where it is an appointment.
    """

    what: Task | FollowUp | Appointment
    taker: StaffMember
    tell_citizen: str = ""


@action
def hand_over(*, given: Sequence[HandOver], by: Actor, at: dt.datetime) -> None:
    """Let colleagues take over what stands with somebody else: all of it or nothing.

    Refuses to give nothing, and refuses and raises what handing each of them on does; the field of
    a refusal is the key of what it is about.
    """
    check_something_is_chosen(given)
    _take_courses([one.what for one in given])
    for one in given:
        try:
            _hand_on(one, by=by, at=at)
        except Refused as refused:
            raise Refused(refused.reason, field=str(one.what.pk)) from refused


def _hand_on(one: HandOver, *, by: Actor, at: dt.datetime) -> None:
    what, taker = one.what, one.taker
    if isinstance(what, Task):
        hand_on_task(
            task=what,
            staff_member=taker,
            due_on=what.due_on,
            version=what.version,
            by=by,
            at=at,
        )
    elif isinstance(what, FollowUp):
        hand_on_follow_up(follow_up=what, staff_member=taker, version=what.version, by=by, at=at)
    else:
        reassign_appointment(
            appointment=what,
            staff_member=taker,
            tell_citizen=one.tell_citizen,
            version=what.version,
            by=by,
            at=at,
        )


def _take_courses(handed: Iterable[Task | FollowUp | Appointment]) -> None:
    """All of them before anything that is in one, so that nobody waits for us as we for them."""
    for course_id in sorted({one.course_id for one in handed if one.course_id}):
        course_to_change(course_id)


def _take_turns_at(entry: TimeEntry) -> None:
    """Two who write about the same day at once see what the other wrote: a day has 24 hours."""
    take_turns(_turn(entry.staff_member_id, entry.worked_on))


def _turn(staff_member_id: UUID, day: dt.date) -> str:
    return f"workload.day {staff_member_id} {day}"
