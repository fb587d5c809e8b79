import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from hjemmebane.domain.courses.models import Course, CourseForm, EndForm, StartForm
from hjemmebane.domain.courses.queries.courses import course_to_change
from hjemmebane.domain.courses.rules import check_can_write, check_form_whole
from hjemmebane.domain.method.queries import pack
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.records import AlreadySaved


@action
def open_start_form(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    by: Actor,
    at: dt.datetime,
) -> StartForm:
    """Begin the start form; there is one per course, and whoever asks gets it."""
    return _open(StartForm, id, course, by=by, at=at)


@action
def open_end_form(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    by: Actor,
    at: dt.datetime,
) -> EndForm:
    """Begin the end form. Also after the course has ended: it is then told, not acted on."""
    return _open(EndForm, id, course, by=by, at=at)


def _open[F: CourseForm](
    kind: type[F], key: UUID, course: Course, *, by: Actor, at: dt.datetime
) -> F:
    course_to_change(course.pk)
    if there := kind._default_manager.filter(course=course).first():
        raise AlreadySaved(there)
    method = pack(course.team.method_pack)
    form = kind(
        id=key,
        course=course,
        method_pack=method.code,
        method_version=method.version,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return form.insert()


@action
def save_course_form[F: CourseForm](
    *, form: F, values: Mapping[str, object], version: int, by: Actor, at: dt.datetime
) -> F:
    """Keep what is answered so far. Refuses choices the method lacks, and a completed form.

    Raises EditConflict.
    """
    check_can_write(form, values)
    return form.save_changes(values, version=version)


@action
def complete_course_form[F: CourseForm](
    *, form: F, values: Mapping[str, object], version: int, by: Actor, at: dt.datetime
) -> F:
    """Keep what is answered and say that the form is done, or neither: refuses missing answers.

    Raises EditConflict.
    """
    check_can_write(form, values)
    check_form_whole(form, values)
    return form.save_changes({**values, "completed_at": at}, version=version)
