"""The operations that are measured: what a person does, and as whom."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.test import Client
from django.urls import reverse

from benchmarks.visiting import Answer, Form, Send, Visitor
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.meetings.actions import open_meeting
from hjemmebane.domain.meetings.queries import items_of, meeting_under_way
from hjemmebane.domain.teams.queries import staff_of, teams_worked_in
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of, now
from hjemmebane.foundation.ids import new_id

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
    """As the design names them, the plan page, a citizen's turn at a meeting, and fidelity."""
    board, citizen = reverse("staff:board:page"), typical_citizen(LARGE_TEAM)
    today = reverse("staff:today:page")
    overview = reverse("staff:citizens:overview", args=[citizen])
    plan = reverse("staff:plans:page", args=[citizen])
    contact = reverse("staff:contacts:new", args=[citizen])
    turn = first_turn(SMALL_TEAM)
    logged, dacts = reverse("staff:fidelity:logged"), reverse("staff:fidelity:dacts")
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
        Operation("Citizen at a meeting", SMALL_TEAM, lambda visitor, _: visitor.get(turn)),
        Operation("Fidelity, 90 citizens", LARGE_TEAM, lambda visitor, _: visitor.get(logged)),
        Operation("DACTS, 90 citizens", LARGE_TEAM, lambda visitor, _: visitor.get(dacts)),
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


def first_turn(team: int) -> str:
    """The page of the first citizen at the team's meeting, which is opened when there is none."""
    user = User.objects.get(username=username(team, 1))
    who = {"by": user.actor, "at": now()}
    with acting(user.actor):
        of_team = teams_worked_in(user.actor, day_of(now())).get()
        staff = list(staff_of(of_team.pk, day_of(now())))
        meeting = meeting_under_way(of_team.pk) or open_meeting(
            id=new_id(), team=of_team, staff=staff, planned_minutes=60, **who
        )
        first = items_of(meeting.pk).first()
    return reverse("staff:meetings:turn", args=[meeting.pk, first.pk])


def visitor(send: Send, team: int, place: int = 1) -> Visitor:
    """Somebody of that team, logged in."""
    client = Client()
    client.force_login(User.objects.get(username=username(team, place)))
    return Visitor(send, {name: morsel.value for name, morsel in client.cookies.items()})
