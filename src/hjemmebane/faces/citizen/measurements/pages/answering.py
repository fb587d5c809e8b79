"""What I may answer, one question, and my own path."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.charts.stacked import StackedChart
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.method.content.measuring import Direction, Instrument, Item
from hjemmebane.domain.sharing.models import Response
from hjemmebane.domain.sharing.queries import (
    may_complete,
    own_answers,
    own_asked,
    own_questions,
)
from hjemmebane.faces.citizen.measurements.forms import BeginForm
from hjemmebane.faces.citizen.measurements.pages.names import called, figure_said
from hjemmebane.faces.citizen.measurements.pages.way import UPWARDS, Way, picture_of, ways_of
from hjemmebane.faces.citizen.mine import Mine
from hjemmebane.faces.citizen.words import on_the
from hjemmebane.foundation.clock import day_of

FACES, MOST_STOPS = 5, 8
SKIPPED, NOT_REACHED = "Sprunget over", "Ikke svaret"


@dataclass(frozen=True)
class Offer:
    """Something I may answer: what it is called, how long it is, and the button that begins."""

    code: str
    name: str
    length: str
    form: BeginForm


@dataclass(frozen=True)
class Answered:
    """Answers of mine."""

    key: UUID
    name: str
    when: str
    said: str


@dataclass(frozen=True)
class AnswersPage:
    """wanted: what my team asks me now. others: what I may answer all the same. ways: how it went
    each time I was asked the same.
    """

    under_way: Sequence[Answered]
    wanted: Sequence[Offer]
    others: Sequence[Offer]
    to_talk: Sequence[Answered]
    ways: Sequence[Way]
    given: Sequence[Answered]


@dataclass(frozen=True)
class Choice:
    """An answer to choose; face: the number of a drawn face, or none."""

    id: str
    value: str
    label: str
    is_chosen: bool
    face: int


@dataclass(frozen=True)
class QuestionPage:
    """One question, which it is of how many, and the way back."""

    code: str
    name: str
    lead: str
    text: str
    place: str
    choices: Sequence[Choice]
    has_faces: bool
    before_url: str


@dataclass(frozen=True)
class Said:
    """A question and what I said; url: where it may be said still."""

    text: str
    answer: str
    url: str


@dataclass(frozen=True)
class Stop:
    """A day on my path, its figure and how far that is."""

    when: str
    figure: str
    is_this: bool


@dataclass(frozen=True)
class ResponsePage:
    """What I said, what came of it, and how it was before. picture: once there are two."""

    response: Response
    name: str
    answered: str
    figure: str
    upwards: str
    said: Sequence[Said]
    path: Sequence[Stop]
    picture: StackedChart | None
    is_whole: bool

    @property
    def next_url(self) -> str:
        """The first question that I have neither answered nor skipped."""
        return next((one.url for one in self.said if one.answer == NOT_REACHED), "")


def answers_page(me: Mine, *, at: dt.datetime) -> AnswersPage:
    """Five queries, however much I have answered."""
    today = day_of(at)
    given = own_answers(me.course_id)
    begun = {one.instrument for one in given if one.is_under_way}
    offers = [
        (_offer(asked.instrument, asked.wording), is_wanted)
        for asked, is_wanted in own_questions(me.course, today=today)
        if asked.instrument.code not in begun
    ]
    return AnswersPage(
        under_way=[_mine(one, today) for one in given if one.is_under_way],
        wanted=[offer for offer, is_wanted in offers if is_wanted],
        others=[offer for offer, is_wanted in offers if not is_wanted],
        to_talk=[_mine(one, today) for one in given if one.waits_for_talk],
        ways=ways_of(given, today),
        given=[
            _mine(one, today) for one in given if not one.is_under_way and not one.waits_for_talk
        ][:MOST_STOPS],
    )


def next_url(response: Response, asked: Instrument, after: str = "") -> str:
    """The next question that I have not come to; else the overview."""
    codes = [item.code for item in asked.items]
    start = codes.index(after) + 1 if after else 0
    for code in (*codes[start:], *codes[:start]):
        if code not in response.answers:
            return question_url(response, code)
    return reverse("citizen:measurements:response", args=[response.pk])


def question_url(response: Response, question: str) -> str:
    return reverse("citizen:measurements:question", args=[response.pk, question])


def question_page(response: Response, asked: Instrument, item: Item, chosen: str) -> QuestionPage:
    place, scale = asked.items.index(item), asked.scale_of(item)
    has_faces = asked.direction is Direction.UP and len(scale.options) == FACES
    before = asked.items[place - 1].code if place else ""
    return QuestionPage(
        code=item.code,
        name=called(asked.code, asked.title),
        lead=asked.lead,
        text=item.text,
        place=f"Spørgsmål {place + 1} af {len(asked.items)}",
        choices=[
            Choice(
                id=f"svar-{number}",
                value=str(option.points),
                label=option.text,
                is_chosen=str(option.points) == chosen,
                face=FACES + 1 - number if item.reverse else number,
            )
            for number, option in enumerate(scale.options, start=1)
        ],
        has_faces=has_faces,
        before_url=question_url(response, before) if before else "",
    )


def item_of(asked: Instrument, question: str) -> Item | None:
    try:
        return asked.item(question)
    except UnknownCode:
        return None


def response_page(me: Mine, response: Response, *, at: dt.datetime) -> ResponsePage:
    """At most one query more than the response itself."""
    asked = own_asked(response)
    today = day_of(at)
    answers = [] if response.is_under_way else own_answers(me.course_id)
    same = [one for one in answers if one.instrument == response.instrument]
    path = [one for one in same if one.score is not None]
    return ResponsePage(
        response=response,
        name=called(asked.code, asked.title),
        answered=answered_said(asked, response),
        figure=figure_said(asked, response),
        upwards=UPWARDS[asked.direction],
        said=[_said(response, asked, item) for item in asked.items],
        path=[
            Stop(on_the(one.measured_on, today), figure_said(asked, one), one.pk == response.pk)
            for one in path[:MOST_STOPS]
        ],
        picture=picture_of(asked, path, today),
        is_whole=may_complete(response),
    )


def answered_said(asked: Instrument, response: Response) -> str:
    """“Du har svaret på 3 af 5.”; the full stop is the sentence's."""
    codes = {item.code for item in asked.items}
    answered = sum(points is not None for code, points in response.answers.items() if code in codes)
    return f"Du har svaret på {answered} af {len(asked.items)}."


def _said(response: Response, asked: Instrument, item: Item) -> Said:
    texts = {one.points: one.text for one in asked.scale_of(item).options}
    points = response.answers.get(item.code)
    answer = SKIPPED if item.code in response.answers else NOT_REACHED
    if points is not None:
        answer = texts.get(points, SKIPPED)
    return Said(
        item.text, answer, question_url(response, item.code) if response.is_under_way else ""
    )


def _offer(asked: Instrument, wording: str) -> Offer:
    return Offer(
        code=asked.code,
        name=called(asked.code, asked.title),
        length=f"{len(asked.items)} korte spørgsmål. Du kan springe over.",
        form=BeginForm(first={"wording": wording}, prefix=None),
    )


def _mine(one: Response, today: dt.date) -> Answered:
    asked = own_asked(one)
    said = answered_said(asked, one) if one.is_under_way else figure_said(asked, one)
    return Answered(one.pk, called(asked.code, asked.title), on_the(one.measured_on, today), said)
