"""One house for all the tests here: two colleagues and four citizens with plans."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.plans.actions import add_item
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.durability.house import House, built, django_inside
from tests.factories.cast import NOW, Cast, gather, start_case

CITIZENS = ("Asger", "Birthe", "Carlo", "Dagny")
COLLEAGUES = ("ida", "bo")
# The cast's logins must open for the real web server, which does not know the tests' quick hash.
HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]


@dataclass(frozen=True)
class Planned:
    """A citizen with a goal and one step towards it."""

    citizen_id: UUID
    goal_id: UUID
    sub_goal_id: UUID


@dataclass(frozen=True)
class Town:
    """The house with the people in it."""

    house: House
    citizens: tuple[Planned, ...]
    staff_ids: tuple[UUID, UUID]


@pytest.fixture(scope="session")
def town(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Iterator[Town]:
    """Open and ready; every test leaves it open."""
    with built(tmp_path_factory.mktemp("house")) as house:
        house.open()
        with (
            django_db_blocker.unblock(),
            django_inside(house),
            override_settings(PASSWORD_HASHERS=HASHERS),
        ):
            cast = gather()
            with acting(cast.ida.actor):
                citizens = tuple(plan_for(cast, name) for name in CITIZENS)
        yield Town(house, citizens, (cast.ida.staff_member.pk, cast.bo.staff_member.pk))


def plan_for(cast: Cast, name: str) -> Planned:
    """A new citizen of team one with the beginning of a plan; Ida acts."""
    case = start_case(cast.team_one, cast.ida, CitizenDetails(given_name=name))
    acts = {"by": cast.ida.actor, "at": NOW}
    goal = add_item(
        id=new_id(),
        plan=case.plan,
        kind=ItemKind.GOAL,
        values={"text": "Kaffe med min søn"},
        **acts,
    )
    sub_goal = add_item(
        id=new_id(),
        plan=case.plan,
        kind=ItemKind.SUB_GOAL,
        values={"text": "Finde hans nummer", "goal": goal},
        **acts,
    )
    return Planned(case.citizen.pk, goal.pk, sub_goal.pk)
