import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from hjemmebane.domain.meetings.models import (
    SteeringAttendance,
    SteeringGroupMeeting,
    SteeringPoint,
)
from hjemmebane.domain.meetings.queries import steering_attendances_of
from hjemmebane.domain.meetings.rules import (
    check_can_hold_steering,
    check_may_attend,
    check_names_nobody,
    check_point_is_handled,
    check_point_is_open,
    check_point_is_whole,
)
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.ids import new_id


@action
def hold_steering_meeting(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    team: Team,
    held_on: dt.date,
    staff: Sequence[StaffMember],
    others: Sequence[str] = (),
    talked_about: str = "",
    is_sure: bool = False,
    by: Actor,
    at: dt.datetime,
) -> SteeringGroupMeeting:
    """Write down that the steering group has met, who was there, and what was talked about.

    Refuses a day to come, a meeting with nobody at it, a login that has nothing to do with the
    team, and a text with a CPR number or a citizen's name (is_sure: it is somebody else's).
    """
    today, present = day_of(at), _lines(others)
    check_can_hold_steering(held_on=held_on, staff=staff, others=present, today=today)
    check_may_attend(team, staff, today=today)
    texts = {"others": "\n".join(present), "talked_about": talked_about}
    check_names_nobody(texts, today=today, is_sure=is_sure)
    meeting = SteeringGroupMeeting(
        id=id,
        team=team,
        held_on=held_on,
        others=present,
        talked_about=talked_about.strip(),
        recorded_by_id=by.user_id,
        recorded_at=at,
    ).insert()
    _attend(meeting, staff, by=by, at=at)
    return meeting


@action
def change_steering_meeting(
    *,
    meeting: SteeringGroupMeeting,
    held_on: dt.date,
    staff: Sequence[StaffMember],
    others: Sequence[str],
    talked_about: str,
    is_sure: bool = False,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> SteeringGroupMeeting:
    """Write a meeting anew. Who was there stays choosable after leaving. Raises EditConflict.

    Refuses what `hold_steering_meeting` does.
    """
    today, present = day_of(at), _lines(others)
    there = {one.staff_member_id: one for one in steering_attendances_of(meeting.pk)}
    new = [member for member in staff if member.pk not in there]
    check_can_hold_steering(held_on=held_on, staff=staff, others=present, today=today)
    check_may_attend(meeting.team, new, today=today)
    texts = {"others": "\n".join(present), "talked_about": talked_about}
    check_names_nobody(texts, today=today, is_sure=is_sure)
    changed = meeting.save_changes(
        {"held_on": held_on, "others": present, "talked_about": talked_about.strip()},
        version=version,
    )
    for gone in there.keys() - {member.pk for member in staff}:
        there[gone].delete()
    _attend(changed, new, by=by, at=at)
    return changed


@action
def raise_steering_point(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    meeting: SteeringGroupMeeting,
    kind: str,
    text: str,
    who: str = "",
    due_on: dt.date | None = None,
    is_sure: bool = False,
    by: Actor,
    at: dt.datetime,
) -> SteeringPoint:
    """Put down an agreement, or an obstacle that somebody is to move.

    Refuses an agreement that is nobody's, a day before the meeting, and a text with a CPR
    number or a citizen's name (is_sure: it is somebody else's).
    """
    check_point_is_whole(meeting, kind=kind, who=who, due_on=due_on)
    check_names_nobody({"text": text, "who": who}, today=day_of(at), is_sure=is_sure)
    return SteeringPoint(
        id=id,
        team=meeting.team,
        meeting=meeting,
        kind=kind,
        text=text.strip(),
        who=who.strip(),
        due_on=due_on,
        recorded_by_id=by.user_id,
        recorded_at=at,
    ).insert()


@action
def change_steering_point(
    *,
    point: SteeringPoint,
    kind: str,
    text: str,
    who: str,
    due_on: dt.date | None,
    is_sure: bool = False,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> SteeringPoint:
    """Write a point anew while it stands open. Raises EditConflict.

    Refuses what `raise_steering_point` does.
    """
    check_point_is_open(point)
    check_point_is_whole(point.meeting, kind=kind, who=who, due_on=due_on)
    check_names_nobody({"text": text, "who": who}, today=day_of(at), is_sure=is_sure)
    changes = {"kind": kind, "text": text.strip(), "who": who.strip(), "due_on": due_on}
    return point.save_changes(changes, version=version)


@action
def handle_steering_point(
    *,
    point: SteeringPoint,
    outcome: str = "",
    is_sure: bool = False,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> SteeringPoint:
    """Say that a point is handled, and what came of it; no later meeting has it. Once.

    Refuses a text with a CPR number or a citizen's name (is_sure: it is somebody else's). Raises
    EditConflict.
    """
    changes = {"handled_on": day_of(at), "outcome": outcome.strip()}
    check_point_is_open(point)
    check_names_nobody({"outcome": outcome}, today=day_of(at), is_sure=is_sure)
    return point.save_changes(changes, version=version)


@action
def reopen_steering_point(
    *, point: SteeringPoint, version: int, by: Actor, at: dt.datetime
) -> SteeringPoint:
    """Let a point stand open again; what had come of it stays to be read. Raises EditConflict."""
    check_point_is_handled(point)
    return point.save_changes({"handled_on": None}, version=version)


def _lines(others: Sequence[str]) -> list[str]:
    return [line.strip() for line in others if line.strip()]


def _attend(
    meeting: SteeringGroupMeeting, staff: Sequence[StaffMember], *, by: Actor, at: dt.datetime
) -> None:
    for member in staff:
        SteeringAttendance(
            id=new_id(),
            team=meeting.team,
            meeting=meeting,
            staff_member=member,
            recorded_by_id=by.user_id,
            recorded_at=at,
        ).insert()
