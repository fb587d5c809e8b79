"""How I have been: a row of days, of which those without a face are left out."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.design.faces import DayFace
from hjemmebane.domain.consents.choices import ConsentScope
from hjemmebane.domain.sharing.choices import ShownTo
from hjemmebane.domain.sharing.models import Mood
from hjemmebane.domain.sharing.queries import moods_of, sharings_of
from hjemmebane.faces.citizen.mine import Mine
from hjemmebane.faces.citizen.words import day_said
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_time

MOST_DAYS = 10
SEEN_BY = {
    ShownTo.ME: "Kun du ser det.",
    ShownTo.TEAM: "Dit team ser det.",
    ShownTo.SHARED: "Dit team ser det, og dem, du deler svar med.",
}


@dataclass(frozen=True)
class Said:
    """A face on a day, the word beside it, and who sees it."""

    record: Mood
    day: DayFace
    seen_by: str
    is_shown: bool


@dataclass(frozen=True)
class MoodPage:
    said: Sequence[Said]

    @property
    def days(self) -> list[DayFace]:
        return [one.day for one in self.said]


def mood_page(me: Mine, *, at: dt.datetime) -> MoodPage:
    return MoodPage([said_of(one, at) for one in moods_of(me.course_id)[:MOST_DAYS]])


def said_of(mood: Mood, at: dt.datetime) -> Said:
    when = f"{day_said(day_of(mood.recorded_at), day_of(at))} {written_time(mood.recorded_at)}"
    day = DayFace(mood.feeling, str(mood.get_feeling_display()), mood.word, when)
    shown_to = ShownTo(mood.shown_to)
    return Said(mood, day, SEEN_BY[shown_to], is_shown=shown_to != ShownTo.ME)


def shares_answers(me: Mine, *, at: dt.datetime) -> bool:
    """Whether the citizen has said yes to showing somebody outside the team their answers."""
    open_now = sharings_of(me.citizen.pk, day=day_of(at))
    return any(ConsentScope.MEASUREMENTS in consent.scope for consent in open_now)
