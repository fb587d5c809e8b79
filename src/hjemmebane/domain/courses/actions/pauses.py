import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from hjemmebane.domain.courses.choices import CourseStatus
from hjemmebane.domain.courses.models import Course, Hold, IntensityAgreement, Reactivation
from hjemmebane.domain.courses.queries.courses import course_to_change
from hjemmebane.domain.courses.queries.pauses import intensities_now, is_low
from hjemmebane.domain.courses.rules import (
    check_can_agree_intensity,
    check_can_hold,
    check_can_reactivate,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of

FULL_WEIGHT = Decimal(1)


@action
def put_on_hold(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    values: Mapping[str, object],
    by: Actor,
    at: dt.datetime,
) -> Hold:
    """Pause a course as agreed with the citizen; it still counts in the caseload by its weight.

    Refuses a pause the citizen has not agreed to, one without a plan for keeping in touch, a day
    to come, a review that has passed and days within an earlier pause.
    """
    hold = Hold(id=id, course=course, recorded_by_id=by.user_id, recorded_at=at, **values)
    hold.check_unsent()
    course = course_to_change(course.pk)
    check_can_hold(hold, course, today=day_of(at))
    hold.insert()
    _stand(course, CourseStatus.ON_HOLD, hold.caseload_weight)
    return hold


@action
def agree_on_intensity(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    values: Mapping[str, object],
    by: Actor,
    at: dt.datetime,
) -> IntensityAgreement:
    """Agree on how much contact there is from a day on; what was agreed before ends that day."""
    agreement = IntensityAgreement(
        id=id, course=course, recorded_by_id=by.user_id, recorded_at=at, **values
    )
    agreement.check_unsent()
    course = course_to_change(course.pk)
    check_can_agree_intensity(agreement, course, today=day_of(at))
    _end_intensity(course, agreement.from_on)
    agreement.insert()
    if course.status == CourseStatus.ACTIVE:
        _stand(course, CourseStatus.ACTIVE, agreement.caseload_weight)
    return agreement


@action
def reactivate(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    on: dt.date,
    reason: str,
    by: Actor,
    at: dt.datetime,
) -> Reactivation:
    """Take a course up again from a hold or from low intensity: one step, no new referral.

    An intensity above low that was agreed before a hold holds again, with its weight. Where in the
    practice model the course goes on is the practice room's to say.
    """
    again = Reactivation(
        id=id,
        course=course,
        on=on,
        reason=reason.strip(),
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    again.check_unsent()
    course = course_to_change(course.pk)
    check_can_reactivate(course, on=on, reason=reason, today=day_of(at))
    again.hold = end_hold(course=course, on=on, by=by, at=at)
    if is_low(course.pk):
        _end_intensity(course, on)
    again.insert()
    still = intensities_now([course.pk]).get(course.pk)
    _stand(course, CourseStatus.ACTIVE, still.caseload_weight if still else FULL_WEIGHT)
    return again


@action
def end_hold(*, course: Course, on: dt.date, by: Actor, at: dt.datetime) -> Hold | None:
    """Close the hold that the course is in, if it is in one. Part of other actions."""
    hold = Hold.objects.filter(course=course, until_on__isnull=True).first()
    if hold:
        hold.save_changes({"until_on": max(on, hold.from_on)}, version=hold.version)
    return hold


def _end_intensity(course: Course, day: dt.date) -> None:
    for former in IntensityAgreement.objects.filter(course=course, until_on__isnull=True):
        former.save_changes({"until_on": max(day, former.from_on)}, version=former.version)


def _stand(course: Course, status: CourseStatus, weight: Decimal) -> None:
    course.save_changes({"status": status, "caseload_weight": weight}, version=course.version)
