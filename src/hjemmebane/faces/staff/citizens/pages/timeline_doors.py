"""What the timeline tells of citizens and partners who came through their own doors."""

import datetime as dt
from collections.abc import Mapping

from django.utils.text import Truncator

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.contacts.models import Message
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.plans.choices import ActivityStatus
from hjemmebane.domain.sharing.choices import AnswerGiven, SuggestionKind, SuggestionStatus
from hjemmebane.domain.sharing.models import CitizenAnswer, Story, Suggestion
from hjemmebane.domain.sharing.queries import (
    AGREED,
    CALLED_OFF,
    WRITTEN,
    answers_of,
    doings_of_partners,
    partners_messages,
    stories_of,
    suggestions_of,
)
from hjemmebane.faces.staff.citizens.pages.told import Source, Told
from hjemmebane.faces.staff.voices.pages import TOLD
from hjemmebane.foundation.written import written_day, written_moment

FROM_CITIZEN, FROM_PARTNERS = "borgeren", "partnere"
SAID = {
    AnswerGiven.AGREES: "siger ja",
    AnswerGiven.DISAGREES: "siger nej",
    AnswerGiven.NOT_NOW: "siger: ikke nu",
}
CITIZEN = "Borgeren selv"
LONGEST_STORY = 600


def sources_of_citizen(course: Course) -> list[Source]:
    """What the citizen asked for, said to the plan and told."""
    name = str(course.citizen)
    return [
        Source(
            FROM_CITIZEN,
            suggestions_of(course.pk),
            "recorded_at",
            lambda suggestion: tell_suggestion(suggestion, name),
        ),
        Source(
            FROM_CITIZEN,
            answers_of(course.pk),
            "recorded_at",
            lambda answer: tell_answer(answer, name),
        ),
        Source(
            FROM_CITIZEN,
            stories_of(course.pk),
            "recorded_at",
            lambda story: tell_story(story, name),
        ),
    ]


def sources_of_partners(course: Course) -> list[Source]:
    """What partners wrote and agreed, and what they asked the team."""
    return [
        Source(FROM_PARTNERS, doings_of_partners(course.pk), "at", tell_doing),
        Source(FROM_PARTNERS, partners_messages(course.pk), "recorded_at", tell_message),
    ]


def tell_suggestion(suggestion: Suggestion, name: str) -> Told:
    is_new = suggestion.status == SuggestionStatus.NEW
    spoken = ", med en optagelse" if suggestion.recordings.all() else ""
    return Told(
        title=f"Borgeren {TOLD[SuggestionKind(suggestion.kind)]}{spoken}",
        icon="chat",
        meta="Venter på svar" if is_new else str(suggestion.get_status_display()),
        tone="warn" if is_new else "accent",
        who=name,
        role=CITIZEN,
        said=suggestion.text,
    )


def tell_answer(answer: CitizenAnswer, name: str) -> Told:
    return Told(
        title=f"Borgeren {SAID[AnswerGiven(answer.answer)]}",
        icon="check" if answer.answer == AnswerGiven.AGREES else "flag",
        text=f"{answer.get_kind_display()}: {getattr(answer, 'about', '')}",
        who=name,
        role=CITIZEN,
        said=answer.reason,
    )


def tell_story(story: Story, name: str) -> Told:
    return Told(
        title=f"Min historie: {story.get_theme_display()}",
        icon="bookmark",
        who=name,
        role=CITIZEN,
        said=Truncator(story.text).chars(LONGEST_STORY),
    )


def tell_message(message: Message) -> Told:
    return Told(
        title=f"Besked om {message.activity.what}",
        icon="forum",
        text=message.text,
        meta="" if message.seen_at else "Ikke læst endnu",
        tone="accent" if message.seen_at else "warn",
        who=message.partner_person.name,
        role=str(message.partner_person.organisation),
    )


def tell_doing(change: Change) -> Told:
    """Told by what it is called now: the words of an activity may have changed since."""
    about: Mapping[str, str] = getattr(change, "about", {})
    when = dt.datetime.fromisoformat(about["when"]) if "when" in about else None
    return Told(
        title=what_was_done(change),
        icon="calendar-month" if when else "list-check",
        text=about["what"],
        meta=written_moment(when) if when else "",
        tone="quiet" if change.verb == CALLED_OFF else "accent",
        who=about["who"],
        role=about["organisation"],
    )


def what_was_done(change: Change) -> str:
    """“Ny aktivitet i planen”, “Aktiviteten er ændret: i gang, senest 3. maj 2026”."""
    named = {
        WRITTEN: "Ny aktivitet i planen",
        AGREED: "Ny aftale med borgeren",
        CALLED_OFF: "Aftalen er aflyst",
    }
    if change.verb in named:
        return named[change.verb]
    return f"Aktiviteten er ændret: {', '.join(changes_in_words(change.after))}"


def changes_in_words(after: Mapping[str, str | None]) -> list[str]:
    told = []
    if status := after.get("status"):
        told.append(str(ActivityStatus(status).label).lower())
    if "due_on" in after:
        day = after["due_on"]
        told.append(f"senest {written_day(dt.date.fromisoformat(day))}" if day else "ingen frist")
    if after.keys() & {"what", "how_often", "place"}:
        told.append("skrevet om")
    return told
