"""The colour that a citizen says it is. A red one reaches the team at once."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.contacts.choices import Light, RaisedBy
from hjemmebane.domain.contacts.models import FollowUp
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.sharing.models import OwnLight
from hjemmebane.domain.sharing.queries import own_red_waiting
from hjemmebane.domain.sharing.rules import check_goes_on
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns


@action
def say_light(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    colour: Light,
    words: str = "",
    by: Actor,
    at: dt.datetime,
) -> OwnLight:
    """The citizen says what colour it is. A red is the whole team's to follow up today; while one
    they said waits, another waits with it. Refuses an ended course.
    """
    take_turns(f"own-light:{course.pk}")
    said = OwnLight(
        id=id,
        course=course,
        colour=colour,
        words=words.strip(),
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    said.check_unsent()
    check_goes_on(course)
    if colour == Light.RED:
        said.follow_up_id = own_red_waiting(course.pk) or _raise(said).pk
    return said.insert()


def _raise(said: OwnLight) -> FollowUp:
    """With the key of the light: one light raises one at most. The citizen does not read it."""
    return FollowUp(
        id=said.pk,
        course=said.course,
        why=str(RaisedBy.OWN_RED.label),
        due_on=day_of(said.recorded_at),
        recorded_by_id=said.recorded_by_id,
        recorded_at=said.recorded_at,
    ).insert()
