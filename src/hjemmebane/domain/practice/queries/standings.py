import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.method.content.entries import PracticePart
from hjemmebane.domain.plans.queries import AssessmentState
from hjemmebane.domain.practice.calculations.standings import Point, points_of
from hjemmebane.domain.practice.queries.evidence import facts_of
from hjemmebane.domain.practice.queries.noted import verdicts_now


def points_in_parts(
    parts: Mapping[Course, Sequence[PracticePart]],
    assessments: Mapping[UUID, Sequence[AssessmentState]],
    *,
    today: dt.date,
) -> dict[UUID, dict[str, tuple[Point, ...]]]:
    """Where every entry of some parts stands, by course and code of the part; two queries.

    `assessments` is what `plans.assessment_gaps` answers for the same courses.
    """
    facts = facts_of(parts, assessments, today=today)
    noted = verdicts_now(course.pk for course in parts)
    return {
        course.pk: {
            part.code: points_of(part, noted[course.pk], facts[course.pk]) for part in wanted
        }
        for course, wanted in parts.items()
    }
