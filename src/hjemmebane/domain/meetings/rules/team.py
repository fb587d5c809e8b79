import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

from hjemmebane.domain.audit.rules import check_undone
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.rules import check_is_open
from hjemmebane.domain.meetings.choices import BoardRefusal, MeetingKind, MeetingRefusal
from hjemmebane.domain.meetings.models import BoardEntry, TeamMeeting
from hjemmebane.domain.meetings.queries import (
    attendances_of,
    changed_by_others,
    items_of,
    meeting_under_way,
    points_of,
)
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.plans.models import Assessment, Plan
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.domain.teams.queries import work_in_team
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import Record

SHORTEST, LONGEST = 5, 8 * 60
BOARD_REASONS = "BOARD_REASONS"


def check_can_open(
    team: Team, staff: Collection[StaffMember], *, planned_minutes: int, today: dt.date
) -> None:
    """One meeting of a team at a time, with somebody of the team at it."""
    if meeting_under_way(team.pk):
        raise Refused(MeetingRefusal.ALREADY_OPEN)
    if not staff:
        raise Refused(MeetingRefusal.NOBODY_PRESENT, field="staff")
    check_in_team(team, staff, today=today)
    if not SHORTEST <= planned_minutes <= LONGEST:
        raise Refused(MeetingRefusal.TOO_LONG, field="planned_minutes")


def check_has_something(
    kind: MeetingKind, team: Team, courses: Sequence[Course], *, theme: str
) -> None:
    """Each kind has what it is held for: a citizen to go into, or something to take up."""
    if kind == MeetingKind.TREATMENT and not courses:
        raise Refused(MeetingRefusal.NOBODY_CHOSEN, field="courses")
    if kind == MeetingKind.SPARRING and not courses and not theme.strip():
        raise Refused(MeetingRefusal.NOTHING_TO_TAKE_UP, field="theme")
    if any(course.team_id != team.pk for course in courses):
        raise Refused(MeetingRefusal.ANOTHER_TEAM, field="courses")
    if len({course.pk for course in courses}) < len(courses):
        raise Refused(MeetingRefusal.ALREADY_LISTED, field="courses")
    for course in courses:
        check_is_open(course)


def check_in_team(team: Team, staff: Collection[StaffMember], *, today: dt.date) -> None:
    """Everybody named works in the team today."""
    if not work_in_team(team.pk, [member.pk for member in staff], today):
        raise Refused(MeetingRefusal.NOT_IN_TEAM, field="staff")


def check_under_way(meeting: TeamMeeting) -> None:
    """What is closed is added to, and else left as it is."""
    if not meeting.is_open:
        raise Refused(MeetingRefusal.CLOSED)


def check_not_overtaken(
    rows: Iterable[Record], *, meeting: TeamMeeting, seen: int, by: Actor
) -> None:
    """Nobody else has changed what is decided about since the deciding person saw it.

    seen: the number of the newest change when the form was shown.
    """
    if changed_by_others(rows, seen=seen, since=meeting.opened_at, than=by):
        raise Refused(MeetingRefusal.OVERTAKEN)


def check_is_ordered_so(assessment: Assessment, said: Mapping[str, object], *, by: Actor) -> None:
    """An assessment under way is not ordered again; the second of a double submit asks for it so.

    Raises AlreadySaved for that.
    """
    check_undone(assessment, said, by=by)
    raise Refused(MeetingRefusal.ALREADY_ORDERED, field="kind")


def check_has_plan(plan: Plan | None) -> None:
    """There is a plan to set a goal in."""
    if plan is None:
        raise Refused(MeetingRefusal.NO_PLAN)


def check_somebody_stays(meeting: TeamMeeting, staff_member: StaffMember) -> None:
    """A meeting with nobody at it is none."""
    if not attendances_of(meeting.pk).exclude(staff_member=staff_member).exists():
        raise Refused(MeetingRefusal.LAST_ONE)


def check_can_list(meeting: TeamMeeting, course: Course) -> None:
    """An open course of the meeting's team, which is not on the list yet."""
    check_under_way(meeting)
    if course.team_id != meeting.team_id:
        raise Refused(MeetingRefusal.ANOTHER_TEAM)
    check_is_open(course)
    if items_of(meeting.pk).filter(course=course).exists():
        raise Refused(MeetingRefusal.ALREADY_LISTED)


def check_point(meeting: TeamMeeting, point: str) -> None:
    """A point of the agenda that the meeting was opened with."""
    if point not in {item.code for item in points_of(meeting)}:
        raise Refused(MeetingRefusal.UNKNOWN_POINT)


def check_can_put_on_board(
    course: Course, *, reason: str, from_on: dt.date, review_on: dt.date, today: dt.date
) -> None:
    """An open course, for a reason the team's method knows, to be looked at again."""
    check_is_open(course)
    if reason not in dict(pack(course.team.method_pack).choice_list(BOARD_REASONS).choices):
        raise Refused(BoardRefusal.UNKNOWN_REASON, field="reason")
    if from_on > today:
        raise Refused(BoardRefusal.FUTURE, field="from_on")
    if review_on <= today:
        raise Refused(BoardRefusal.REVIEW_PAST, field="review_on")


def check_is_on_board(entry: BoardEntry | None) -> None:
    """There is something to be taken off it."""
    if entry is None:
        raise Refused(BoardRefusal.ALREADY_OFF)


def check_can_take_off(entry: BoardEntry, *, on: dt.date, today: dt.date) -> None:
    """Once, and not before the citizen came on it."""
    if entry.until_on:
        raise Refused(BoardRefusal.ALREADY_OFF)
    if on > today:
        raise Refused(BoardRefusal.FUTURE, field="on")
    if on < entry.from_on:
        raise Refused(BoardRefusal.ENDS_BEFORE_START, field="on")
