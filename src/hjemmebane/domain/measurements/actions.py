"""Answering, breaking off, putting right, putting off, and bringing in the official words."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.measurements.calculations.scoring import score
from hjemmebane.domain.measurements.choices import Fit, Manner, NoneReason, ResponseStatus
from hjemmebane.domain.measurements.models import Postponement, Response, WordingImport
from hjemmebane.domain.measurements.queries import (
    Asked,
    as_answered,
    asked_now,
    to_measure,
    wording_imported,
)
from hjemmebane.domain.measurements.rules import (
    check_answer,
    check_can_complete,
    check_can_correct,
    check_can_import,
    check_can_postpone,
    check_can_say_fit,
    check_day,
    check_goes_on,
    check_is_asked,
    check_is_under_way,
    check_manner,
    check_none_under_way,
)
from hjemmebane.domain.method.content.instrument_loader import parse_instrument
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns
from hjemmebane.foundation.records import AlreadySaved


@action
def begin_response(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    instrument: str,
    wording: str,
    manner: Manner,
    measured_on: dt.date,
    corrects: Response | None = None,
    corrects_why: str = "",
    by: Actor,
    at: dt.datetime,
) -> Response:
    """Begin to answer, in the words that are asked now; `wording` is what the page was opened with.
    One that puts another right begins with its answers and in its words.

    Refuses an ended course, a citizen who has died, a day to come or before the course, words that
    have been exchanged meanwhile, a second one under way, and a correction without a reason.
    """
    take_turns(f"responses:{course.pk}")
    asked = asked_now(instrument)
    response = Response(
        id=id,
        course=course,
        instrument=instrument,
        **_words_of(corrects, asked),
        manner=manner,
        measured_on=measured_on,
        answers=dict(corrects.answers) if corrects else {},
        corrects=corrects,
        corrects_why=corrects_why.strip(),
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    response.check_unsent()
    check_goes_on(course)
    check_day(course, measured_on, today=day_of(at))
    seen = check_is_asked(asked, wording=asked.wording if corrects and asked else wording)
    check_manner(seen.instrument, manner)
    check_can_correct(response, corrects)
    check_none_under_way(course, instrument)
    return response.insert()


@action
def answer_question(
    *,
    response: Response,
    question: str,
    points: int | None,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Response:
    """Answer one question, or skip it; kept at once. Raises AlreadySaved and EditConflict.

    Refuses what is finished, an ended course, and a question or an answer that there is not.
    """
    check_answer(as_answered(response), question, points)
    if question in response.answers and response.answers[question] == points:
        raise AlreadySaved(response)
    check_is_under_way(response)
    check_goes_on(response.course)
    answers = {**response.answers, question: points}
    return response.save_changes({"answers": answers}, version=version)


@action
def complete_response(*, response: Response, version: int, by: Actor, at: dt.datetime) -> Response:
    """The answers are whole, with their figure. Raises AlreadySaved and EditConflict.

    Refuses while questions are left, and where too few are answered for a figure.
    """
    if response.status == ResponseStatus.COMPLETE:
        raise AlreadySaved(response)
    check_is_under_way(response)
    check_goes_on(response.course)
    asked = as_answered(response)
    found = score(asked, _known(response))
    check_can_complete(asked, response, found)
    done = {"status": ResponseStatus.COMPLETE, "score": found.value, "finished_at": at}
    return response.save_changes(done, version=version)


@action
def stop_response(*, response: Response, version: int, by: Actor, at: dt.datetime) -> Response:
    """Break off. What was answered is kept, with a figure only where enough was. A correction that
    is broken off has none: what it was to put right stands.

    Raises AlreadySaved and EditConflict.
    """
    if response.status == ResponseStatus.STOPPED:
        raise AlreadySaved(response)
    check_is_under_way(response)
    check_goes_on(response.course)
    found = None if response.corrects_id else score(as_answered(response), _known(response)).value
    done = {"status": ResponseStatus.STOPPED, "score": found, "finished_at": at}
    return response.save_changes(done, version=version)


@action
def say_fit(
    *,
    response: Response,
    fits: Fit,
    fits_comment: str = "",
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Response:
    """The citizen's word on the result; what does not fit is kept and not counted.

    Raises EditConflict, and AlreadySaved where just that was said.
    """
    said = {"fits": fits, "fits_comment": fits_comment.strip()}
    if all(getattr(response, name) == value for name, value in said.items()):
        raise AlreadySaved(response)
    check_can_say_fit(response)
    check_goes_on(response.course)
    said_by = {"fits_said_at": at, "fits_said_by_id": by.user_id}
    return response.save_changes(said | said_by, version=version)


@action
def postpone_measurement(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    instrument: str,
    due_on: dt.date,
    until_on: dt.date,
    reason: NoneReason,
    note: str = "",
    by: Actor,
    at: dt.datetime,
) -> Postponement:
    """Put a measurement that stands open off to another day, and say why."""
    take_turns(f"responses:{course.pk}")
    put_off = Postponement(
        id=id,
        course=course,
        instrument=instrument,
        due_on=due_on,
        until_on=until_on,
        reason=reason,
        note=note.strip(),
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    put_off.check_unsent()
    check_goes_on(course)
    put_off.validate_fields()
    today = day_of(at)
    check_can_postpone(put_off, to_measure([course], today=today), today=today)
    return put_off.insert()


@action
def import_wording(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    content: str,
    by: Actor,
    at: dt.datetime,
) -> WordingImport:
    """Bring in the official words of an instrument; who answers from now on is asked in them.

    Raises BrokenPack for a file that is not whole, and AlreadySaved where it is there already.
    """
    take_turns("wordings")
    read = parse_instrument(content, name="filen")
    check_can_import(read, content=content)
    if there := wording_imported(read.code, read.wording.version):
        raise AlreadySaved(there)
    return WordingImport(
        id=id,
        instrument=read.code,
        wording_version=read.wording.version,
        content=content,
        imported_at=at,
    ).insert()


def _words_of(corrects: Response | None, asked: Asked | None) -> dict[str, object]:
    """Which words are answered: those of what is put right, else those that are asked now."""
    if corrects:
        names = ("instrument_version", "wording_status", "wording_version", "wording")
        return {name: getattr(corrects, name) for name in names}
    if asked is None:
        return {}
    said = asked.instrument.wording
    return {
        "instrument_version": asked.instrument.version,
        "wording_status": said.status.value,
        "wording_version": said.version,
        "wording": asked.brought_in,
    }


def _known(response: Response) -> dict[str, int | None]:
    """The answers to questions that the instrument has; it may have had others once."""
    codes = {item.code for item in as_answered(response).items}
    return {code: points for code, points in response.answers.items() if code in codes}
