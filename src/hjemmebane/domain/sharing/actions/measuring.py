"""Answering to instruments as the citizen, on a device of their own or one they have borrowed."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.measurements.actions import (
    answer_question,
    begin_response,
    complete_response,
    say_fit,
    stop_response,
)
from hjemmebane.domain.measurements.choices import Fit, Manner
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.sharing.queries import may_complete
from hjemmebane.domain.sharing.rules import check_goes_on
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of


@action
def begin_own_answers(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    instrument: str,
    wording: str,
    is_borrowed: bool = False,
    by: Actor,
    at: dt.datetime,
) -> Response:
    """The citizen begins to answer, today. Refuses what `begin_response` does."""
    check_goes_on(course)
    return begin_response(
        id=id,
        course=course,
        instrument=instrument,
        wording=wording,
        manner=Manner.TOGETHER if is_borrowed else Manner.ALONE,
        measured_on=day_of(at),
        by=by,
        at=at,
    )


@action
def answer_own_question(
    *,
    response: Response,
    question: str,
    points: int | None,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Response:
    """The citizen answers one question, or skips it. Raises AlreadySaved and EditConflict."""
    check_goes_on(response.course)
    return answer_question(
        response=response, question=question, points=points, version=version, by=by, at=at
    )


@action
def end_own_answers(*, response: Response, version: int, by: Actor, at: dt.datetime) -> Response:
    """The citizen is done, or stops: what was answered is kept, with a figure where it is enough.

    Raises AlreadySaved and EditConflict.
    """
    check_goes_on(response.course)
    end = complete_response if may_complete(response) else stop_response
    return end(response=response, version=version, by=by, at=at)


@action
def say_own_fit(
    *,
    response: Response,
    fits: Fit,
    fits_comment: str = "",
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Response:
    """The citizen says whether the result fits. Raises AlreadySaved and EditConflict."""
    check_goes_on(response.course)
    return say_fit(
        response=response, fits=fits, fits_comment=fits_comment, version=version, by=by, at=at
    )
