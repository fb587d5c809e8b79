"""One question at a time, and what came of the answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.measurements.queries import (
    answered_before,
    as_answered,
    has_its_words,
    wording_said,
)
from hjemmebane.domain.method.content.measuring import Instrument, Item
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.measurements.pages.words import (
    answered_said,
    band_said,
    figure_said,
)
from hjemmebane.foundation.written import written_day, written_moment

NOTHING, SKIPPED, NOT_REACHED = "–", "Sprunget over", "Ikke nået"


@dataclass(frozen=True)
class Answer:
    """An answer to press."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class QuestionPage:
    """One question, which it is of how many, and the ways on."""

    asked: Instrument
    item: Item
    number: int
    of: int
    answers: Sequence[Answer]
    before_url: str
    pause_url: str


@dataclass(frozen=True)
class AnswerRow:
    """A question and what was answered; `before` is what was answered the last time."""

    title: str
    text: str
    answer: str
    before: str
    url: str


@dataclass(frozen=True)
class ResponsePage:
    """What came of the answers so far. before_when: empty where nothing is to compare with."""

    response: Response
    asked: Instrument
    figure: str
    missing: str
    band: tuple[str, str] | None
    wording: str
    when: str
    rows: Sequence[AnswerRow]
    before_when: str
    is_replaced_by: str
    replaces: str
    fit_said: str
    may_complete: bool
    may_be_changed: bool


def question_page(
    frame: CitizenFrame, response: Response, asked: Instrument, item: Item
) -> QuestionPage:
    place = asked.items.index(item)
    chosen = response.answers.get(item.code)
    before = asked.items[place - 1].code if place else ""
    pause = frame.url("staff:measurements:page")
    return QuestionPage(
        asked=asked,
        item=item,
        number=place + 1,
        of=len(asked.items),
        answers=[
            Answer(str(one.points), one.text, one.points == chosen)
            for one in asked.scale_of(item).options
        ],
        before_url=question_url(frame, response, before) if before else "",
        pause_url=pause,
    )


def question_url(frame: CitizenFrame, response: Response, question: str) -> str:
    return frame.url("staff:measurements:question", response.pk, question)


def next_url(frame: CitizenFrame, response: Response, asked: Instrument, after: str = "") -> str:
    """The next question that nobody came to, after one or from the first on; else the overview."""
    codes = [item.code for item in asked.items]
    start = codes.index(after) + 1 if after else 0
    for code in (*codes[start:], *codes[:start]):
        if code not in response.answers:
            return question_url(frame, response, code)
    return frame.url("staff:measurements:response", response.pk)


def response_page(frame: CitizenFrame, response: Response) -> ResponsePage:
    """At most one query more than the response itself. What was rated before is not shown until
    the new rating is finished.
    """
    asked = as_answered(response)
    former = None if response.is_under_way else answered_before(response)
    gender = frame.citizen.gender
    value = response.score
    newer = response.replaced_by
    return ResponsePage(
        response=response,
        asked=asked,
        figure=figure_said(asked, value) if value is not None else "",
        missing=answered_said(asked, response),
        band=band_said(asked, value, gender) if value is not None else None,
        wording=_wording(response, asked),
        when=written_day(response.measured_on),
        rows=[_row(frame, response, asked, item, former) for item in asked.items],
        before_when=written_day(former.measured_on) if former else "",
        is_replaced_by=frame.url("staff:measurements:response", newer) if newer else "",
        replaces=frame.url("staff:measurements:response", response.corrects_id)
        if response.corrects_id
        else "",
        fit_said=_fit_said(response),
        may_complete=all(item.code in response.answers for item in asked.items),
        may_be_changed=frame.course.is_open
        and newer is None
        and not response.is_stopped_correction,
    )


def _wording(response: Response, asked: Instrument) -> str:
    """Which words were asked in, and that others stand here where those are not kept."""
    said = wording_said(response)
    if has_its_words(response):
        return said
    return f"{said}. Spørgsmålene står her i de ord, vi bruger nu: udgave {asked.wording.version}"


def _row(
    frame: CitizenFrame, response: Response, asked: Instrument, item: Item, former: Response | None
) -> AnswerRow:
    return AnswerRow(
        title=item.title,
        text=item.text,
        answer=_answer_said(asked, item, response),
        before=_answer_said(asked, item, former) if former else "",
        url=question_url(frame, response, item.code) if response.is_under_way else "",
    )


def _answer_said(asked: Instrument, item: Item, response: Response) -> str:
    if item.code not in response.answers:
        return NOT_REACHED
    points = response.answers[item.code]
    if points is None:
        return SKIPPED
    texts = {one.points: one.text for one in asked.scale_of(item).options}
    return texts.get(points, NOTHING)


def _fit_said(response: Response) -> str:
    if not response.fits or response.fits_said_at is None:
        return ""
    comment = f" “{response.fits_comment}”" if response.fits_comment else ""
    when = written_moment(response.fits_said_at)
    return f"{response.get_fits_display()}.{comment} Sagt {when}."
