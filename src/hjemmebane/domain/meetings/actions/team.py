import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from uuid import UUID

from hjemmebane.domain.audit.rules import check_undone
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.meetings.calculations import (
    current_of,
    in_order_of_need,
    longest_since,
    minutes_held,
)
from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.domain.meetings.models import (
    Attendance,
    BoardEntry,
    CitizenNote,
    MeetingItem,
    MeetingNote,
    TeamMeeting,
)
from hjemmebane.domain.meetings.queries import (
    attendances_of,
    board_entries_now,
    items_of,
    meeting_title,
    meeting_to_change,
    points_now,
    situations_of,
    waiting_for_treatment,
)
from hjemmebane.domain.meetings.rules import (
    check_can_list,
    check_can_open,
    check_can_put_on_board,
    check_can_take_off,
    check_has_something,
    check_in_team,
    check_point,
    check_somebody_stays,
    check_under_way,
)
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.domain.workload.actions import log_meeting
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved


@action
def put_on_board(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    reason: str,
    note: str = "",
    from_on: dt.date,
    review_on: dt.date,
    by: Actor,
    at: dt.datetime,
) -> BoardEntry:
    """Say why a citizen is on the board; what was said before ends that day.

    Refuses an ended course, a reason the method lacks, a day to come and a review in the past.
    """
    course_to_change(course.pk)
    method = pack(course.team.method_pack)
    entry = BoardEntry(
        id=id,
        course=course,
        reason=reason,
        note=note.strip(),
        from_on=from_on,
        review_on=review_on,
        method_pack=method.code,
        method_version=method.version,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    entry.check_unsent()
    check_can_put_on_board(
        course, reason=reason, from_on=from_on, review_on=review_on, today=day_of(at)
    )
    if before := board_entries_now([course.pk]).get(course.pk):
        _end(before, on=max(from_on, before.from_on))
    return entry.insert()


@action
def take_off_board(*, entry: BoardEntry, on: dt.date, by: Actor, at: dt.datetime) -> BoardEntry:
    """Take a citizen off the board: what spoke for it is over."""
    check_undone(entry, {"until_on": on}, by=by)
    check_can_take_off(entry, on=on, today=day_of(at))
    return _end(entry, on=on)


@action
def open_meeting(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    team: Team,
    kind: MeetingKind = MeetingKind.BOARD,
    staff: Sequence[StaffMember],
    courses: Sequence[Course] = (),
    theme: str = "",
    planned_minutes: int,
    by: Actor,
    at: dt.datetime,
) -> TeamMeeting:
    """Open a meeting: a board meeting with all citizens in order of need, another with the chosen.

    Refuses a second open meeting of the team, one with nobody at it, somebody not in the team, and
    one that has nothing to take up; of the chosen an ended course and another team's.
    """
    take_turns(f"meetings.open_meeting {team.pk}")
    method = pack(team.method_pack)
    meeting = TeamMeeting(
        id=id,
        team=team,
        kind=kind,
        theme=theme.strip(),
        method_pack=method.code,
        method_version=method.version,
        opened_at=at,
        points=[asdict(point) for point in points_now(team, kind)],
        planned_minutes=planned_minutes,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    meeting.check_unsent()
    check_can_open(team, staff, planned_minutes=planned_minutes, today=day_of(at))
    check_has_something(kind, team, courses, theme=theme)
    meeting.insert()
    for member in staff:
        _attend(meeting, member, by=by, at=at)
    _list_citizens(meeting, _turns(meeting, courses, today=day_of(at)), by=by, at=at)
    return meeting


@action
def close_meeting(*, meeting: TeamMeeting, by: Actor, at: dt.datetime) -> TeamMeeting:
    """Close a meeting. Its minutes stand from now on, and are only added to.

    Those who were there get its time written down, which is theirs to correct.
    """
    meeting = meeting_to_change(meeting.pk)
    check_under_way(meeting)
    meeting.save_changes({"closed_at": at}, version=meeting.version)
    log_meeting(
        team=meeting.team,
        staff=[one.staff_member for one in attendances_of(meeting.pk)],
        worked_on=day_of(meeting.opened_at),
        minutes=minutes_held(meeting.opened_at, at, planned=meeting.planned_minutes),
        note=meeting_title(meeting),
        meeting_id=meeting.pk,
        by=by,
        at=at,
    )
    return meeting


@action
def join_meeting(
    *, meeting: TeamMeeting, staff_member: StaffMember, by: Actor, at: dt.datetime
) -> None:
    """Note that somebody is here; already here is no fault."""
    meeting = meeting_to_change(meeting.pk)
    check_under_way(meeting)
    check_in_team(meeting.team, [staff_member], today=day_of(at))
    if not attendances_of(meeting.pk).filter(staff_member=staff_member).exists():
        _attend(meeting, staff_member, by=by, at=at)


@action
def leave_meeting(
    *, meeting: TeamMeeting, staff_member: StaffMember, by: Actor, at: dt.datetime
) -> None:
    """Note that somebody was not here after all. Refuses to empty the meeting."""
    meeting = meeting_to_change(meeting.pk)
    check_under_way(meeting)
    check_somebody_stays(meeting, staff_member)
    attendances_of(meeting.pk).filter(staff_member=staff_member).delete()


@action
def add_to_meeting(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    meeting: TeamMeeting,
    course: Course,
    by: Actor,
    at: dt.datetime,
) -> MeetingItem:
    """Put a citizen last on the meeting's list, as one who began after it was opened."""
    meeting = meeting_to_change(meeting.pk)
    if there := items_of(meeting.pk).filter(pk=id, course=course).first():
        raise AlreadySaved(there)
    check_can_list(meeting, course)
    last = items_of(meeting.pk).last()
    return MeetingItem(
        id=id,
        course=course,
        meeting=meeting,
        position=last.position + 1 if last else 1,
        recorded_by_id=by.user_id,
        recorded_at=at,
    ).insert()


@action
def move_in_meeting(*, item: MeetingItem, up: bool, by: Actor, at: dt.datetime) -> None:
    """Let a citizen change places with the one before or after; at the end nothing happens."""
    meeting = meeting_to_change(item.meeting_id)
    check_under_way(meeting)
    items = list(items_of(meeting.pk))
    here = next(place for place, one in enumerate(items) if one.pk == item.pk)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(items):
        return
    items[here], items[there] = items[there], items[here]
    for position, one in enumerate(items, start=1):
        if one.position != position:
            one.save_changes({"position": position}, version=one.version)


@action
def take_up(*, item: MeetingItem, by: Actor, at: dt.datetime) -> MeetingItem:
    """Note that the team has come to a citizen, or back to one; where it is already stands."""
    meeting = meeting_to_change(item.meeting_id)
    check_under_way(meeting)
    items = list(items_of(meeting.pk))
    item = next(one for one in items if one.pk == item.pk)
    if item == current_of(items):
        return item
    return item.save_changes({"taken_up_at": at}, version=item.version)


@action
def note_at_meeting(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    meeting: TeamMeeting,
    point: str,
    text: str,
    by: Actor,
    at: dt.datetime,
) -> MeetingNote:
    """Write what was said under a point of the agenda; after the meeting it is an addition."""
    check_point(meeting, point)
    note = MeetingNote(
        id=id,
        team=meeting.team,
        meeting=meeting,
        point=point,
        text=text.strip(),
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return note.insert()


@action
def note_about_citizen(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    item: MeetingItem,
    text: str,
    by: Actor,
    at: dt.datetime,
) -> CitizenNote:
    """Write what was said about a citizen; after the meeting it is an addition."""
    note = CitizenNote(
        id=id,
        course=item.course,
        meeting=item.meeting,
        text=text.strip(),
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return note.insert()


def _end(entry: BoardEntry, *, on: dt.date) -> BoardEntry:
    return entry.save_changes({"until_on": on}, version=entry.version)


def _turns(
    meeting: TeamMeeting, courses: Sequence[Course], *, today: dt.date
) -> list[tuple[UUID, str]]:
    """Whom the meeting takes up, in order, and why."""
    if meeting.kind == MeetingKind.BOARD:
        turns = in_order_of_need(situations_of(meeting.team_id), today=today)
        return [(turn.course_id, ". ".join(turn.reasons)) for turn in turns]
    if meeting.kind == MeetingKind.SPARRING:
        return [(course.pk, "") for course in courses]
    chosen = {course.pk for course in courses}
    waiting = [one for one in waiting_for_treatment(meeting.team_id) if one.course_id in chosen]
    every_days = pack(meeting.method_pack).agenda(meeting.kind).days_between_citizens
    suggested = longest_since(waiting, every_days=every_days, today=today)
    return [(one.course_id, one.reason) for one in suggested]


def _list_citizens(
    meeting: TeamMeeting, turns: Iterable[tuple[UUID, str]], *, by: Actor, at: dt.datetime
) -> None:
    MeetingItem.objects.bulk_create(
        MeetingItem(
            course_id=course_id,
            meeting=meeting,
            position=position,
            why=why,
            recorded_by_id=by.user_id,
            recorded_at=at,
        )
        for position, (course_id, why) in enumerate(turns, start=1)
    )


def _attend(meeting: TeamMeeting, staff_member: StaffMember, *, by: Actor, at: dt.datetime) -> None:
    Attendance(
        id=new_id(),
        team=meeting.team,
        meeting=meeting,
        staff_member=staff_member,
        recorded_by_id=by.user_id,
        recorded_at=at,
    ).insert()
