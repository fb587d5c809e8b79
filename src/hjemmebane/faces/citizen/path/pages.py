"""The milestones of a course, the latest first: only what is the citizen's own and went well."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.sharing.queries import (
    own_goals,
    own_wishes_as_said,
    pictograms_of,
    stories_of,
)
from hjemmebane.faces.citizen.goals import DROPPED, REACHED
from hjemmebane.faces.citizen.mine import Mine
from hjemmebane.faces.citizen.voices import Voice, voices_of
from hjemmebane.faces.citizen.words import day_said
from hjemmebane.foundation.clock import day_of

LATEST = 8
REACHED_MARKS = {"check", "star-fill"}
# Day, mark, heading and words; the key of what a picture can stand beside, and what was spoken.
type Stop = tuple[dt.date, str, str, str, UUID | None, Sequence[Voice]]


@dataclass(frozen=True)
class Milestone:
    """Something that happened, its mark and its day.

    picture: what the citizen chose beside the words. voices: what they spoke or photographed.
    """

    on: dt.date
    when: str
    icon: str
    heading: str
    text: str
    picture: str = ""
    voices: Sequence[Voice] = ()

    @property
    def is_reached(self) -> bool:
        return self.icon in REACHED_MARKS


@dataclass(frozen=True)
class PathPage:
    """The latest first, and further back what is folded away."""

    latest: Sequence[Milestone]
    earlier: Sequence[Milestone]


def path_page(me: Mine, *, at: dt.datetime) -> PathPage:
    found = milestones(me, at=at)
    return PathPage(found[:LATEST], found[LATEST:])


def milestones(me: Mine, *, at: dt.datetime) -> list[Milestone]:
    """Eight queries at most, however far the way has been."""
    today = day_of(at)
    stops = list(_stops(me))
    pictures = pictograms_of(me.course_id, [stop[4] for stop in stops if stop[4]])
    found = [
        Milestone(on, day_said(on, today), icon, heading, text, pictures.get(key, ""), voices)
        for on, icon, heading, text, key, voices in stops
    ]
    return sorted(found, key=lambda stop: stop.on, reverse=True)


def _stops(me: Mine) -> Iterator[Stop]:
    course = me.course
    yield course.started_on, "flag", "Vi begyndte", f"Du og {course.team.name}.", None, ()
    for wish in own_wishes_as_said(me.course_id):
        words, voices = wish.text or wish.wording, voices_of(wish.recordings)
        yield wish.said_on, "chat", "Du sagde, hvad du vil", words, wish.key, voices
    for goal in own_goals(me.course_id):
        yield from _on_the_way_to(goal)
    for story in stories_of(me.course_id):
        yield story.told_on, "bookmark", "Du fortalte", str(story.get_theme_display()), None, ()
    if course.ended_on:
        yield course.ended_on, "home", "Vi sluttede", "Det, du har nået, er dit.", None, ()


def _on_the_way_to(goal: object) -> Iterator[Stop]:
    if goal.status != DROPPED:
        yield day_of(goal.recorded_at), "star", "Du valgte et mål", goal.text, goal.pk, ()
    if goal.status == REACHED:
        yield goal.settled_on, "star-fill", "Du nåede dit mål", goal.text, goal.pk, ()
    for step in goal.sub_goals.all():
        if step.status == REACHED:
            yield step.settled_on, "check", "Du nåede et skridt", step.text, step.pk, ()
