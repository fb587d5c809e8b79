"""Tasks, follow-ups and lights as the team would write them, in the fewest words."""

import datetime as dt
from dataclasses import fields

from hjemmebane.domain.contacts.actions import (
    LightDetails,
    agree_light,
    call_for_help,
    give_task,
    observe_light,
    raise_follow_up,
)
from hjemmebane.domain.contacts.choices import Caller, Light, LightKind, Urgency
from hjemmebane.domain.contacts.models import (
    FollowUp,
    HelpCall,
    Task,
    TrafficLightAgreement,
    TrafficLightObservation,
)
from hjemmebane.domain.contacts.queries import AgreedLight, agreed_light
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, Case, Employee

DETAILS = {field.name for field in fields(LightDetails)}


def give(case: Case, by: Employee, *, at: dt.datetime = NOW, **changes: object) -> Task:
    """A task about the citizen for who gives it, without a day, unless said otherwise."""
    values = {
        "id": new_id(),
        "about": case.course,
        "what": "Ring til boligforeningen",
        "staff_member": by.staff_member,
        **changes,
    }
    return give_task(by=by.actor, at=at, **values)


def follow(case: Case, by: Employee, *, at: dt.datetime = NOW, **changes: object) -> FollowUp:
    """A follow-up of today that is nobody's, unless said otherwise."""
    values = {
        "id": new_id(),
        "course": case.course,
        "why": "Har ikke svaret siden mandag",
        "due_on": day_of(at),
        **changes,
    }
    return raise_follow_up(by=by.actor, at=at, **values)


def see(
    case: Case, by: Employee, colour: Light, *, at: dt.datetime = NOW, **more: object
) -> TrafficLightObservation:
    """A light seen, then and there unless said otherwise."""
    values = {"id": new_id(), "course": case.course, "colour": colour, **more}
    return observe_light(by=by.actor, at=at, **values)


SIGNS = {
    Light.GREEN: ["Jeg laver kaffe", "Jeg lukker op"],
    Light.YELLOW: ["Jeg sover om dagen"],
    Light.RED: ["Jeg svarer ikke", "Jeg er bange for naboen"],
}
ACTIONS = {
    Light.GREEN: ["Vi drikker kaffe"],
    Light.YELLOW: ["Vi kommer to gange om ugen"],
    Light.RED: ["Vi ringer hver dag"],
}


def light_agreement(
    case: Case, by: Employee, *, at: dt.datetime = NOW, **changes: object
) -> TrafficLightAgreement:
    """An agreement on the light made today with the citizen, the first, unless said otherwise."""
    details = {"kind": LightKind.WELLBEING, "made_on": day_of(at)}
    values = {
        "id": new_id(),
        "course": case.course,
        "signs": SIGNS,
        "actions": ACTIONS,
        **{name: value for name, value in changes.items() if name not in DETAILS},
        "details": LightDetails(
            **{**details, **{name: value for name, value in changes.items() if name in DETAILS}}
        ),
    }
    return agree_light(by=by.actor, at=at, **values)


def agreed(case: Case, by: Employee, **changes: object) -> AgreedLight:
    """The same, with its lines."""
    return agreed_light(light_agreement(case, by, **changes))


def call(case: Case, by: Employee, *, at: dt.datetime = NOW, **changes: object) -> HelpCall:
    """A call for help now, from the citizen to the whole team, unless said otherwise."""
    values = {
        "id": new_id(),
        "course": case.course,
        "caller": Caller.CITIZEN,
        "urgency": Urgency.NOW,
        "words": "Tør ikke være alene",
        **changes,
    }
    return call_for_help(by=by.actor, at=at, **values)
