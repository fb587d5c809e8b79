"""Filling an empty database with the demo: all of it in one transaction, or nothing."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import attrgetter

from hjemmebane.faces.operations.demo.around import steps_around
from hjemmebane.faces.operations.demo.board_meetings import hold_board_meetings
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.faces.operations.demo.composing import Composer
from hjemmebane.faces.operations.demo.days import Days
from hjemmebane.faces.operations.demo.endings import ending_steps
from hjemmebane.faces.operations.demo.hours import fill_hours
from hjemmebane.faces.operations.demo.house import TeamHouse, build_house
from hjemmebane.faces.operations.demo.house_entries import HouseEntry
from hjemmebane.faces.operations.demo.ingredients import Ingredients
from hjemmebane.faces.operations.demo.intake import fill_intake
from hjemmebane.faces.operations.demo.living import life_steps
from hjemmebane.faces.operations.demo.meeting import appointment_steps, contact_steps
from hjemmebane.faces.operations.demo.network_meetings import network_steps
from hjemmebane.faces.operations.demo.ordinary import OrdinaryDays
from hjemmebane.faces.operations.demo.other_meetings import hold_other_meetings
from hjemmebane.faces.operations.demo.planning import plan_steps
from hjemmebane.faces.operations.demo.practising import practice_steps
from hjemmebane.faces.operations.demo.reading import (
    read_house,
    read_ingredients,
    read_intake,
    read_stories,
)
from hjemmebane.faces.operations.demo.reminding import give_team_tasks, reminder_steps
from hjemmebane.faces.operations.demo.team_life import fill_team_life
from hjemmebane.foundation.accounts.choices import LoginRefusal
from hjemmebane.foundation.actors import OPERATIONS, Actor, acting
from hjemmebane.foundation.decisions import Refused


class AlreadyFilled(Exception):
    """A demo login is there: the demo, or somebody's own under the same name."""


def fill(*, password: str, now: dt.datetime, report: Callable[[str], None] | None = None) -> int:
    """Fill the database; answers how many citizens there are in it now.

    Days in the texts are counted from `now`. `report` hears how far it has come, in a line or two.
    Raises AlreadyFilled without having written or reported anything.
    """
    say = report or (lambda _sentence: None)
    house, ingredients = read_house(), read_ingredients()
    stories = [*read_stories(), *Composer(ingredients, house).stories()]
    with acting(OPERATIONS):
        teams = _teams(house, password, Days(now))
        say(f"Skriver {len(stories)} menneskers forløb ned. Det tager omkring et minut.")
        for place, story in enumerate(stories):
            if place == len(stories) // 2:
                say(f"Halvvejs: {place} af {len(stories)}.")
            tell(Case(story, teams[story.team], Days(now)), ingredients)
        for house_ in teams.values():
            give_team_tasks(house_, Days(now))
        intake = read_intake()
        fill_intake(intake, teams[intake.team], Days(now))
        fill_hours(house, teams, Days(now))
        fill_team_life(house, teams, Days(now))
        for team in teams.values():
            hold_other_meetings(team, Days(now))
            hold_board_meetings(team, Days(now))
    return len(stories)


def _teams(house: HouseEntry, password: str, days: Days) -> dict[int, TeamHouse]:
    try:
        return build_house(house, password=password, days=days)
    except Refused as refused:
        if refused.reason == LoginRefusal.TAKEN:
            raise AlreadyFilled from refused
        raise


def tell(case: Case, ingredients: Ingredients) -> None:
    """Live a story through from its first day, each step under whoever took it."""
    steps = sorted(_steps(case, ingredients), key=attrgetter("at"))
    for who, taken in groupby(steps, key=attrgetter("who")):
        actor = case.house.actors[who]
        with acting(actor):
            for step in taken:
                _take(step, actor, case)


def _take(step: Step, actor: Actor, case: Case) -> None:
    try:
        step.do(actor, step.at)
    except Exception as error:
        error.add_note(f"in the story of {case.story.code}, {step.who} at {step.at}")
        raise


def _steps(case: Case, ingredients: Ingredients) -> Iterator[Step]:
    ordinary = OrdinaryDays(case.story, ingredients, _colleagues(case))
    yield from steps_around(case)
    yield from life_steps(case)
    yield from plan_steps(case)
    yield from practice_steps(case)
    yield from contact_steps(case, [*case.story.contact, *ordinary.contacts()])
    yield from reminder_steps(case)
    yield from network_steps(case)
    yield from ending_steps(case)
    yield from appointment_steps(case, [*case.story.appointment, *ordinary.appointments()])


def _colleagues(case: Case) -> list[str]:
    """Who usually comes, the present primary contact first."""
    primary = case.usual(case.days.now)
    return [primary, *(name for name in case.house.regulars if name != primary)]
