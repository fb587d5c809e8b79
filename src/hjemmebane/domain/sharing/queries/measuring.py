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
    wanted_of,
)
from hjemmebane.domain.method.content.measuring import Instrument, Respondent
from hjemmebane.domain.method.queries import pack
from hjemmebane.foundation.database import ask_guard


def own_questions(course: Course, *, today: dt.date) -> list[tuple[Asked, bool]]:
    """What the citizen is asked in their team's method, and whether it is wanted by now.

    What is wanted comes first; what the team has put off is not, until its day. Three queries.
    """
    if not course.is_open:
        return []
    wanted = _own_wanted(course, today)
    asked_for = {one.instrument for one in pack(course.team.method_pack).measurements}
    found = [
        (one, one.instrument.code in wanted)
        for one in all_asked_now()
        if one.instrument.code in asked_for and one.instrument.respondent is Respondent.CITIZEN
    ]
    return sorted(found, key=lambda one: not one[1])


def _own_wanted(course: Course, today: dt.date) -> set[str]:
    """The team's reasons are the team's: the citizen gets the days alone, from the database."""
    put_off: dict[tuple[str, dt.date], dt.date] = {}
    ending_begun_on = None
    for code, due_on, until_on, begun_on in ask_guard("own_due_days", str(course.pk)):
        if isinstance(due_on, dt.date) and isinstance(until_on, dt.date):
            put_off[str(code), due_on] = until_on
        if isinstance(begun_on, dt.date):
            ending_begun_on = begun_on
    return wanted_of(course, put_off_until=put_off, ending_begun_on=ending_begun_on, today=today)


def own_answers(course_id: UUID) -> list[Response]:
    """What the citizen has answered or begun, but for what was put right since; newest first."""
    found = list(responses_of([course_id]))
    return [one for one in found if not one.replaced_by and not one.is_stopped_correction]


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
