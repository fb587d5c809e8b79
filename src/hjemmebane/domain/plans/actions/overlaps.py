import datetime as dt
from uuid import UUID

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.plans.calculations import Question
from hjemmebane.domain.plans.choices import OverlapJudgement
from hjemmebane.domain.plans.models import Overlap
from hjemmebane.domain.plans.rules import check_can_change, check_overlap
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor


@action
def judge_overlap(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    question: Question,
    asked: str,
    seen: str,
    judgement: OverlapJudgement,
    why: str,
    by: Actor,
    at: dt.datetime,
) -> Overlap:
    """Say what the team makes of several efforts; what was said before stays to be read.

    question: as it stands now, in the words `asked`; seen: what it rested on when it was read.
    Refuses an ended course, a question that rests on something else by now, and no reason.
    """
    course = course_to_change(course.pk)
    overlap = Overlap(
        id=id,
        course=course,
        kind=question.kind,
        key=question.key,
        rests_on=question.rests_on,
        asked=asked,
        judgement=judgement,
        why=why.strip(),
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    overlap.check_unsent()
    check_can_change(course)
    check_overlap(question, seen=seen, why=why)
    return overlap.insert()
