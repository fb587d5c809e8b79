import datetime as dt

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.rules import check_is_open
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.practice.choices import PlacementRefusal
from hjemmebane.domain.practice.queries import placements_of
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
    if last and last.part == part:
        raise Refused(PlacementRefusal.SAME_PART, field="part")
    if last and from_on < last.from_on:
        raise Refused(PlacementRefusal.BEFORE_LAST, field="from_on")
