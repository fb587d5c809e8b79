import datetime as dt
from collections.abc import Mapping, Sequence
from copy import copy
from uuid import UUID

from hjemmebane.domain.consents.actions import close_consents
from hjemmebane.domain.courses.actions.pauses import end_hold
from hjemmebane.domain.courses.choices import CourseStatus, EndingReason
from hjemmebane.domain.courses.models import Course, Ending, TransitionStaff
from hjemmebane.domain.courses.queries.courses import course_to_change
from hjemmebane.domain.courses.rules import (
    check_can_begin_ending,
    check_can_call_off,
    check_can_change_ending,
    check_can_end,
    check_is_open,
)
from hjemmebane.domain.courses.rules.ending import (
    check_can_change_reason,
    check_died_on,
    check_staff,
)
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of


@action
def begin_ending(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    values: Mapping[str, object],
    staff: Sequence[StaffMember] = (),
    by: Actor,
    at: dt.datetime,
) -> Ending:
    """Begin to prepare the ending with the citizen. The course goes on until `end_course`."""
    ending = Ending(id=id, course=course, recorded_by_id=by.user_id, recorded_at=at, **values)
    ending.check_unsent()
    course = course_to_change(course.pk)
    check_can_begin_ending(ending, course, today=day_of(at))
    ending.insert()
    _stay_on(ending, staff, by=by, at=at)
    return ending


@action
def change_ending(
    *,
    ending: Ending,
    values: Mapping[str, object],
    staff: Sequence[StaffMember],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Ending:
    """Write on at the ending, and who stays on through the transition. Raises EditConflict."""
    course = course_to_change(ending.course_id)
    check_can_change_reason(ending, str(values.get("reason", ending.reason)))
    draft = copy(ending)
    for name, value in values.items():
        setattr(draft, name, value)
    check_can_change_ending(draft, course, today=day_of(at))
    ending.save_changes(values, version=version)
    _stay_on(ending, staff, by=by, at=at)
    return ending


@action
def call_off_ending(*, ending: Ending, version: int, by: Actor, at: dt.datetime) -> None:
    """Think better of an ending while the course is open; the change history keeps it."""
    course = course_to_change(ending.course_id)
    check_can_call_off(ending, course, today=day_of(at))
    for row in TransitionStaff.objects.filter(ending=ending):
        row.remove(version=row.version)
    ending.remove(version=version)


@action
def end_course(
    *, course: Course, ended_on: dt.date, version: int, by: Actor, at: dt.datetime
) -> Course:
    """End a course whose ending was begun; what its consents opened is closed in the same breath.

    Refuses a day to come, one before the start, and a course whose ending was not begun.
    """
    held = course_to_change(course.pk)
    check_can_end(held, ended_on=ended_on, today=day_of(at))
    return _end(held, ended_on, version=version, by=by, at=at)


@action
def withdraw_team_consent(
    *,
    id: UUID,  # noqa: A002 -- the key of the ending that begins
    course: Course,
    explanation: str = "",
    by: Actor,
    at: dt.datetime,
) -> Ending:
    """The citizen takes their yes back: partners are shut out now, and the ending begins.

    Begins no second ending where one is under way; its reason becomes the withdrawal.
    """
    held = course_to_change(course.pk)
    check_is_open(held)
    close_consents(citizen=held.citizen, team=held.team, by=by, at=at)
    why = {"reason": EndingReason.CONSENT_WITHDRAWN, "explanation": explanation.strip()}
    if ending := Ending.objects.filter(course=held).first():
        kept = {**why, "explanation": why["explanation"] or ending.explanation}
        return ending.save_changes(kept, version=ending.version)
    return Ending(
        id=id,
        course=held,
        begun_on=day_of(at),
        recorded_by_id=by.user_id,
        recorded_at=at,
        **why,
    ).insert()


@action
def record_death(
    *,
    id: UUID,  # noqa: A002 -- the key of the ending
    course: Course,
    died_on: dt.date,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Course:
    """The citizen has died: the course ends at once, and nothing more is sent."""
    held = course_to_change(course.pk)
    check_died_on(held, died_on, today=day_of(at))
    if held.citizen.died_on is None:
        held.citizen.save_changes({"died_on": died_on}, version=held.citizen.version)
    if ending := Ending.objects.filter(course=held).first():
        ending.save_changes({"reason": EndingReason.DIED}, version=ending.version)
    else:
        Ending(
            id=id,
            course=held,
            reason=EndingReason.DIED,
            begun_on=died_on,
            recorded_by_id=by.user_id,
            recorded_at=at,
        ).insert()
    return _end(held, died_on, version=version, by=by, at=at)


def _end(course: Course, ended_on: dt.date, *, version: int, by: Actor, at: dt.datetime) -> Course:
    end_hold(course=course, on=ended_on, by=by, at=at)
    close_consents(citizen=course.citizen, team=course.team, by=by, at=at)
    changes = {"status": CourseStatus.ENDED, "ended_on": ended_on}
    return course.save_changes(changes, version=version)


def _stay_on(ending: Ending, staff: Sequence[StaffMember], *, by: Actor, at: dt.datetime) -> None:
    """Make `staff` those of the team who stay on through the transition."""
    present = {row.staff_member_id: row for row in TransitionStaff.objects.filter(ending=ending)}
    wanted = {member.pk: member for member in staff}
    check_staff(ending.course, wanted.keys() - present.keys(), day=day_of(at))
    for staff_id in present.keys() - wanted.keys():
        present[staff_id].remove(version=present[staff_id].version)
    for staff_id in wanted.keys() - present.keys():
        TransitionStaff(
            ending=ending,
            course_id=ending.course_id,
            staff_member=wanted[staff_id],
            recorded_by_id=by.user_id,
            recorded_at=at,
        ).insert()
