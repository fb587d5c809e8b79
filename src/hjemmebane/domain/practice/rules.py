import datetime as dt

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.rules import check_is_open
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.practice.choices import MoveRefusal, PlacementRefusal, PracticeRefusal
from hjemmebane.domain.practice.models import ActivityStatus, IndicatorJudgement, MethodNote
from hjemmebane.domain.practice.queries import methods, notes_about, placements_of
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.domain.teams.queries import coordinated_with, staff_of
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.decisions import Refused


def check_can_place(
    course: Course, *, part: str, reason: str, from_on: dt.date, today: dt.date
) -> None:
    """Any part of the team's method may follow any other, with a reason and in order of time."""
    check_is_open(course)
    try:
        pack(course.team.method_pack).practice_part(part)
    except UnknownCode as error:
        raise Refused(PlacementRefusal.UNKNOWN_PART, field="part") from error
    if not reason.strip():
        raise Refused(PlacementRefusal.REASON_MISSING, field="reason")
    if from_on > today:
        raise Refused(PlacementRefusal.FUTURE, field="from_on")
    last = placements_of(course.pk).first()
    if last and (last.part, last.method_pack) == (part, course.team.method_pack):
        raise Refused(PlacementRefusal.SAME_PART, field="part")
    if last and from_on < last.from_on:
        raise Refused(PlacementRefusal.BEFORE_LAST, field="from_on")


def check_can_move_team(actor: Actor, team: Team, to: str, *, today: dt.date) -> None:
    """The team's coordinator decides, for another method that is installed."""
    if not coordinated_with(actor, today).filter(team=team).exists():
        raise Refused(MoveRefusal.NOT_YOURS)
    if to not in {one.code for one in methods()}:
        raise Refused(MoveRefusal.UNKNOWN_METHOD, field="to")
    if to == team.method_pack:
        raise Refused(MoveRefusal.SAME_METHOD, field="to")


def check_can_set_activity(
    course: Course, *, code: str, staff_member: StaffMember | None, on: dt.date, today: dt.date
) -> None:
    """An activity of the team's method, seen to by somebody in the team."""
    check_is_open(course)
    try:
        pack(course.team.method_pack).minimum_activity(code)
    except UnknownCode as error:
        raise Refused(PracticeRefusal.UNKNOWN_ACTIVITY) from error
    _check_day(ActivityStatus, course, code, on=on, today=today)
    _check_staff(course, code, staff_member, today)


def check_can_judge_indicator(course: Course, *, code: str, on: dt.date, today: dt.date) -> None:
    """An indicator of the team's method."""
    check_is_open(course)
    try:
        pack(course.team.method_pack).indicator(code)
    except UnknownCode as error:
        raise Refused(PracticeRefusal.UNKNOWN_INDICATOR) from error
    _check_day(IndicatorJudgement, course, code, on=on, today=today)


def _check_staff(
    course: Course, code: str, staff_member: StaffMember | None, today: dt.date
) -> None:
    """Whoever sees to it is in the team today, or saw to it already."""
    if staff_member is None:
        return
    if staff_of(course.team_id, today).filter(pk=staff_member.pk).exists():
        return
    newest = notes_about(ActivityStatus, course.pk, code).first()
    if newest is None or newest.staff_member_id != staff_member.pk:
        raise Refused(PracticeRefusal.NOT_IN_TEAM, field="staff_member")


def _check_day(
    kind: type[MethodNote], course: Course, code: str, *, on: dt.date, today: dt.date
) -> None:
    """Notes follow each other in time: one dated before the newest would seem to change nothing."""
    if on > today:
        raise Refused(PracticeRefusal.FUTURE, field="on")
    later = kind._default_manager.filter(course=course, code=code, noted_on__gt=on)
    if later.exists():
        raise Refused(PracticeRefusal.BEFORE_LAST, field="on")
