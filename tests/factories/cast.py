"""A stable cast of people, built through actions by those who would do it.

Team one: Ida (member), Bo (coordinator), Mette (manager) and their citizen Kim.
Team two: Omar and his citizen Noor. Both citizens have a course and a plan.
The job centre, with Lise, works with both teams.

A conftest imports the fixtures; `cast` is everybody, `as_ida` lets Ida act for the whole test.
"""

import datetime as dt
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import pytest

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.consents.choices import HowGiven
from hjemmebane.domain.courses.actions import CourseStart, start_course_for_new_citizen
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.partners.actions import add_organisation, add_person
from hjemmebane.domain.partners.choices import PartnerKind
from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.domain.plans.actions import add_item, open_plan
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import Plan, PlanItem
from hjemmebane.domain.teams.actions import (
    add_municipality,
    add_staff_member,
    add_team,
    appoint_manager,
    join_team,
)
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import Municipality, StaffMember, Team
from hjemmebane.foundation.accounts.actions import open_login
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import OPERATIONS, Actor, acting
from hjemmebane.foundation.ids import new_id
from tests.factories.databases import commits

HIRED_ON = dt.date(2025, 1, 1)
STARTED_ON = dt.date(2025, 3, 3)
# A Monday morning a good while after everything began; still in the past.
NOW = dt.datetime(2025, 6, 2, 8, 0, tzinfo=dt.UTC)
PASSWORD = "en-lang-adgangskode"
KIMS_CPR = "070761-4285"
KIM = CitizenDetails(
    given_name="Kim",
    family_name="Krog",
    cpr=KIMS_CPR,
    address="Skovvej 1",
    phone="20 20 20 20",
)
NOOR = CitizenDetails(given_name="Noor", has_protected_address=True, address="Hemmelig 2")


@dataclass(frozen=True)
class Employee:
    """Somebody on the staff: their login and who they are."""

    user: User
    staff_member: StaffMember

    @property
    def actor(self) -> Actor:
        return self.user.actor


@dataclass(frozen=True)
class Case:
    """A citizen, their course, and a plan with one wish, one goal and two steps towards it."""

    citizen: Citizen
    course: Course
    plan: Plan
    wish: PlanItem
    goal: PlanItem
    first_step: PlanItem
    second_step: PlanItem


@dataclass(frozen=True)
class Cast:
    """Everybody."""

    municipality: Municipality
    team_one: Team
    team_two: Team
    ida: Employee
    bo: Employee
    mette: Employee
    omar: Employee
    kim: Case
    noor: Case
    job_centre: PartnerOrganisation
    lise: PartnerPerson


def employ(name: str, profession: str) -> Employee:
    """A new member of the staff, in no team; operations act."""
    user = open_login(
        username=name.lower(), full_name=name, password=PASSWORD, by=OPERATIONS, at=NOW
    )
    staff_member = add_staff_member(user=user, profession=profession, by=OPERATIONS, at=NOW)
    return Employee(user, staff_member)


def let_join(
    team: Team,
    employee: Employee,
    function: CoreFunction,
    hours: int = 37,
    *,
    from_on: dt.date = HIRED_ON,
) -> None:
    """Put somebody in a team, from the first day on unless it is said; operations act."""
    join_team(
        team=team,
        staff_member=employee.staff_member,
        core_functions=[function],
        executing_hours=Decimal(hours),
        from_on=from_on,
        by=OPERATIONS,
        at=NOW,
    )


def start_case(team: Team, by: Employee, details: CitizenDetails) -> Case:
    """A new citizen with a course and a plan in the team of the one who acts."""
    course = start_course_for_new_citizen(
        citizen_id=new_id(),
        course_id=new_id(),
        details=details,
        team=team,
        start=CourseStart(started_on=STARTED_ON, consent_how_given=HowGiven.ORALLY),
        by=by.actor,
        at=NOW,
    )
    plan = open_plan(id=new_id(), course=course, by=by.actor, at=NOW)
    wish = add_to_plan(plan, by, ItemKind.WISH, text=f"{details.given_name} vil gerne ud at gå")
    goal = add_to_plan(plan, by, ItemKind.GOAL, text="En tur om ugen", wishes=[wish])
    first_step, second_step = (
        add_to_plan(plan, by, ItemKind.SUB_GOAL, goal=goal, text=text)
        for text in ("Ned i gården", "Rundt om søen")
    )
    return Case(course.citizen, course, plan, wish, goal, first_step, second_step)


def add_to_plan(plan: Plan, by: Employee, kind: ItemKind, **values: object) -> PlanItem:
    """One more item in a plan."""
    return add_item(id=new_id(), plan=plan, kind=kind, values=values, by=by.actor, at=NOW)


def gather() -> Cast:
    """The cast, new in the database of the test."""
    with acting(OPERATIONS):
        municipality = add_municipality(name="Aabenby", code="0901", by=OPERATIONS, at=NOW)
        one, two = (
            add_team(municipality=municipality, name=name, by=OPERATIONS, at=NOW)
            for name in ("Team et", "Team to")
        )
        ida, bo = employ("Ida", "Bostøtte"), employ("Bo", "Socialrådgiver")
        mette, omar = employ("Mette", "Leder"), employ("Omar", "Sygeplejerske")
        let_join(one, ida, CoreFunction.SOCIAL_PRACTICAL)
        let_join(one, bo, CoreFunction.COORDINATION)
        let_join(two, omar, CoreFunction.HEALTH)
        appoint_manager(
            team=one, staff_member=mette.staff_member, from_on=HIRED_ON, by=OPERATIONS, at=NOW
        )
        job_centre, lise = start_partnership(municipality)
    with acting(ida.actor):
        kim = start_case(one, ida, KIM)
    with acting(omar.actor):
        noor = start_case(two, omar, NOOR)
    return Cast(municipality, one, two, ida, bo, mette, omar, kim, noor, job_centre, lise)


def start_partnership(municipality: Municipality) -> tuple[PartnerOrganisation, PartnerPerson]:
    """A partner with one person to call; operations act."""
    job_centre = add_organisation(
        id=new_id(),
        municipality=municipality,
        kind=PartnerKind.JOB_CENTRE,
        name="Jobcenter Aabenby",
        by=OPERATIONS,
        at=NOW,
    )
    lise = add_person(
        id=new_id(),
        organisation=job_centre,
        name="Lise",
        role="Jobkonsulent",
        by=OPERATIONS,
        at=NOW,
    )
    return job_centre, lise


@cache
def gather_once() -> Cast:
    """The cast in the database that all tests of this process share."""
    return gather()


@pytest.fixture
def cast(request: pytest.FixtureRequest, db: None) -> Cast:
    """Everybody; nobody acts yet. Each test gets objects of its own."""
    return gather() if commits(request) else deepcopy(gather_once())


@pytest.fixture
def as_ida(cast: Cast) -> Iterator[Cast]:
    """Everybody, with Ida of team one acting for the whole test."""
    with acting(cast.ida.actor):
        yield cast
