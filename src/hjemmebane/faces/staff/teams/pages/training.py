"""Læring: who knows the method, when there was supervision, and what the team has learned."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.teams.calculations import Training, hours_by_kind, last_held, untrained
from hjemmebane.domain.teams.choices import TrainingKind
from hjemmebane.domain.teams.models import Team, TrainingRecord
from hjemmebane.domain.teams.queries import as_training, joined_first, staff_of, trainings_of
from hjemmebane.faces.staff.courses.pages.standing import written_number
from hjemmebane.faces.staff.moments import ago
from hjemmebane.faces.staff.switching import address_in, switch
from hjemmebane.foundation.letters import alphabetical_key
from hjemmebane.foundation.written import written_day

PAGE = "staff:teams:training"
YEAR = dt.timedelta(days=365)


@dataclass(frozen=True)
class Learned:
    """One training in words; url: where one may correct it."""

    title: str
    when: str
    about: str
    facts: Sequence[tuple[str, str]]
    url: str


@dataclass(frozen=True)
class TrainingPage:
    """trained: “4 af 6”; not_yet: the names of the others."""

    team: Team
    switch: Sequence[Link]
    trained: str
    not_yet: Sequence[str]
    supervision: str
    supervision_note: str
    hours: Sequence[tuple[str, str]]
    learned: Sequence[Learned]

    @property
    def new_url(self) -> str:
        return address_in(self.team, "staff:teams:training_new")


def training_page(
    team: Team, teams: Sequence[Team], *, is_member: bool, day: dt.date
) -> TrainingPage:
    """What a team has learned; six queries, whatever the number of members and trainings."""
    records = list(trainings_of(team.pk))
    trainings = [as_training(record) for record in records]
    names = {member.pk: member.name for member in staff_of(team.pk, day)}
    not_yet = untrained(joined_first(team.pk, day), trainings)
    last = last_held(trainings, TrainingKind.SUPERVISION)
    return TrainingPage(
        team=team,
        switch=switch(team, teams, PAGE),
        trained=f"{len(names) - len(not_yet)} af {len(names)}",
        not_yet=[names[who] for who in not_yet],
        supervision=ago(last, day).capitalize() if last else "Aldrig",
        supervision_note=written_day(last),
        hours=_hours(trainings, day),
        learned=[learned(record, may_write=is_member) for record in records],
    )


def _hours(trainings: Sequence[Training], day: dt.date) -> list[tuple[str, str]]:
    hours = hours_by_kind(trainings, since=day - YEAR)
    return [
        (kind.label, f"{written_number(hours[kind])} timer")
        for kind in TrainingKind
        if kind in hours
    ]


def learned(record: TrainingRecord, *, may_write: bool) -> Learned:
    took_part = [one.staff_member.name for one in record.participants.all()]
    names = sorted(took_part, key=alphabetical_key)
    return Learned(
        title=record.get_kind_display(),
        when=f"{written_day(record.held_on)}, {written_number(record.hours)} timer",
        about=record.about,
        facts=[("Stod for det", record.led_by), ("Var med", ", ".join(names))],
        url=reverse("staff:teams:training_edit", args=[record.pk]) if may_write else "",
    )
