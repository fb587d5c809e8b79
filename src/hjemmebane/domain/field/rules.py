"""Whose telephone it is, whether a clock can be trusted, and when two versions are settled."""

import datetime as dt

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.field.calculations import Clock, was_set_in_between
from hjemmebane.domain.field.choices import FieldRefusal
from hjemmebane.domain.field.models import FieldConflict, FieldDevice
from hjemmebane.domain.field.queries import is_shut
from hjemmebane.domain.teams.queries import coordinated_with
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused


def check_may_talk(device: FieldDevice | None) -> None:
    """It is one's own, nobody has shut it, and its owner works in a team today."""
    if device is None or is_shut(device.pk):
        raise Refused(FieldRefusal.REVOKED)


def check_may_shut(by: Actor, device: FieldDevice, *, now: dt.datetime) -> None:
    """The owner, or who coordinates one of the owner's teams."""
    if device.user_id == by.user_id:
        return
    members = coordinated_with(by, day_of(now))
    if not members.filter(staff_member__user_id=device.user_id).exists():
        raise Refused(FieldRefusal.NOT_SHUT_BY_YOU)


def check_clock(clock: Clock, *, made_at: dt.datetime, sent_at: dt.datetime) -> None:
    """It goes right, or wrong by a span that can be taken off, and was not set in between."""
    if clock.is_far_off:
        raise Refused(FieldRefusal.CLOCK_FAR_OFF)
    if was_set_in_between(made_at, sent_at):
        raise Refused(FieldRefusal.CLOCK_MOVED)


def check_is_writable(course: Course) -> None:
    """While the course goes on, and the citizen lives."""
    if not course.is_open or course.citizen.died_on:
        raise Refused(FieldRefusal.COURSE_ENDED)


def check_is_unsettled_conflict(conflict: FieldConflict) -> None:
    """Once."""
    if conflict.settled_at:
        raise Refused(FieldRefusal.ALREADY_SETTLED)
