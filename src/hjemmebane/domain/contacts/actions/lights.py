import datetime as dt
from uuid import UUID

from hjemmebane.domain.contacts.models import TrafficLightObservation
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.courses.rules import check_is_open
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor


@action
def observe_light(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    colour: str,
    note: str = "",
    by: Actor,
    at: dt.datetime,
) -> TrafficLightObservation:
    """Write down how the citizen's state looks now; what was seen before stays. Not once ended."""
    check_is_open(course_to_change(course.pk))
    observation = TrafficLightObservation(
        id=id,
        course=course,
        colour=colour,
        note=note.strip(),
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return observation.insert()
