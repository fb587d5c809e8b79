import datetime as dt
from uuid import UUID

from hjemmebane.domain.courses.actions import reactivate
from hjemmebane.domain.courses.models import Course, Reactivation
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.practice.models import ActivityStatus, IndicatorJudgement, Placement
from hjemmebane.domain.practice.queries import placements_of
from hjemmebane.domain.practice.rules import (
    check_can_judge_indicator,
    check_can_place,
    check_can_set_activity,
)
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.ids import new_id


@action
def place_course(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    part: str,
    reason: str,
    from_on: dt.date,
    by: Actor,
    at: dt.datetime,
) -> Placement:
    """Place a course in a part of the practice model, from a day on; what was before stays.

    Any direction is allowed. Refuses an ended course, a part that the team's method lacks or that
    the course is in, a missing reason, a day to come, and one before the last placement.
    """
    method = pack(course.team.method_pack)
    placement = Placement(
        id=id,
        course=course,
        part=part,
        from_on=from_on,
        reason=reason.strip(),
        method_pack=method.code,
        method_version=method.version,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    placement.check_unsent()
    course_to_change(course.pk)
    check_can_place(course, part=part, reason=reason, from_on=from_on, today=day_of(at))
    return placement.insert()


@action
def take_up_again(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    on: dt.date,
    reason: str,
    part: str,
    by: Actor,
    at: dt.datetime,
) -> Reactivation:
    """Go on after a hold or low intensity, in the part of the practice model where it makes sense.

    An empty `part`, or the one the course is in, leaves it there. Refuses what `reactivate` and
    `place_course` refuse; then neither happens.
    """
    again = reactivate(id=id, course=course, on=on, reason=reason, by=by, at=at)
    there = placements_of(course.pk).first()
    if part and not (there and there.part == part):
        place_course(id=new_id(), course=course, part=part, reason=reason, from_on=on, by=by, at=at)
    return again


@action
def set_activity(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    code: str,
    status: str,
    note: str = "",
    staff_member: StaffMember | None = None,
    on: dt.date,
    by: Actor,
    at: dt.datetime,
) -> ActivityStatus:
    """Note how far a minimum activity has come; what was noted before stays as history.

    Any part's activities may be noted at any time. Refuses an ended course, an activity that the
    team's method lacks, a colleague who is not in the team, a day to come, and one before the last.
    """
    check_can_set_activity(course, code=code, staff_member=staff_member, on=on, today=day_of(at))
    method = pack(course.team.method_pack)
    noted = ActivityStatus(
        id=id,
        course=course,
        code=code,
        status=status,
        note=note.strip(),
        staff_member=staff_member,
        noted_on=on,
        method_pack=method.code,
        method_version=method.version,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return noted.insert()


@action
def judge_indicator(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    code: str,
    judgement: str,
    note: str = "",
    on: dt.date,
    by: Actor,
    at: dt.datetime,
) -> IndicatorJudgement:
    """Note what the team says of an indicator; earlier judgements stay as history.

    Refuses an ended course, an indicator that the team's method lacks, a day to come, and one
    before the last.
    """
    check_can_judge_indicator(course, code=code, on=on, today=day_of(at))
    method = pack(course.team.method_pack)
    noted = IndicatorJudgement(
        id=id,
        course=course,
        code=code,
        judgement=judgement,
        note=note.strip(),
        noted_on=on,
        method_pack=method.code,
        method_version=method.version,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return noted.insert()
