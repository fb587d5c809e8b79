"""The milestones of a course, the latest first: only what is the citizen's own and went well."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from hjemmebane.domain.sharing.queries import own_goals, own_stories, own_wishes
from hjemmebane.faces.citizen.goals import DROPPED, REACHED
from hjemmebane.faces.citizen.mine import Mine
from hjemmebane.faces.citizen.words import day_said
from hjemmebane.foundation.clock import day_of


@dataclass(frozen=True)
class Milestone:
    """Something that happened, its picture and its day."""

    on: dt.date
    when: str
    icon: str
    heading: str
    text: str


def milestones(me: Mine, *, at: dt.datetime) -> list[Milestone]:
    """Five queries, however far the way has been."""
    today = day_of(at)
    found = [
        Milestone(on, day_said(on, today), icon, heading, text)
        for on, icon, heading, text in _stops(me)
    ]
    return sorted(found, key=lambda stop: stop.on, reverse=True)


def _stops(me: Mine) -> Iterator[tuple[dt.date, str, str, str]]:
    course = me.course
    yield course.started_on, "flag", "Vi begyndte", f"Du og {course.team.name}."
    for wish in own_wishes(me.course_id):
        yield wish.said_on or day_of(wish.recorded_at), "chat", "Du sagde, hvad du vil", wish.text
    for goal in own_goals(me.course_id):
        yield from _on_the_way_to(goal)
    for story in own_stories(me.course_id):
        yield story.told_on, "bookmark", "Du fortalte", str(story.get_theme_display())
    if course.ended_on:
        yield course.ended_on, "home", "Vi sluttede", "Det, du har nået, er dit."


def _on_the_way_to(goal: object) -> Iterator[tuple[dt.date, str, str, str]]:
    if goal.status != DROPPED:
        yield day_of(goal.recorded_at), "star", "Du valgte et mål", goal.text
    if goal.status == REACHED:
        yield goal.settled_on, "star-fill", "Du nåede dit mål", goal.text
    for step in goal.sub_goals.all():
        if step.status == REACHED:
            yield step.settled_on, "check", "Du nåede et skridt", step.text
