"""The team: who is in it, what they cover, and the hours there are."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.teams.models import Persona, Team, TeamMembership
from hjemmebane.domain.teams.queries import (
    full_time_equivalents,
    function_titles,
    have_portraits,
    members_of,
    personas_of,
    uncovered_functions,
)

# label, route
PARTS = (
    ("Teamet", "staff:teams:page"),
    ("Timer og dækning", "staff:workload:page"),
    ("Funktioner", "staff:teams:roles"),
    ("Læring", "staff:teams:training"),
    ("Forudsætninger", "staff:fidelity:page"),
    ("DACTS", "staff:fidelity:dacts"),
    ("Figurer", "staff:fidelity:figures"),
)
FOR_MEMBERS = (
    ("Efterlevelse", "staff:fidelity:logged"),
    ("Kvartalet", "staff:fidelity:quarter"),
    ("Målinger", "staff:measurements:team"),
)
FOR_MANAGERS = (("Målinger", "staff:measurements:figures"),)
FOR_EVALUATORS = (("Evaluering", "staff:evaluation:page"),)


def parts_of_team(*, is_member: bool, evaluates: bool) -> list[Link]:
    """The pages about the team, of which this is the first."""
    shown = (
        *PARTS,
        *(FOR_MEMBERS if is_member else FOR_MANAGERS),
        *(FOR_EVALUATORS if evaluates else ()),
    )
    return [
        Link(label, reverse(route), current=place == 0)
        for place, (label, route) in enumerate(shown)
    ]


@dataclass(frozen=True)
class MemberRow:
    """A member; `told` is what they have written about themselves, (label, words).

    picture: where their picture is; empty for who has uploaded none.
    """

    name: str
    profession: str
    phone: str
    functions: Sequence[str]
    executing: Decimal
    coordination: Decimal
    told: Sequence[tuple[str, str]]
    picture: str


@dataclass(frozen=True)
class TeamOnPage:
    team: Team
    members: Sequence[MemberRow]
    executing: Decimal
    coordination: Decimal
    positions: Decimal
    uncovered: Sequence[str]

    @property
    def introduced(self) -> list[MemberRow]:
        return [member for member in self.members if member.told]


def teams_page(teams: Sequence[Team], day: dt.date) -> list[TeamOnPage]:
    """Each team with its members of the day and their personas, in three queries."""
    members = list(members_of([team.pk for team in teams], day))
    staff = [member.staff_member_id for member in members]
    personas, pictured = personas_of(staff), have_portraits(staff)
    rows = [
        (
            member,
            row_of(
                member,
                personas.get(member.staff_member_id),
                has_picture=member.staff_member_id in pictured,
            ),
        )
        for member in members
    ]
    return [
        team_on_page(team, [entry for entry in rows if entry[0].team_id == team.pk])
        for team in teams
    ]


def team_on_page(team: Team, rows: Sequence[tuple[TeamMembership, MemberRow]]) -> TeamOnPage:
    members = [member for member, _row in rows]
    return TeamOnPage(
        team=team,
        members=[row for _member, row in rows],
        executing=sum((member.executing_hours for member in members), Decimal(0)),
        coordination=sum((member.coordination_hours for member in members), Decimal(0)),
        positions=full_time_equivalents(members),
        uncovered=function_titles(team, uncovered_functions(team, members)),
    )


def row_of(member: TeamMembership, persona: Persona | None, *, has_picture: bool) -> MemberRow:
    return MemberRow(
        name=member.staff_member.name,
        profession=member.profession,
        phone=member.staff_member.phone,
        functions=function_titles(member.team, member.core_functions),
        executing=member.executing_hours,
        coordination=member.coordination_hours,
        told=persona.told if persona else [],
        picture=portrait_url(member.staff_member_id) if has_picture else "",
    )


def portrait_url(staff_member_id: UUID) -> str:
    return reverse("staff:teams:portrait", args=[staff_member_id])
