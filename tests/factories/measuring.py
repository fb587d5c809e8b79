"""Answers to instruments, given as a citizen or the team gives them."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.measurements.actions import (
    answer_question,
    begin_response,
    complete_response,
    say_fit,
)
from hjemmebane.domain.measurements.calculations.series import Series
from hjemmebane.domain.measurements.choices import Fit, Manner
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.measurements.queries import (
    ResponseRate,
    as_answered,
    asked_now,
    results_from,
    standing_responses,
)
from hjemmebane.domain.measurements.queries.due import all_slots, rate_of
from hjemmebane.domain.method.content.instrument_loader import SHIPPED_INSTRUMENTS
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, Case, Employee
from tests.factories.plans import TODAY


def begin(case: Case, by: Employee, *, code: str = "BRIEF_INSPIRE_O", at=NOW, **changes):
    """Somebody in the team begins, from paper; VUM is rated."""
    asked = asked_now(code)
    given = {
        "id": new_id(),
        "course": case.course,
        "instrument": code,
        "wording": asked.wording if asked else "",
        "manner": Manner.RATED if code == "VUM" else Manner.PAPER,
        "measured_on": TODAY,
    }
    return begin_response(**given | changes, by=by.actor, at=at)


def answer(response: Response, by: Employee, *points: int | None, at=NOW) -> Response:
    """The first questions, in their order."""
    for item, given in zip(as_answered(response).items, points, strict=False):
        answer_question(
            response=response,
            question=item.code,
            points=given,
            version=response.version,
            by=by.actor,
            at=at,
        )
    return response


def answered(case: Case, by: Employee, *points: int | None, at=NOW, **changes) -> Response:
    """Begun, answered and finished, and nothing said to it yet."""
    response = answer(begin(case, by, at=at, **changes), by, *points, at=at)
    return complete_response(response=response, version=response.version, by=by.actor, at=at)


def counted(case: Case, by: Employee, *points: int | None, at=NOW, **changes) -> Response:
    """And the citizen has said that it fits."""
    response = answered(case, by, *points, at=at, **changes)
    return say_fit(response=response, fits=Fit.YES, version=response.version, by=by.actor, at=at)


def results_of(course_id: UUID) -> list[Series]:
    """What counts in a course, as its page has it."""
    return results_from(standing_responses([course_id]))


def response_rate(courses, *, from_on: dt.date, until_on: dt.date, today: dt.date) -> ResponseRate:
    """How many of what fell due in a period were answered."""
    opened = all_slots(courses, today=today)
    return rate_of(one for one in opened if from_on <= one.due_on <= min(until_on, today))


def official(code: str = "brief_inspire_o", version: str = "1") -> str:
    """A file with the official words of an instrument, as a municipality writes it."""
    text = (SHIPPED_INSTRUMENTS / f"{code}.toml").read_text(encoding="utf-8")
    return text.replace(
        'status = "WORKING"\nversion = "1"', f'status = "OFFICIAL"\nversion = "{version}"'
    ).replace("Jeg kan godt lide mig selv", "Jeg synes om mig selv")
