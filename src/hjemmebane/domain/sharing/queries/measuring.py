"""What the acting citizen may answer, and what they have answered."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.measurements.calculations.scoring import score
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.measurements.queries import (
    Asked,
    all_asked_now,
    as_answered,
    response_of,
    responses_of,
    to_measure,
)
from hjemmebane.domain.method.content.measuring import Instrument, Respondent
from hjemmebane.domain.method.queries import pack


def own_questions(course: Course, *, today: dt.date) -> list[tuple[Asked, bool]]:
    """What the citizen is asked in their team's method, and whether it is wanted by now.

    What is wanted comes first. Four queries.
    """
    if not course.is_open:
        return []
    wanted = {one.instrument.code for one in to_measure([course], today=today)}
    asked_for = {one.instrument for one in pack(course.team.method_pack).measurements}
    found = [
        (one, one.instrument.code in wanted)
        for one in all_asked_now()
        if one.instrument.code in asked_for and one.instrument.respondent is Respondent.CITIZEN
    ]
    return sorted(found, key=lambda one: not one[1])


def own_answers(course_id: UUID) -> list[Response]:
    """What the citizen has answered or begun, but for what was put right since; newest first."""
    found = list(responses_of([course_id]))
    corrected = {one.corrects_id for one in found if not one.is_under_way}
    return [one for one in found if one.pk not in corrected]


def own_response(course_id: UUID, response_id: UUID) -> Response | None:
    """One set of answers of the acting citizen's."""
    return response_of(course_id, response_id)


def own_asked(response: Response) -> Instrument:
    """The instrument in the words the answers are given to."""
    return as_answered(response)


def may_complete(response: Response) -> bool:
    """Whether every question was come to, and enough of them answered for a figure."""
    asked = as_answered(response)
    codes = {item.code for item in asked.items}
    answers = {code: points for code, points in response.answers.items() if code in codes}
    return codes <= answers.keys() and score(asked, answers).value is not None
