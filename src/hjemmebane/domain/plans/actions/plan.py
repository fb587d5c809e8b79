import datetime as dt
from collections.abc import Mapping
from copy import copy
from uuid import UUID

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.method.queries import current_pack
from hjemmebane.domain.plans.models import Plan
from hjemmebane.domain.plans.queries import plan_to_change
from hjemmebane.domain.plans.rules import (
    check_can_change,
    check_can_open,
    check_guiding_purposes,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor

EDITABLE = frozenset({"purpose", "guiding_purposes", "cross_professional_evaluation"})


@action
def open_plan(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    by: Actor,
    at: dt.datetime,
) -> Plan:
    """Begin the one plan of a course, with the team's method as it is today.

    Refuses an ended course and a second plan.
    """
    course = course_to_change(course.pk)
    check_can_open(course, id)
    method = current_pack(course.team.method_pack)
    plan = Plan(
        id=id,
        course=course,
        method_pack=method.code,
        method_version=method.version,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return plan.insert()


@action
def change_plan(
    *, plan: Plan, changes: Mapping[str, object], version: int, by: Actor, at: dt.datetime
) -> Plan:
    """Change the purpose, the guiding purposes or the professions' common evaluation.

    Refuses an ended course and a purpose the method does not know. Raises EditConflict.
    """
    if not EDITABLE.issuperset(changes):
        raise TypeError(f"a plan has no editable field {sorted(set(changes) - EDITABLE)}")
    check_can_change(plan_to_change(plan.pk).course)
    draft = copy(plan)
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.validate_fields()
    check_guiding_purposes(draft)
    return plan.save_changes(changes, version=version)
