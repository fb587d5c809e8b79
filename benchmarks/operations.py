"""The operations that are measured: what a person does, and as whom."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.test import Client
from django.urls import reverse

from benchmarks.visiting import Answer, Form, Send, Visitor
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import acting

SMALL_TEAM, LARGE_TEAM = 1, 2
NOTE = "Vi gik en tur og talte om, hvad der skal ske på torsdag. " * 6


@dataclass(frozen=True)
class Operation:
    """`prepare` fetches what a person has on the screen beforehand; `perform` is what is timed."""

    name: str
    team: int
    perform: Callable[[Visitor, Form], Answer]
    prepare: Callable[[Visitor], Form] = field(default=lambda _visitor: {})
    expects: int = 200


def operations() -> list[Operation]:
    """As the design names them, and the plan page."""
    board, citizen = reverse("staff:board:page"), typical_citizen(LARGE_TEAM)
    today = reverse("staff:today:page")
    overview = reverse("staff:citizens:overview", args=[citizen])
    plan = reverse("staff:plans:page", args=[citizen])
    contact = reverse("staff:contacts:new", args=[citizen])
    return [
        Operation("Board, 15 citizens", SMALL_TEAM, lambda visitor, _: visitor.get(board)),
        Operation("Board, 90 citizens", LARGE_TEAM, lambda visitor, _: visitor.get(board)),
        Operation("Citizen page", LARGE_TEAM, lambda visitor, _: visitor.get(overview)),
        Operation(
            "Save a contact",
            LARGE_TEAM,
            lambda visitor, form: visitor.post(contact, form),
            lambda visitor: filled_in(visitor.form(contact, "note")),
            expects=302,
        ),
        Operation("I dag", LARGE_TEAM, lambda visitor, _: visitor.get(today)),
        Operation("Plan page", LARGE_TEAM, lambda visitor, _: visitor.get(plan)),
    ]


def filled_in(form: Form) -> Form:
    """A visit of 45 minutes that was a step for the first open sub-goal."""
    step = next(name for name in form if name.startswith("step_"))
    return form | {"note": [NOTE], "direct_minutes": ["45"], step: ["STEP"]}


def username(team: int, place: int) -> str:
    return f"bench-{team}-{place}"


def typical_citizen(team: int) -> str:
    """The first citizen of a team, who has as many contacts as the mean."""
    with acting(User.objects.get(username=username(team, 1)).actor):
        citizen = Citizen.objects.get(family_name=f"{team}-1")
    return str(citizen.pk)


def visitor(send: Send, team: int, place: int = 1) -> Visitor:
    """Somebody of that team, logged in."""
    client = Client()
    client.force_login(User.objects.get(username=username(team, place)))
    return Visitor(send, {name: morsel.value for name, morsel in client.cookies.items()})
