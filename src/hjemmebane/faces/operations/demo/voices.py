"""What one of the invented says through her own door, on a device that the team lends her."""

import datetime as dt
import math
import wave
from collections.abc import Iterator
from functools import partial
from io import BytesIO

from hjemmebane.domain.sharing.actions import (
    Recorded,
    answer_as_citizen,
    answer_suggestion,
    choose_pictogram,
    say_mood,
    suggest,
    tell_story,
)
from hjemmebane.domain.sharing.choices import (
    AnswerAbout,
    AnswerGiven,
    Feeling,
    RecordingKind,
    ShownTo,
    StoryTheme,
    SuggestionKind,
)
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.foundation.actors import Actor, acting

WHOSE, WRITER = "susanne", "bostoette1"
HOUR = 11
PICTURES = (("sove", "bed"), ("laege", "health"), ("boern", "heart"), ("have", "tree"))
GOAL_PICTURES = (("nat", "bed"), ("udredt", "health"), ("brev", "talk"))
TOLD = (
    ("20w", StoryTheme.NOW, "Jeg sover ikke. Alt det andet er ligesom bag en dør."),
    ("6w", StoryTheme.NOW, "Tre gode nætter i sidste uge. Jeg har stået i køkkenet og grinet."),
    ("6w", StoryTheme.TEAM, "Anna kommer, når hun siger, hun kommer. Det er nyt for mig."),
    ("6w", StoryTheme.FUTURE, "En dag er der nogen, der ringer på, og jeg bliver glad."),
)
CALL, CALLED = "3w", "Anna ringede samme dag."
STEP, STEP_WORDS = "2d", "Stå op, når solen gør, tre dage i træk"
SPOKEN = "1d"
WISH, WISH_WORDS = "1w", "Jeg vil lære at bage min mors brød"
MOODS = (
    ("12d", Feeling.VERY_BAD, "Ingen søvn", ShownTo.ME),
    ("9d", Feeling.BAD, "", ShownTo.TEAM),
    ("6d", Feeling.IN_BETWEEN, "Træt, men ude", ShownTo.TEAM),
    ("4d", Feeling.GOOD, "", ShownTo.TEAM),
    ("1d", Feeling.GOOD, "Solen kom ind", ShownTo.TEAM),
)
NO, NO_BECAUSE = "2d", "Det er for tidligt. Måske efter jul."
TONE_HERTZ, RATE, SECONDS, LOUDNESS = 330, 8_000, 1, 40


def voice_steps(case: Case) -> Iterator[Step]:
    """Pictures, a story told twice, a call that was answered, and what waits for the team now."""
    if case.story.code != WHOSE:
        return
    who, moment = case.writer(WRITER), case.days.moment
    yield Step(moment("20w", HOUR), who, partial(_pictures, case))
    for ago, theme, text in TOLD:
        yield Step(moment(ago, HOUR), who, partial(_tell, case, theme, text))
    yield Step(moment(CALL, HOUR), who, partial(_call, case))
    yield Step(moment(CALL, HOUR + 2), who, partial(_answer, case))
    yield Step(moment(STEP, HOUR), who, partial(_suggest, case))
    yield Step(moment(NO, HOUR, 5), who, partial(_say_no, case))
    yield Step(moment(SPOKEN, HOUR), who, partial(_speak, case))
    yield Step(moment(WISH, HOUR), who, partial(_want, case))
    for ago, feeling, word, shown_to in MOODS:
        yield Step(moment(ago, HOUR, 10), who, partial(_feel, case, feeling, word, shown_to))


def _susanne(case: Case, lender: Actor) -> Actor:
    """She, with the device of the one who visits her."""
    return Actor.together(lender.user_id, case.citizen.pk)


def _pictures(case: Case, by: Actor, at: dt.datetime) -> None:
    beside = [(case.wish(code).pk, symbol) for code, symbol in PICTURES]
    beside += [(case.goal(code).pk, symbol) for code, symbol in GOAL_PICTURES]
    her = _susanne(case, by)
    with acting(her):
        for item_id, symbol in beside:
            choose_pictogram(course=case.course, item_id=item_id, symbol=symbol, by=her, at=at)


def _tell(case: Case, theme: StoryTheme, text: str, by: Actor, at: dt.datetime) -> None:
    her = _susanne(case, by)
    with acting(her):
        key = case.key(at, "story", theme)
        tell_story(id=key, course=case.course, theme=theme, text=text, by=her, at=at)


def _call(case: Case, by: Actor, at: dt.datetime) -> None:
    her = _susanne(case, by)
    with acting(her):
        call = {"kind": SuggestionKind.CALL_ME, "text": ""}
        key = case.key(at, "call me")
        case.keep(suggest(id=key, course=case.course, **call, by=her, at=at), "call")


def _answer(case: Case, by: Actor, at: dt.datetime) -> None:
    asked = case.found(Suggestion, "call")
    answer_suggestion(suggestion=asked, answer=CALLED, version=asked.version, by=by, at=at)


def _suggest(case: Case, by: Actor, at: dt.datetime) -> None:
    her = _susanne(case, by)
    with acting(her):
        step = {"kind": SuggestionKind.STEP, "text": STEP_WORDS, "goal": case.goal("nat")}
        suggest(id=case.key(at, "step"), course=case.course, **step, by=her, at=at)


def _speak(case: Case, by: Actor, at: dt.datetime) -> None:
    """A tone instead of a voice: nobody is heard in the demo."""
    her = _susanne(case, by)
    sound = Recorded(case.key(at, "sound"), RecordingKind.AUDIO, "audio/wav", a_tone())
    with acting(her):
        spoken = {"kind": SuggestionKind.OTHER, "text": "", "recorded": [sound]}
        suggest(id=case.key(at, "spoken"), course=case.course, **spoken, by=her, at=at)


def _want(case: Case, by: Actor, at: dt.datetime) -> None:
    """In her own words, and spoken; it waits for the team to take it in."""
    her = _susanne(case, by)
    sound = Recorded(case.key(at, "wish sound"), RecordingKind.AUDIO, "audio/wav", a_tone())
    with acting(her):
        wish = {"kind": SuggestionKind.WISH, "text": WISH_WORDS, "recorded": [sound]}
        suggest(id=case.key(at, "wish"), course=case.course, **wish, by=her, at=at)


def _feel(
    case: Case, feeling: Feeling, word: str, shown_to: ShownTo, by: Actor, at: dt.datetime
) -> None:
    her = _susanne(case, by)
    said = {"feeling": feeling, "word": word, "shown_to": shown_to}
    with acting(her):
        say_mood(id=case.key(at, "mood"), course=case.course, **said, by=her, at=at)


def _say_no(case: Case, by: Actor, at: dt.datetime) -> None:
    her = _susanne(case, by)
    with acting(her):
        answer_as_citizen(
            id=case.key(at, "no"),
            course=case.course,
            kind=AnswerAbout.SUB_GOAL,
            item_id=case.sub_goal("brev-sende").pk,
            answer=AnswerGiven.NOT_NOW,
            reason=NO_BECAUSE,
            by=her,
            at=at,
        )


def a_tone() -> bytes:
    """A second of a quiet tone as a WAV file."""
    made = BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(RATE)
        turns = (2 * math.pi * TONE_HERTZ * place / RATE for place in range(RATE * SECONDS))
        sound.writeframes(bytes(128 + round(LOUDNESS * math.sin(turn)) for turn in turns))
    return made.getvalue()
