import datetime as dt
from collections.abc import Collection
from uuid import UUID

from hjemmebane.domain.contacts.choices import ContactRefusal
from hjemmebane.domain.contacts.models.log import LONGEST_CONTACT
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import work_in_team
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused


def check_contact(
    course: Course,
    *,
    started_at: dt.datetime,
    minutes: int,
    staff: Collection[StaffMember],
    sub_goals: Collection[UUID],
    now: dt.datetime,
) -> None:
    """It has happened, in the course, within a day and a night, by people of the team, about
    sub-goals of the citizen's.
    """
    if started_at > now:
        raise Refused(ContactRefusal.FUTURE, field="started_at")
    if day_of(started_at) < course.started_on:
        raise Refused(ContactRefusal.BEFORE_COURSE, field="started_at")
    if minutes > LONGEST_CONTACT:
        raise Refused(ContactRefusal.TOO_LONG, field="direct_minutes")
    if not staff:
        raise Refused(ContactRefusal.STAFF_MISSING, field="staff")
    check_in_team(course, staff, day=day_of(started_at), field="staff")
    own = SubGoal.objects.filter(course_id=course.pk, pk__in=sub_goals)
    if sub_goals and own.count() != len(sub_goals):
        raise Refused(ContactRefusal.FOREIGN_SUB_GOAL, field="sub_goals")


def check_in_team(
    course: Course, staff: Collection[StaffMember], *, day: dt.date, field: str
) -> None:
    """Everybody named works in the course's team that day."""
    if not work_in_team(course.team_id, [member.pk for member in staff], day):
        raise Refused(ContactRefusal.STAFF_NOT_IN_TEAM, field=field)
