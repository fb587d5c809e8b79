import datetime as dt
from uuid import UUID

from django.db.models import Q, QuerySet

from hjemmebane.domain.meetings.models import (
    SteeringAttendance,
    SteeringGroupMeeting,
    SteeringPoint,
)
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import managers_of, staff_of
from hjemmebane.foundation.alphabet import alphabetical


def visible_steering_meetings() -> QuerySet[SteeringGroupMeeting]:
    """Those of the teams the acting person works in or manages, the newest first."""
    return SteeringGroupMeeting.objects.select_related("team").order_by("-held_on", "-pk")


def steering_meetings_of(team_id: UUID) -> QuerySet[SteeringGroupMeeting]:
    """A team's, the newest first."""
    return visible_steering_meetings().filter(team_id=team_id)


def steering_attendances_of(meeting_id: UUID) -> QuerySet[SteeringAttendance]:
    """Who with a login was there, by name."""
    rows = SteeringAttendance.objects.filter(meeting_id=meeting_id).select_related("staff_member")
    return rows.order_by(alphabetical("staff_member__name"), "pk")


def steering_points() -> QuerySet[SteeringPoint]:
    """What was agreed on or stands in the way: first what is due, then in order of time."""
    rows = SteeringPoint.objects.select_related("meeting", "team")
    return rows.order_by("due_on", "recorded_at", "pk")


def open_steering_points(team_id: UUID) -> QuerySet[SteeringPoint]:
    """What is still to be handled."""
    return steering_points().filter(team_id=team_id, handled_on__isnull=True)


def points_raised_at(meeting: SteeringGroupMeeting) -> QuerySet[SteeringPoint]:
    return steering_points().filter(meeting=meeting)


def points_carried_to(meeting: SteeringGroupMeeting) -> QuerySet[SteeringPoint]:
    """What earlier meetings raised and nobody had handled before this one."""
    earlier = Q(meeting__held_on__lt=meeting.held_on) | Q(
        meeting__held_on=meeting.held_on, meeting_id__lt=meeting.pk
    )
    waiting = Q(handled_on__isnull=True) | Q(handled_on__gte=meeting.held_on)
    return steering_points().filter(earlier, waiting, team_id=meeting.team_id)


def may_attend_steering(team_id: UUID, day: dt.date) -> list[StaffMember]:
    """Who works in the team or manages it on a day, the managers first."""
    found = [*managers_of(team_id, day), *staff_of(team_id, day)]
    return list(dict.fromkeys(found))
