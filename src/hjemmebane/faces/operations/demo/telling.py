"""Telling a story: each of its steps under whoever took it, so far as it has come."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from hjemmebane.faces.operations.demo.around import steps_around
from hjemmebane.faces.operations.demo.briefly import brief_steps
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.faces.operations.demo.endings import ending_steps
from hjemmebane.faces.operations.demo.hanging import attachment_steps
from hjemmebane.faces.operations.demo.ingredients import Ingredients
from hjemmebane.faces.operations.demo.lighting import light_steps
from hjemmebane.faces.operations.demo.living import life_steps
from hjemmebane.faces.operations.demo.measuring import measuring_steps
from hjemmebane.faces.operations.demo.meeting import appointment_steps, contact_steps
from hjemmebane.faces.operations.demo.network_meetings import network_steps
from hjemmebane.faces.operations.demo.ordinary import OrdinaryDays
from hjemmebane.faces.operations.demo.planning import plan_steps
from hjemmebane.faces.operations.demo.practising import practice_steps
from hjemmebane.faces.operations.demo.reminding import reminder_steps
from hjemmebane.faces.operations.demo.voices import voice_steps
from hjemmebane.foundation.actors import Actor, acting


@dataclass
class Life:
    """A story and what is still to be told of it, in order of time."""

    case: Case
    coming: list[Step]

    def go_on(self, until: dt.datetime | None = None) -> None:
        """Tell what happened before a moment, or all of it."""
        taken = [step for step in self.coming if until is None or step.at < until]
        self.coming = self.coming[len(taken) :]
        for who, steps in groupby(taken, key=attrgetter("who")):
            actor = self.case.house.actors[who]
            with acting(actor):
                for step in steps:
                    _take(step, actor, self.case)


def tell(case: Case, ingredients: Ingredients, *, until: dt.datetime | None = None) -> Life:
    """Live a story through from its first day, or so far as it had come at a moment."""
    life = Life(case, sorted(_steps(case, ingredients), key=attrgetter("at")))
    life.go_on(until)
    return life


def _take(step: Step, actor: Actor, case: Case) -> None:
    try:
        step.do(actor, step.at)
    except Exception as error:
        error.add_note(f"in the story of {case.story.code}, {step.who} at {step.at}")
        raise


def _steps(case: Case, ingredients: Ingredients) -> Iterator[Step]:
    if case.story.brief:
        yield from _brief_steps(case)
        return
    ordinary = OrdinaryDays(case.story, ingredients, _colleagues(case))
    yield from steps_around(case)
    yield from life_steps(case)
    yield from plan_steps(case)
    yield from practice_steps(case)
    yield from contact_steps(case, [*case.story.contact, *ordinary.contacts()])
    yield from reminder_steps(case)
    yield from light_steps(case)
    yield from measuring_steps(case)
    yield from network_steps(case)
    yield from voice_steps(case)
    yield from attachment_steps(case)
    yield from ending_steps(case)
    yield from appointment_steps(case, [*case.story.appointment, *ordinary.appointments()])


def _brief_steps(case: Case) -> Iterator[Step]:
    yield from steps_around(case)
    yield from life_steps(case)
    yield from plan_steps(case)
    yield from contact_steps(case, list(case.story.contact))
    yield from brief_steps(case)
    yield from appointment_steps(case, list(case.story.appointment))


def _colleagues(case: Case) -> list[str]:
    """Who usually comes, the present primary contact first."""
    primary = case.usual(case.days.now)
    return [primary, *(name for name in case.house.regulars if name != primary)]
