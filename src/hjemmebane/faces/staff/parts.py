"""The practice model's parts, as they were called when a course was placed."""

from collections.abc import Sequence

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.method.content.entries import PracticePart
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.practice.models import Placement


def part_of(placement: Placement) -> PracticePart:
    """The part a placement names, in the version of the method it was made with."""
    return pack(placement.method_pack, placement.method_version).practice_part(placement.part)


def parts_for(course: Course) -> Sequence[PracticePart]:
    """The parts a course can be placed in now."""
    return pack(course.team.method_pack).practice_parts
