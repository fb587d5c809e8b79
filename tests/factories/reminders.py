"""Tasks, follow-ups and lights as the team would write them, in the fewest words."""

import datetime as dt

from hjemmebane.domain.contacts.actions import give_task, observe_light, raise_follow_up
from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.contacts.models import FollowUp, Task, TrafficLightObservation
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, Case, Employee


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
    case: Case, by: Employee, colour: Light, *, note: str = "", at: dt.datetime = NOW
) -> TrafficLightObservation:
    """A light seen."""
    return observe_light(
        id=new_id(), course=case.course, colour=colour, note=note, by=by.actor, at=at
    )
