import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, Q, QuerySet

from hjemmebane.domain.contacts.choices import ReminderStatus
from hjemmebane.domain.contacts.models import FollowUp, Task

# What is settled comes last, the newest of it first; among what waits, no day comes after any day.
_SOONEST = (F("settled_at").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "pk")


def visible_tasks() -> QuerySet[Task]:
    """The tasks of the acting person's teams, with whom they are about and who does them."""
    return Task.objects.select_related(
        "team", "course__citizen", "staff_member", "recorded_by", "settled_by"
    )


def visible_follow_ups() -> QuerySet[FollowUp]:
    """The follow-ups in the acting person's teams, with citizen and who sees to them."""
    return FollowUp.objects.select_related(
        "course__citizen", "course__team", "staff_member", "recorded_by", "settled_by"
    )


def tasks_of(course_id: UUID) -> QuerySet[Task]:
    """All tasks about a citizen: those that wait first, the soonest first."""
    return visible_tasks().filter(course_id=course_id).order_by(*_SOONEST)


def follow_ups_of(course_id: UUID) -> QuerySet[FollowUp]:
    """All follow-ups of a course: those that wait first, the soonest first."""
    return visible_follow_ups().filter(course_id=course_id).order_by(*_SOONEST)


def tasks_for(staff_id: UUID, *, settled_since: dt.datetime) -> QuerySet[Task]:
    """What somebody is to do, and what of it was settled since a moment; the soonest first.

    Nobody is reminded of somebody who has died.
    """
    waiting = Q(settled_at__isnull=True) | Q(settled_at__gte=settled_since)
    return (
        visible_tasks()
        .filter(waiting, staff_member_id=staff_id)
        .filter(course__citizen__died_on__isnull=True)
        .order_by(*_SOONEST)
    )


def follow_ups_for(
    staff_id: UUID, team_ids: Iterable[UUID], *, until: dt.date
) -> QuerySet[FollowUp]:
    """What somebody is to follow up, and what is due by a day and nobody's; the soonest first."""
    nobodys = Q(staff_member__isnull=True, course__team_id__in=list(team_ids), due_on__lte=until)
    return (
        visible_follow_ups()
        .filter(nobodys | Q(staff_member_id=staff_id), settled_at__isnull=True)
        .filter(course__citizen__died_on__isnull=True)
        .order_by(*_SOONEST)
    )


def days_to_follow_up(course_ids: Iterable[UUID]) -> dict[UUID, tuple[dt.date, ...]]:
    """The days on which follow-ups still open are due, by course, in one query."""
    waiting = FollowUp.objects.filter(course_id__in=list(course_ids), status=ReminderStatus.OPEN)
    days: dict[UUID, tuple[dt.date, ...]] = {}
    for course_id, due_on in waiting.order_by("due_on").values_list("course_id", "due_on"):
        days[course_id] = (*days.get(course_id, ()), due_on)
    return days


def days_to_do(course_ids: Iterable[UUID]) -> dict[UUID, tuple[dt.date | None, ...]]:
    """The days by which tasks still open are to be done, by course; None has no day. One query."""
    waiting = Task.objects.filter(course_id__in=list(course_ids), status=ReminderStatus.OPEN)
    days: dict[UUID, tuple[dt.date | None, ...]] = {}
    for course_id, due_on in waiting.order_by("due_on", "pk").values_list("course_id", "due_on"):
        days[course_id] = (*days.get(course_id, ()), due_on)
    return days


def open_tasks_of_team(team_id: UUID) -> QuerySet[Task]:
    """What waits in a team, about citizens or the team alone, the soonest first."""
    waiting = visible_tasks().filter(team_id=team_id, settled_at__isnull=True)
    return waiting.filter(course__citizen__died_on__isnull=True).order_by(*_SOONEST)


def open_follow_ups_of_team(team_id: UUID) -> QuerySet[FollowUp]:
    """The follow-ups that wait in a team and are somebody's, the soonest first."""
    waiting = visible_follow_ups().filter(
        course__team_id=team_id, settled_at__isnull=True, staff_member__isnull=False
    )
    return waiting.filter(course__citizen__died_on__isnull=True).order_by(*_SOONEST)


def open_tasks_to_change(course_id: UUID) -> QuerySet[Task]:
    """The tasks about a citizen that wait, held until the transaction ends."""
    waiting = Task.objects.filter(course_id=course_id, status=ReminderStatus.OPEN)
    return waiting.order_by("pk").select_for_update(no_key=True)


def open_follow_ups_to_change(course_id: UUID) -> QuerySet[FollowUp]:
    """The follow-ups of a course that wait, held until the transaction ends."""
    waiting = FollowUp.objects.filter(course_id=course_id, status=ReminderStatus.OPEN)
    return waiting.order_by("pk").select_for_update(no_key=True)
