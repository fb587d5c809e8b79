import datetime as dt
from collections.abc import Collection
from uuid import UUID

from hjemmebane.domain.consents.queries import consents_in_force
from hjemmebane.domain.courses.choices import CourseRefusal, EndingReason, EndingRefusal
from hjemmebane.domain.courses.models import Course, Ending
from hjemmebane.domain.courses.rules.starting import check_days_in_course, check_is_open
from hjemmebane.domain.teams.queries import work_in_team
from hjemmebane.foundation.decisions import Refused

# Reasons that come with an action of their own, because more happens than an ending.
BY_OTHER_MEANS = {EndingReason.CONSENT_WITHDRAWN, EndingReason.DIED}


def check_can_begin_ending(ending: Ending, course: Course, *, today: dt.date) -> None:
    """Once, in an open course, for a reason that has no door of its own."""
    check_reason(ending.reason)
    check_can_change_ending(ending, course, today=today)
    if Ending.objects.filter(course=course).exists():
        raise Refused(EndingRefusal.ALREADY_BEGUN)


def check_can_change_ending(ending: Ending, course: Course, *, today: dt.date) -> None:
    """Written until the course has ended; the transition does not end before it begins."""
    check_is_open(course)
    check_days_in_course(course, today=today, field="begun_on", day=ending.begun_on)
    if ending.transition_until and ending.transition_until < ending.begun_on:
        raise Refused(EndingRefusal.TRANSITION_REVERSED, field="transition_until")


def check_reason(reason: str) -> None:
    """Withdrawal and death have their own doors."""
    if reason in BY_OTHER_MEANS:
        raise Refused(EndingRefusal.BY_WITHDRAWAL, field="reason")


def check_can_change_reason(ending: Ending, reason: str) -> None:
    """A withdrawal is not written over, or it could be called off after all."""
    if reason == ending.reason:
        return
    if ending.reason in BY_OTHER_MEANS:
        raise Refused(EndingRefusal.CANNOT_BE_CALLED_OFF, field="reason")
    check_reason(reason)


def check_can_call_off(ending: Ending, course: Course, *, today: dt.date) -> None:
    """An ending may be thought better of; after a withdrawal only with a new yes."""
    check_is_open(course)
    again = consents_in_force(course.citizen_id, day=today).filter(team=course.team_id)
    if ending.reason in BY_OTHER_MEANS and not again.exists():
        raise Refused(EndingRefusal.CANNOT_BE_CALLED_OFF)


def check_can_end(course: Course, *, ended_on: dt.date, today: dt.date) -> None:
    """An ending was begun, and the day has come."""
    check_is_open(course)
    if not Ending.objects.filter(course=course).exists():
        raise Refused(EndingRefusal.NOT_BEGUN)
    if ended_on > today:
        raise Refused(EndingRefusal.FUTURE, field="ended_on")
    if ended_on < course.started_on:
        raise Refused(EndingRefusal.BEFORE_START, field="ended_on")


def check_died_on(course: Course, died_on: dt.date, *, today: dt.date) -> None:
    """A day that has come, in an open course."""
    check_is_open(course)
    check_days_in_course(course, today=today, field="died_on", day=died_on)


def check_staff(course: Course, staff: Collection[UUID], *, day: dt.date) -> None:
    """Whoever stays on is in the team."""
    if not work_in_team(course.team_id, staff, day):
        raise Refused(CourseRefusal.STAFF_NOT_IN_TEAM, field="staff")
