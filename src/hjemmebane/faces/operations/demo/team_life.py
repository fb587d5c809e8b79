"""What a team says of itself: its functions, what it has learned, and how the frame holds."""

import datetime as dt

from hjemmebane.domain.contacts.actions import add_visit_template
from hjemmebane.domain.contacts.choices import ContactKind
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.fidelity.actions import judge_precondition
from hjemmebane.domain.teams.actions import describe_role, record_training
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.operations.demo.chance import key
from hjemmebane.faces.operations.demo.days import Days, at_time, days_in
from hjemmebane.faces.operations.demo.house import TeamHouse
from hjemmebane.faces.operations.demo.house_entries import (
    HouseEntry,
    TeamEntry,
    TrainingEntry,
    WordEntry,
)
from hjemmebane.foundation.actors import Actor, acting

WRITTEN_AT = 14
AFTERWARDS = "Hvad blev aftalt:\nNæste skridt:"
PROMPTS = "Hvad lavede vi:\nHvad sagde borgeren:\nNæste gang:"
# What a team logs most, in the order of its buttons.
TEMPLATES = (
    ("Besøg hjemme", ContactKind.VISIT, Place.HOME, 60, PROMPTS),
    ("Gåtur", ContactKind.VISIT, Place.OUTDOORS, 45, PROMPTS),
    (
        "Ledsagelse",
        ContactKind.ACCOMPANIMENT,
        Place.PARTNER,
        90,
        "Hvad blev aftalt:\nNæste skridt:",
    ),
    ("Opkald", ContactKind.PHONE, Place.REMOTE, 15, ""),
)


def fill_team_life(house: HouseEntry, teams: dict[int, TeamHouse], days: Days) -> None:
    """Everything by the team's coordinator of today."""
    for entry in house.team:
        team = teams[entry.number]
        by = team.actors[_coordinator(entry)]
        with acting(by):
            _describe(entry, team, by, days)
            _prepare(team, by, days)
            for place, training in enumerate(entry.training):
                _learn(training, place, entry, team, by, days)
            for place, word in enumerate(entry.word):
                _say(word, place, team, by, days)


def _coordinator(entry: TeamEntry) -> str:
    return next(one.username for one in entry.staff if CoreFunction.COORDINATION in one.functions)


def _describe(entry: TeamEntry, team: TeamHouse, by: Actor, days: Days) -> None:
    roles: list[tuple[StaffMember | None, dict[str, str]]] = [(None, entry.role)]
    roles += [(team.staff[one.username], one.role) for one in entry.staff]
    for staff_member, role in roles:
        if role:
            describe_role(
                id=key(days.now, "role", team.team.name, str(staff_member or "")),
                team=team.team,
                staff_member=staff_member,
                answers=role,
                by=by,
                at=days.now,
            )


def _prepare(team: TeamHouse, by: Actor, days: Days) -> None:
    for place, (name, kind, where, minutes, note) in enumerate(TEMPLATES, start=1):
        values = {"name": name, "kind": kind, "place": where, "minutes": minutes, "note": note}
        add_visit_template(
            id=key(days.now, "template", team.team.name, name),
            team=team.team,
            values={**values, "position": place},
            by=by,
            at=days.now,
        )


def _learn(
    training: TrainingEntry, place: int, entry: TeamEntry, team: TeamHouse, by: Actor, days: Days
) -> None:
    held_on = days.ago(training.ago)
    there = [
        one.username
        for one in entry.staff
        if one.username in team.actors and days_in(one.joined) >= days_in(training.ago)
    ]
    record_training(
        id=key(days.now, "training", team.team.name, str(place)),
        team=team.team,
        values={
            "kind": training.kind,
            "held_on": held_on,
            "hours": training.hours,
            "led_by": training.led_by,
            "about": training.about,
        },
        staff=[team.staff[name] for name in there if name in (training.who or there)],
        by=by,
        at=at_time(held_on, WRITTEN_AT),
    )


def _say(word: WordEntry, place: int, team: TeamHouse, by: Actor, days: Days) -> None:
    said_on = days.ago(word.ago)
    judge_precondition(
        id=key(days.now, "word", team.team.name, str(place)),
        team=team.team,
        precondition=word.precondition,
        word=word.word,
        sentence=word.sentence,
        judged_on=said_on,
        look_again_on=said_on + dt.timedelta(days=days_in(word.again)),
        by=by,
        at=at_time(said_on, WRITTEN_AT),
    )
