import datetime as dt

from django.db.models import Q

from hjemmebane.domain.courses.choices import CourseStatus, PauseRefusal
from hjemmebane.domain.courses.models import Course, Hold, IntensityAgreement
from hjemmebane.domain.courses.queries.pauses import is_low
from hjemmebane.domain.courses.rules.starting import check_days_in_course, check_is_open
from hjemmebane.foundation.decisions import Refused

MOST_CONTACTS = 70  # ten a day: nobody agrees on more, so more is a slip of the finger
MINUTES_IN_A_WEEK = 7 * 24 * 60


def check_can_hold(hold: Hold, course: Course, *, today: dt.date) -> None:
    """Decided with the citizen, with a plan for keeping in touch and a day to look at it again."""
    check_is_open(course)
    if course.status == CourseStatus.ON_HOLD:
        raise Refused(PauseRefusal.ALREADY_ON_HOLD)
    check_days_in_course(course, today=today, field="from_on", day=hold.from_on)
    if not hold.decided_with_citizen:
        raise Refused(PauseRefusal.WITHOUT_CITIZEN, field="decided_with_citizen")
    if not hold.keep_contact_plan.strip():
        raise Refused(PauseRefusal.PLAN_MISSING, field="keep_contact_plan")
    if hold.review_on <= max(hold.from_on, today):
        raise Refused(PauseRefusal.REVIEW_PAST, field="review_on")
    if Hold.objects.filter(course=course, until_on__gt=hold.from_on).exists():
        raise Refused(PauseRefusal.OVERLAPS, field="from_on")


def check_can_agree_intensity(
    agreement: IntensityAgreement, course: Course, *, today: dt.date
) -> None:
    """Says how much, no more than a week has, from a day that has come and that no other agreement
    reaches beyond.
    """
    check_is_open(course)
    check_days_in_course(course, today=today, field="from_on", day=agreement.from_on)
    if agreement.contacts_per_week is None and agreement.minutes_per_week is None:
        raise Refused(PauseRefusal.HOW_MUCH, field="contacts_per_week")
    if (agreement.contacts_per_week or 0) > MOST_CONTACTS:
        raise Refused(PauseRefusal.MANY_CONTACTS, field="contacts_per_week")
    if (agreement.minutes_per_week or 0) > MINUTES_IN_A_WEEK:
        raise Refused(PauseRefusal.MANY_MINUTES, field="minutes_per_week")
    beyond = Q(from_on__gt=agreement.from_on) | Q(until_on__gt=agreement.from_on)
    if IntensityAgreement.objects.filter(beyond, course=course).exists():
        raise Refused(PauseRefusal.OVERLAPS, field="from_on")


def check_can_reactivate(course: Course, *, on: dt.date, reason: str, today: dt.date) -> None:
    """There is something to come back from, on a day that has come."""
    check_is_open(course)
    if course.status != CourseStatus.ON_HOLD and not is_low(course.pk):
        raise Refused(PauseRefusal.NOT_PAUSED)
    check_days_in_course(course, today=today, field="on", day=on)
    if Hold.objects.filter(course=course, until_on__isnull=True, from_on__gt=on).exists():
        raise Refused(PauseRefusal.OVERLAPS, field="on")
    if not reason.strip():
        raise Refused(PauseRefusal.REASON_MISSING, field="reason")
