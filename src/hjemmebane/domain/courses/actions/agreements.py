import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from hjemmebane.domain.audit.rules import check_undone
from hjemmebane.domain.courses.models import ContactAgreement, Course, LifeEvent
from hjemmebane.domain.courses.queries.courses import course_to_change
from hjemmebane.domain.courses.rules import check_days_in_course, check_is_open, check_life_event
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of


@action
def agree_on_contact(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    values: Mapping[str, object],
    by: Actor,
    at: dt.datetime,
) -> ContactAgreement:
    """Write down how the citizen and the team keep in touch; the former agreement can be read."""
    course = course_to_change(course.pk)
    check_is_open(course)
    agreement = ContactAgreement(
        id=id, course=course, recorded_by_id=by.user_id, recorded_at=at, **values
    )
    check_days_in_course(course, today=day_of(at), field="talked_on", day=agreement.talked_on)
    return agreement.insert()


@action
def record_life_event(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    values: Mapping[str, object],
    by: Actor,
    at: dt.datetime,
) -> LifeEvent:
    """Write down what happened in the citizen's life. It pauses nothing: contact may go on."""
    course = course_to_change(course.pk)
    event = LifeEvent(id=id, course=course, recorded_by_id=by.user_id, recorded_at=at, **values)
    check_life_event(event, today=day_of(at))
    return event.insert()


@action
def change_life_event(
    *, event: LifeEvent, values: Mapping[str, object], version: int, by: Actor, at: dt.datetime
) -> LifeEvent:
    """Correct it, or say when it ended. Raises EditConflict."""
    check_life_event(LifeEvent(course=event.course, **values), today=day_of(at))
    return event.save_changes(values, version=version)


@action
def set_cadence(*, course: Course, cadence: str, by: Actor, at: dt.datetime) -> Course:
    """Say how often the team takes the citizen up at its meeting. Refuses an ended course."""
    held = course_to_change(course.pk)
    check_is_open(held)
    check_undone(held, {"cadence": cadence}, by=by)
    return held.save_changes({"cadence": cadence}, version=held.version)
