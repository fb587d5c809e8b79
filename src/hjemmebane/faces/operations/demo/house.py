"""Municipalities, teams, logins, staff and partners, set up by operations as in an installation."""

import datetime as dt
from dataclasses import dataclass, field

from hjemmebane.domain.partners.actions import add_organisation, add_person
from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.domain.teams.actions import (
    add_municipality,
    add_staff_member,
    add_team,
    appoint_manager,
    introduce_oneself,
    join_team,
)
from hjemmebane.domain.teams.models import Municipality, StaffMember, Team
from hjemmebane.faces.operations.demo.chance import key
from hjemmebane.faces.operations.demo.days import Days
from hjemmebane.faces.operations.demo.house_entries import (
    BoardMeetingEntry,
    Colleague,
    HouseEntry,
    ManagerEntry,
    PartnerEntry,
    TeamEntry,
)
from hjemmebane.foundation.accounts.actions import open_login
from hjemmebane.foundation.actors import OPERATIONS, Actor, acting

BEGINNING = "90w"
PARTNERS, PEOPLE, STAFF = 10, 20, 30  # series of numbers
REGULAR_HOURS = 12  # who has fewer is nobody's primary contact


@dataclass(frozen=True)
class TeamHouse:
    """A team with everybody in and around it, by the names the texts use."""

    team: Team
    meets: BoardMeetingEntry
    staff: dict[str, StaffMember] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)  # who is in the team now
    regulars: list[str] = field(default_factory=list)
    organisations: dict[str, PartnerOrganisation] = field(default_factory=dict)
    people: dict[str, PartnerPerson] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)  # what stands with one citizen already


def build_house(entry: HouseEntry, *, password: str, days: Days) -> dict[int, TeamHouse]:
    """All teams by number. Refuses when a login is taken, as when the demo is there already."""
    with acting(OPERATIONS):
        houses = {team.number: _team(team, password, days) for team in entry.team}
        for place, manager in enumerate(entry.manager):
            _manager(manager, houses, password, days, phone=_phone(STAFF, place))
        for number_, house in houses.items():
            for place, partner in enumerate(entry.partner):
                _partner(partner, house, number_, place, days)
    return houses


def _phone(series: int, place: int) -> str:
    """A number of its own: a series for each group of people, and the place among them."""
    return f"00 00 {series} {10 + place}"


def _login(
    entry: Colleague | ManagerEntry, password: str, at: dt.datetime, *, phone: str
) -> StaffMember:
    """A demo login; only the advertised ones have a password, nobody can log in as the others."""
    user = open_login(
        id=key(at, "user", entry.username),
        username=entry.username,
        full_name=entry.name,
        password=password if entry.has_login else None,
        is_demo=True,
        by=OPERATIONS,
        at=at,
    )
    return add_staff_member(
        user=user, profession=entry.profession, phone=phone, by=OPERATIONS, at=at
    )


def _team(entry: TeamEntry, password: str, days: Days) -> TeamHouse:
    at = days.moment(BEGINNING, 8)
    staff = {
        one.username: _login(one, password, at, phone=_phone(STAFF + entry.number, place))
        for place, one in enumerate(entry.staff)
    }
    house = TeamHouse(_new_team(entry, _municipality(entry, at), at), entry.board_meeting, staff)
    for colleague in entry.staff:
        _join(colleague, house, days)
    return house


def _municipality(entry: TeamEntry, at: dt.datetime) -> Municipality:
    return add_municipality(name=entry.municipality, code=entry.code, by=OPERATIONS, at=at)


def _new_team(entry: TeamEntry, municipality: Municipality, at: dt.datetime) -> Team:
    return add_team(
        municipality=municipality,
        name=entry.name,
        host=entry.host,
        meeting_rhythm=entry.meeting_rhythm,
        max_caseload=entry.max_caseload,
        youngest=entry.youngest,
        oldest=entry.oldest,
        own_criteria=entry.own_criteria,
        method_pack=entry.method,
        by=OPERATIONS,
        at=at,
    )


def _last_day(colleague: Colleague, days: Days) -> dt.date | None:
    if colleague.left:
        return days.ago(colleague.left)
    return days.ahead(colleague.leaves) if colleague.leaves else None


def _join(colleague: Colleague, house: TeamHouse, days: Days) -> None:
    staff_member = house.staff[colleague.username]
    join_team(
        team=house.team,
        staff_member=staff_member,
        core_functions=colleague.functions,
        executing_hours=colleague.executing,
        coordination_hours=colleague.coordinating,
        from_on=days.ago(colleague.joined),
        until_on=_last_day(colleague, days),
        by=OPERATIONS,
        at=days.moment(colleague.joined, 9),
    )
    if colleague.persona:
        introduce_oneself(
            id=key(days.now, "persona", colleague.username),
            staff_member=staff_member,
            values=colleague.persona.model_dump(),
            by=OPERATIONS,
            at=days.moment(colleague.joined, 10),
        )
    if not colleague.left:
        house.actors[colleague.username] = staff_member.user.actor
        if colleague.executing >= REGULAR_HOURS:
            house.regulars.append(colleague.username)


def _manager(
    entry: ManagerEntry, houses: dict[int, TeamHouse], password: str, days: Days, *, phone: str
) -> None:
    at = days.moment(BEGINNING, 9)
    staff_member = _login(entry, password, at, phone=phone)
    for team in entry.teams:
        appoint_manager(
            team=houses[team].team,
            staff_member=staff_member,
            from_on=days.ago(BEGINNING),
            by=OPERATIONS,
            at=at,
        )


def _partner(entry: PartnerEntry, house: TeamHouse, team: int, place: int, days: Days) -> None:
    """The partner in this team's municipality; the team's number chooses among the names."""
    at, municipality = days.moment(BEGINNING, 10), house.team.municipality
    name = entry.name.format(sted=municipality.name.split()[-1])
    organisation = house.organisations[entry.code] = add_organisation(
        id=key(at, municipality.code, entry.code),
        municipality=municipality,
        kind=entry.kind,
        name=name,
        phone=_phone(PARTNERS + team, place),
        email=_address(entry.code, municipality),
        by=OPERATIONS,
        at=at,
    )
    for person in entry.people:
        house.people[person.code] = add_person(
            id=key(at, municipality.code, person.code),
            organisation=organisation,
            name=person.names[team - 1],
            role=person.role,
            phone=_phone(PEOPLE + team, len(house.people)),
            email=_address(person.code, municipality),
            is_resource=person.resource,
            by=OPERATIONS,
            at=at,
        )


def _address(code: str, municipality: Municipality) -> str:
    """Each their own: it is what somebody at a partner logs in with."""
    return f"{code}@{municipality.code}.example"
