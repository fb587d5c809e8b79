"""What the citizen has said to the team, and what became of it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.sharing.choices import RecordingKind, SuggestionKind, SuggestionStatus
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.domain.sharing.queries import own_suggestions
from hjemmebane.faces.citizen.mine import Mine
from hjemmebane.faces.citizen.words import day_said
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_time

FIRST = 5


@dataclass(frozen=True)
class Asking:
    """What one can write about: the heading, a sentence before it, and the button."""

    kind: SuggestionKind
    heading: str
    lead: str
    has_goals: bool = False


ASKINGS = {
    "besked": Asking(
        SuggestionKind.OTHER, "Skriv til dit team", "Skriv eller tal. Alt er godt nok."
    ),
    "skridt": Asking(
        SuggestionKind.STEP,
        "Foreslå et skridt",
        "Hvad vil du gerne prøve? Små skridt er de bedste.",
        has_goals=True,
    ),
    "kontakt": Asking(
        SuggestionKind.CONTACT_WAY,
        "Sådan vil jeg mødes",
        "Hvor og hvordan vil du helst tale med dit team? Sig det, som det er.",
    ),
}


@dataclass(frozen=True)
class Voice:
    """A recording of the citizen's own."""

    key: UUID
    is_sound: bool


@dataclass(frozen=True)
class Said:
    """Something that was said: when, what, and what became of it. beside: the team's words."""

    when: str
    about: str
    text: str
    became: str
    beside: str
    voices: Sequence[Voice]


@dataclass(frozen=True)
class WritingPage:
    is_open: bool
    said: Sequence[Said]
    more_said: Sequence[Said]


def writing_page(me: Mine, *, at: dt.datetime) -> WritingPage:
    said = [said_of(one, at) for one in own_suggestions(me.course_id)]
    return WritingPage(is_open=me.is_open, said=said[:FIRST], more_said=said[FIRST:])


def said_of(one: Suggestion, at: dt.datetime) -> Said:
    became, beside = became_of(one)
    return Said(
        when=f"{day_said(day_of(one.recorded_at), day_of(at))} {written_time(one.recorded_at)}",
        about=str(one.get_kind_display()),
        text=one.text,
        became=became,
        beside=beside,
        voices=[
            Voice(voice.pk, is_sound=voice.kind == RecordingKind.AUDIO)
            for voice in one.recordings.all()
        ],
    )


def became_of(one: Suggestion) -> tuple[str, str]:
    """A sentence, and the team's own words beside the citizen's."""
    if one.status == SuggestionStatus.TAKEN_IN:
        step = one.sub_goal.text if one.sub_goal else ""
        return "Det er nu et skridt i din plan.", "" if step == one.text else step
    if one.status == SuggestionStatus.ANSWERED:
        return "Dit team svarer:", one.answer
    return "Sendt. Dit team svarer, så snart de kan.", ""
