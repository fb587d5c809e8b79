"""Funktioner: what the team is for and what each of its members is, with what stood before."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.audit.queries import actor_names
from hjemmebane.domain.method.content.entries import RoleField
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import RoleDescription, StaffMember, Team, TeamMembership
from hjemmebane.domain.teams.queries import (
    Rewriting,
    function_titles,
    members_of,
    rewritings_in,
    role_descriptions_of,
    role_fields,
)
from hjemmebane.faces.staff.courses.pages.standing import written_number
from hjemmebane.faces.staff.switching import address_in, switch
from hjemmebane.foundation.written import written_moment

PAGE = "staff:teams:roles"
SOMEBODY = "Systemet"


@dataclass(frozen=True)
class Rewritten:
    """One time that it was written; `before` is (line, words) of what stood before."""

    when: str
    who: str
    lines: Sequence[str]
    before: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class RoleSheet:
    """One description; `facts` are what the service knows already. url: where one may write it."""

    title: str
    anchor: str
    facts: Sequence[tuple[str, str]]
    said: Sequence[tuple[str, str]]
    unsaid: Sequence[str]
    url: str
    history: Sequence[Rewritten]


@dataclass(frozen=True)
class RolesPage:
    team: Team
    switch: Sequence[Link]
    sheets: Sequence[RoleSheet]


@dataclass(frozen=True)
class Writers:
    """Who looks: None for somebody who does not work in the team."""

    me: StaffMember | None
    coordinates: bool

    def may_write(self, staff_member: StaffMember | None) -> bool:
        """The rule's own answer, without asking the database for each member."""
        if self.me is None:
            return False
        return staff_member is None or self.coordinates or staff_member == self.me


def roles_page(team: Team, teams: Sequence[Team], writers: Writers, *, day: dt.date) -> RolesPage:
    """All of a team's descriptions; five queries, whatever the number of members."""
    members = list(members_of([team.pk], day))
    written, told = role_descriptions_of(team.pk), rewritings_in(team.pk)
    names = actor_names({one.actor for rewritings in told.values() for one in rewritings})
    desk = _Desk(team, written, told, names, writers)
    return RolesPage(
        team=team,
        switch=switch(team, teams, PAGE),
        sheets=[
            desk.sheet(team.name, None, facts_of_team(team, members)),
            *(
                desk.sheet(one.staff_member.name, one.staff_member, facts_of_member(one, members))
                for one in members
            ),
        ],
    )


@dataclass(frozen=True)
class _Desk:
    team: Team
    written: Mapping[UUID | None, RoleDescription]
    told: Mapping[UUID, Sequence[Rewriting]]
    names: Mapping[str, str]
    writers: Writers

    def sheet(
        self,
        title: str,
        staff_member: StaffMember | None,
        facts: Sequence[tuple[str, str]],
    ) -> RoleSheet:
        description = self.written.get(staff_member.pk if staff_member else None)
        lines = role_fields(self.team, staff_member)
        answers: Mapping[str, str] = description.answers if description else {}
        rewritings = self.told.get(description.pk, ()) if description else ()
        return RoleSheet(
            title=title,
            anchor=f"funktion-{staff_member.pk if staff_member else 'team'}",
            facts=facts,
            said=[(one.title, answers[one.code]) for one in lines if one.code in answers],
            unsaid=[one.title for one in lines if one.code not in answers],
            url=self._url(staff_member) if self.writers.may_write(staff_member) else "",
            history=[rewritten(one, lines, self.names) for one in rewritings],
        )

    def _url(self, staff_member: StaffMember | None) -> str:
        if staff_member is None:
            return address_in(self.team, "staff:teams:role_team")
        address = reverse("staff:teams:role_member", args=[staff_member.pk])
        return f"{address}?team={self.team.pk}"


def rewritten(one: Rewriting, lines: Iterable[RoleField], names: Mapping[str, str]) -> Rewritten:
    titles = {line.code: line.title for line in lines}
    return Rewritten(
        when=written_moment(one.at),
        who=names.get(one.actor, SOMEBODY),
        lines=[titles.get(code, code) for code in one.before],
        before=[(titles.get(code, code), words) for code, words in one.before.items() if words],
    )


def facts_of_team(team: Team, members: Collection[TeamMembership]) -> list[tuple[str, str]]:
    """What the description need not say, because it stands elsewhere and is kept there."""
    executing = sum((one.executing_hours for one in members), Decimal(0))
    coordination = sum((one.coordination_hours for one in members), Decimal(0))
    return [
        ("Timer om ugen", hours_in_words(executing, coordination)),
        ("Koordinator", coordinators_of(members)),
        ("Forankring", team.host or "Ikke skrevet"),
    ]


def facts_of_member(
    member: TeamMembership, members: Collection[TeamMembership]
) -> list[tuple[str, str]]:
    return [
        ("Stilling", member.profession),
        ("Funktioner", ", ".join(function_titles(member.team, member.core_functions))),
        ("Timer om ugen", hours_in_words(member.executing_hours, member.coordination_hours)),
        ("Koordinator", coordinators_of(members)),
    ]


def hours_in_words(executing: Decimal, coordination: Decimal) -> str:
    """“37 udførende”, “2 udførende og 7 koordinerende”."""
    told = f"{written_number(executing)} udførende"
    return f"{told} og {written_number(coordination)} koordinerende" if coordination else told


def coordinators_of(members: Iterable[TeamMembership]) -> str:
    coordinating = [
        one.staff_member.name for one in members if CoreFunction.COORDINATION in one.core_functions
    ]
    return ", ".join(coordinating) or "Ingen"
