"""Filling an empty database with the demo: all of it in one transaction, or nothing."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter

from hjemmebane.faces.operations.demo.act_people import TEAM as ACT_TEAM
from hjemmebane.faces.operations.demo.act_people import act_stories
from hjemmebane.faces.operations.demo.board_meetings import board_meeting_steps
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.faces.operations.demo.composing import Composer
from hjemmebane.faces.operations.demo.days import Days
from hjemmebane.faces.operations.demo.doors import CITIZEN, open_doors
from hjemmebane.faces.operations.demo.economy import fill_economy
from hjemmebane.faces.operations.demo.following import follow_up
from hjemmebane.faces.operations.demo.hours import fill_hours
from hjemmebane.faces.operations.demo.house import TeamHouse, build_house
from hjemmebane.faces.operations.demo.house_entries import HouseEntry
from hjemmebane.faces.operations.demo.intake import fill_intake
from hjemmebane.faces.operations.demo.other_meetings import (
    hold_steering_meetings,
    other_meeting_steps,
)
from hjemmebane.faces.operations.demo.quarters import fill_quarters
from hjemmebane.faces.operations.demo.reading import (
    read_act,
    read_house,
    read_ingredients,
    read_intake,
    read_stories,
    read_together,
)
from hjemmebane.faces.operations.demo.reminding import give_team_tasks
from hjemmebane.faces.operations.demo.reporting import fill_reports
from hjemmebane.faces.operations.demo.team_life import fill_team_life
from hjemmebane.faces.operations.demo.telling import Life, tell
from hjemmebane.faces.operations.demo.together import fill_together
from hjemmebane.foundation.accounts.choices import LoginRefusal
from hjemmebane.foundation.actors import OPERATIONS, acting
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
    [act_team] = [team for team in house.team if team.number == ACT_TEAM]
    stories = [
        *read_stories(),
        *Composer(ingredients, house).stories(),
        *act_stories(read_act(), act_team),
    ]
    days = Days(now)
    with acting(OPERATIONS):
        teams = _teams(house, password, days)
        fill_hours(house, teams, days)
        meetings = _meetings(teams, days)
        say(f"Skriver {len(stories)} menneskers forløb ned. Det tager et par minutter.")
        lives: list[Life] = []
        for place, story in enumerate(stories):
            if place == len(stories) // 2:
                say(f"Halvvejs: {place} af {len(stories)}.")
            case = Case(story, teams[story.team], days)
            lives.append(tell(case, ingredients, until=meetings[0].step.at))
        _go_on_meeting(lives, meetings)
        for house_ in teams.values():
            give_team_tasks(house_, days)
        intake = read_intake()
        fill_intake(intake, teams[intake.team], days)
        fill_team_life(house, teams, days)
        fill_quarters(house, teams, days)
        fill_economy(house, teams, days)
        fill_together(read_together(), teams, [life.case for life in lives], days)
        for team in teams.values():
            hold_steering_meetings(team, days)
        follow_up([life.case for life in lives], days)
        [open_house] = [life.case for life in lives if life.case.story.code == CITIZEN]
        open_doors(open_house, password=password)
        fill_reports(house, days)
    return len(stories)


@dataclass(frozen=True)
class Meeting:
    """A team's meeting about its citizens, to be held in its turn."""

    house: TeamHouse
    step: Step


def _meetings(teams: dict[int, TeamHouse], days: Days) -> list[Meeting]:
    """Those of all teams, in order of time."""
    held = [
        Meeting(house, step)
        for house in teams.values()
        for step in (*other_meeting_steps(house, days), *board_meeting_steps(house, days))
    ]
    return sorted(held, key=attrgetter("step.at"))


def _go_on_meeting(lives: Iterable[Life], meetings: Iterable[Meeting]) -> None:
    """Each meeting knows what had happened to the team's citizens, and nothing that came after."""
    for meeting in meetings:
        for life in lives:
            if life.case.house is meeting.house:
                life.go_on(meeting.step.at)
        actor = meeting.house.actors[meeting.step.who]
        with acting(actor):
            meeting.step.do(actor, meeting.step.at)
    for life in lives:
        life.go_on()


def _teams(house: HouseEntry, password: str, days: Days) -> dict[int, TeamHouse]:
    try:
        return build_house(house, password=password, days=days)
    except Refused as refused:
        if refused.reason == LoginRefusal.TAKEN:
            raise AlreadyFilled from refused
        raise
