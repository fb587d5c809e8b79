"""A team whose citizens differ in all that a board is arranged by."""

import datetime as dt
from dataclasses import dataclass

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import ContactDetails, log_contact
from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.courses.actions import choose_primary_contact
from hjemmebane.domain.meetings.actions import put_on_board
from hjemmebane.domain.practice.actions import place_course
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import Case, Cast, Employee, start_case
from tests.factories.reminders import see


@dataclass(frozen=True)
class Crowd:
    """Kim has a red light and a crisis, Åse a green one; nothing is known of Aage. By alphabet:
    Kim Krog, Aage Holm, Åse Lund.
    """

    kim: Case
    aage: Case
    aase: Case


def gather_crowd(cast: Cast) -> Crowd:
    """Three citizens in team one; Ida acts."""
    ida = cast.ida
    with acting(ida.actor):
        aase = start_case(cast.team_one, ida, CitizenDetails(given_name="Åse", family_name="Lund"))
        aage = start_case(cast.team_one, ida, CitizenDetails(given_name="Aage", family_name="Holm"))
        arrange(cast.kim, ida, cast.ida, part="BRIDGING", light=Light.RED, days_ago=2)
        arrange(aase, ida, cast.bo, part="ENGAGEMENT", light=Light.GREEN, days_ago=20)
        explain(cast.kim, ida)
    return Crowd(cast.kim, aage, aase)


def arrange(
    case: Case, by: Employee, primary: Employee, *, part: str, light: Light, days_ago: int
) -> None:
    """A part, a light, a primary contact and a day on which the citizen was met."""
    on = {"course": case.course, "by": by.actor, "at": now()}
    place_course(id=new_id(), part=part, reason="Er klar", from_on=today(), **on)
    see(case, by, light, at=now())
    choose_primary_contact(
        id=new_id(), staff_member=primary.staff_member, chosen_by_citizen=True, **on
    )
    met_at = now() - dt.timedelta(days=days_ago)
    log_contact(
        id=new_id(),
        details=ContactDetails(started_at=met_at),
        staff=[by.staff_member],
        sub_goals={},
        **on,
    )


def explain(case: Case, by: Employee, *, days: int = 7, note: str = "Sover på gaden") -> None:
    """Why somebody is on the board."""
    put_on_board(
        id=new_id(),
        course=case.course,
        reason="CRISIS",
        note=note,
        from_on=today(),
        review_on=today() + dt.timedelta(days=days),
        by=by.actor,
        at=now(),
    )
