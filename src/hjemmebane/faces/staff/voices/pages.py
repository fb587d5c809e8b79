"""What a citizen has said through their own door, as their team reads it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.faces import DayFace
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.plans.models import Goal
from hjemmebane.domain.plans.queries.milestones import goals_under_way
from hjemmebane.domain.sharing.choices import AnswerGiven, SuggestionKind, SuggestionStatus
from hjemmebane.domain.sharing.models import CitizenAnswer, Story, Suggestion
from hjemmebane.domain.sharing.queries import (
    Thing,
    answers_since,
    latest_answers,
    moods_of,
    new_suggestions,
    stopped_since,
    stories_of,
    suggestions_of,
    things_answered,
)
from hjemmebane.faces.staff.moments import ago, recent_moment
from hjemmebane.faces.staff.voices.forms import AnswerForm, TakeInForm, TakeInWishForm
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.ids import new_id

MOST_FACES = 7
# What becomes a step when the team takes it in; the others are answered.
CAN_BE_STEPS = {SuggestionKind.STEP, SuggestionKind.OTHER}
TOLD = {
    SuggestionKind.CALL_ME: "vil ringes op",
    SuggestionKind.STEP: "foreslår et skridt",
    SuggestionKind.CONTACT_WAY: "vil kontaktes på en anden måde",
    SuggestionKind.WISH: "har et ønske",
    SuggestionKind.OTHER: "skriver",
}
SAID = {
    AnswerGiven.AGREES: "Borgeren siger ja",
    AnswerGiven.DISAGREES: "Borgeren siger nej",
    AnswerGiven.NOT_NOW: "Borgeren siger: ikke nu",
}
# The refused form of a request, by the suggestion and what was done with it.
type Failed = Mapping[tuple[UUID, str], RecordForm]


@dataclass(frozen=True)
class Asked:
    """Something the citizen asks for that nobody has answered, with both ways to answer."""

    record: Suggestion
    when: str
    take_in: TakeInForm | TakeInWishForm | None
    answer: AnswerForm

    @property
    def is_answered_here(self) -> bool:
        """Whether the answer stands open: there is no step to make of it, or words are typed."""
        return self.take_in is None or self.answer.is_bound

    @property
    def verb(self) -> str:
        is_wish = self.record.kind == SuggestionKind.WISH
        return "Tag med som ønske" if is_wish else "Tag med som delmål"


@dataclass(frozen=True)
class Answered:
    record: Suggestion
    when: str
    became: str


@dataclass(frozen=True)
class Said:
    """What the citizen last said to one thing in the plan."""

    sentence: str
    about: str
    when: str


@dataclass(frozen=True)
class VoicesPage:
    asked: Sequence[Asked]
    answered: Sequence[Answered]
    said: Sequence[Said]
    stories: Sequence[Story]
    faces: Sequence[DayFace]


def voices_page(course: Course, *, at: dt.datetime, failed: Failed) -> VoicesPage:
    goals = list(goals_under_way(course.pk))
    everything = list(suggestions_of(course.pk))
    new = [one for one in everything if one.status == SuggestionStatus.NEW]
    return VoicesPage(
        asked=[asked(one, goals, at, failed) for one in new],
        answered=[answered(one, at) for one in everything if one not in new],
        said=list(said_by(course, at)),
        stories=list(stories_of(course.pk)),
        faces=faces_of(course.pk, at),
    )


def asked(one: Suggestion, goals: Sequence[Goal], at: dt.datetime, failed: Failed) -> Asked:
    take_in = failed.get((one.pk, "take_in"))
    if one.kind == SuggestionKind.WISH:
        take_in = take_in or TakeInWishForm(record=one, prefix=f"skridt-{one.pk}")
    elif one.kind in CAN_BE_STEPS and goals:
        take_in = take_in or TakeInForm(record=one, goals=goals, prefix=f"skridt-{one.pk}")
    answer = failed.get((one.pk, "answer")) or AnswerForm(record=one, prefix=f"svar-{one.pk}")
    return Asked(one, recent_moment(one.recorded_at, at), take_in, answer)


def answered(one: Suggestion, at: dt.datetime) -> Answered:
    became = one.answer
    if taken_in := one.wish or one.sub_goal:
        became = f"Taget med i planen: {taken_in.text}"
    by = f" ({one.handled_by})" if one.handled_by else ""
    return Answered(one, ago(day_of(one.recorded_at), day_of(at)), f"{became}{by}")


def in_short(one: Suggestion) -> str:
    """“Forslag til et skridt: Fodre ænder”; what is only spoken is to be heard first."""
    said = one.text or "Har indtalt det eller sendt et billede"
    text = said if one.kind != SuggestionKind.CALL_ME else ""
    return ": ".join(filter(None, [str(one.get_kind_display()), text]))


def faces_of(course_id: UUID, at: dt.datetime) -> list[DayFace]:
    """The latest that the citizen shows, the newest first; nobody asks for the days between."""
    return [
        DayFace(
            number=one.feeling,
            label=str(one.get_feeling_display()),
            word=one.word,
            when=recent_moment(one.recorded_at, at),
        )
        for one in moods_of(course_id)[:MOST_FACES]
    ]


def said_by(course: Course, at: dt.datetime) -> Iterable[Said]:
    """The latest answers, each with the words it is about."""
    answers = list(latest_answers([course.pk]).values())
    things = things_answered(answers)
    for answer in sorted(answers, key=lambda one: one.recorded_at, reverse=True):
        thing = things.get(answer.item_id)
        when = ago(day_of(answer.recorded_at), day_of(at))
        yield Said(said_in_words(answer), words_of(thing), when)


def said_in_words(answer: CitizenAnswer) -> str:
    """“Borgeren siger nej. Fordi: Det er for tidligt.”."""
    because = f" Fordi: {answer.reason}" if answer.reason else ""
    return f"{SAID[AnswerGiven(answer.answer)]}.{because}"


def said_to(course_id: UUID) -> dict[UUID, str]:
    """What the citizen last said to each thing in the plan, by its key; one query."""
    return {key: said_in_words(one) for key, one in latest_answers([course_id]).items()}


@dataclass(frozen=True)
class Heard:
    """Something new from a citizen, in a line: who, what, and where it is answered.

    step: what a single tap sends to make a step of it; None where somebody has to choose first.
    """

    citizen_id: UUID
    name: str
    url: str
    sentence: str
    words: str
    take_in_url: str = ""
    step: Mapping[str, object] | None = None


def heard_since(course_ids: Iterable[UUID], since: dt.datetime) -> list[Heard]:
    """What nobody has answered yet, every no since a moment that has not become a yes, and every
    sharing they have stopped. Three queries, and one for each kind of thing they said no to.
    """
    latest = {one.item_id: one for one in answers_since(course_ids, since)}
    noes = [one for one in latest.values() if one.answer != AnswerGiven.AGREES]
    things = things_answered(noes) if noes else {}
    return [
        *map(heard, new_suggestions(course_ids)),
        *(heard_no(one, things.get(one.item_id)) for one in noes),
        *map(heard_stop, stopped_since(course_ids, since)),
    ]


def heard(one: Suggestion) -> Heard:
    citizen = one.course.citizen
    can_tap = one.is_taken_in_with_a_tap
    return Heard(
        citizen_id=citizen.pk,
        name=str(citizen),
        url=reverse("staff:voices:page", args=[citizen.pk]),
        sentence=f"{TOLD[SuggestionKind(one.kind)]}{', med en optagelse' if one.is_spoken else ''}",
        words=one.text,
        take_in_url=reverse("staff:voices:take_in", args=[citizen.pk, one.pk]) if can_tap else "",
        step=step_of(one) if can_tap else None,
    )


def step_of(one: Suggestion) -> dict[str, object]:
    """The fields of the form that a single tap sends."""
    prefix = f"skridt-{one.pk}"
    goal = {"goal": one.goal_id} if one.goal_id else {}
    sent = {"id": new_id(), "version": one.version, "text": one.text, **goal}
    return {f"{prefix}-{name}": value for name, value in sent.items()}


def heard_no(answer: CitizenAnswer, thing: Thing | None) -> Heard:
    citizen = answer.course.citizen
    no = "siger nej til" if answer.answer == AnswerGiven.DISAGREES else "siger ikke nu til"
    about = f" “{words_of(thing)}”" if thing else ""
    return Heard(
        citizen_id=citizen.pk,
        name=str(citizen),
        url=reverse("staff:voices:page", args=[citizen.pk]),
        sentence=f"{no}: {str(answer.get_kind_display()).lower()}{about}",
        words=answer.reason,
    )


def words_of(thing: Thing | None) -> str:
    """What something in the plan is called: a step its text, an appointment what it is about."""
    return str(getattr(thing, "text", "") or getattr(thing, "what", ""))


def heard_stop(consent: Consent) -> Heard:
    return Heard(
        citizen_id=consent.citizen_id,
        name=str(consent.citizen),
        url=reverse("staff:citizens:network", args=[consent.citizen_id]),
        sentence=f"har sagt stop til {consent.person or consent.organisation}",
        words="",
    )
