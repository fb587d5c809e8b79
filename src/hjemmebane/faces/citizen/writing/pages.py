"""What the citizen has said to the team, and what became of it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.sharing.choices import SuggestionKind, SuggestionStatus
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.domain.sharing.queries import own_suggestions
from hjemmebane.faces.citizen.mine import Mine
from hjemmebane.faces.citizen.voices import Voice, voices_of
from hjemmebane.faces.citizen.words import day_said
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_time

FIRST = 5


@dataclass(frozen=True)
class Asking:
    """What one can write about: the heading, a sentence before it, and where one came from."""

    kind: SuggestionKind
    heading: str
    lead: str
    has_goals: bool = False
    back: str = "citizen:writing:page"
    back_label: str = "Skriv til teamet"
    thanks: str = "Sendt. Tak, fordi du siger det."


ASKINGS = {
    "besked": Asking(
        SuggestionKind.OTHER, "Skriv til dit team", "Skriv eller tal. Alt er godt nok."
    ),
    "oenske": Asking(
        SuggestionKind.WISH,
        "Det vil jeg",
        "Hvad ønsker du dig? Store og små ting. Vi retter ikke i dine ord.",
        back="citizen:plan:page",
        back_label="Min plan",
        thanks="Det står nu i din plan, som du sagde det.",
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
        voices=voices_of(one.recordings.all()),
    )


def became_of(one: Suggestion) -> tuple[str, str]:
    """A sentence, and the team's own words beside the citizen's."""
    if one.status == SuggestionStatus.TAKEN_IN:
        what = one.wish or one.sub_goal
        became = "Det står nu i din plan." if one.wish else "Det er nu et skridt i din plan."
        return became, "" if what is None or what.text == one.text else what.text
    if one.status == SuggestionStatus.ANSWERED:
        return "Dit team svarer:", one.answer
    return "Sendt. Dit team svarer, så snart de kan.", ""
