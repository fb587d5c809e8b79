"""Choosing between what stands and what a telephone sent beside it."""

import datetime as dt

from hjemmebane.domain.contacts.actions import (
    change_contact,
    observe_light,
    reopen_task,
    settle_task,
)
from hjemmebane.domain.contacts.choices import ReminderStatus
from hjemmebane.domain.field.choices import FieldRefusal, ItemKind, Settlement
from hjemmebane.domain.field.content import LightBody, TaskBody, VisitBody, body_of, contact_details
from hjemmebane.domain.field.models import FieldConflict
from hjemmebane.domain.field.queries import (
    conflict_to_change,
    contact_in,
    light_in,
    staff_named,
    task_to_change,
)
from hjemmebane.domain.field.rules import check_is_unsettled_conflict
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import AlreadySaved


@action
def settle_conflict(
    *, conflict: FieldConflict, settlement: str, stands: int, by: Actor, at: dt.datetime
) -> FieldConflict:
    """Let what stood stand, or let what the telephone sent take its place as a correction.

    stands: the version of the record that was looked at. Once. Refuses what the correction does;
    raises EditConflict when somebody else changed the record meanwhile.
    """
    held = conflict_to_change(conflict.pk)
    if (held.settlement, held.settled_by_id) == (settlement, by.user_id):
        raise AlreadySaved(held)  # two taps of the same thumb
    check_is_unsettled_conflict(held)
    if settlement == Settlement.TAKEN:
        _correct(held, stands=stands, by=by, at=at)
    changes = {"settlement": settlement, "settled_at": at, "settled_by_id": by.user_id}
    return held.save_changes(changes, version=held.version)


def _correct(conflict: FieldConflict, *, stands: int, by: Actor, at: dt.datetime) -> None:
    match body_of(ItemKind(conflict.kind), conflict.sent):
        case VisitBody() as body:
            _correct_contact(conflict, body, stands=stands, by=by, at=at)
        case LightBody() as body:
            _see_anew(conflict, body, by=by, at=at)
        case TaskBody() as body:
            _settle_anew(conflict, body, stands=stands, by=by, at=at)


def _correct_contact(
    conflict: FieldConflict, body: VisitBody, *, stands: int, by: Actor, at: dt.datetime
) -> None:
    contact = contact_in(conflict.course, conflict.concerns)
    if contact is None:
        raise Refused(FieldRefusal.UNKNOWN)
    change_contact(
        contact=contact,
        details=contact_details(body),
        staff=staff_named(body.staff),
        sub_goals=body.sub_goals,
        version=stands,
        by=by,
        at=at,
    )


def _see_anew(conflict: FieldConflict, body: LightBody, *, by: Actor, at: dt.datetime) -> None:
    """A light is never changed: the telephone's takes the place of what was seen."""
    replaced = light_in(conflict.course, conflict.concerns)
    if replaced is None:
        raise Refused(FieldRefusal.UNKNOWN)
    observe_light(
        id=conflict.pk,
        course=conflict.course,
        colour=body.colour,
        note=body.note,
        signs=body.signs,
        actions=body.actions,
        observed_at=body.observed_at,
        replaces=replaced,
        by=by,
        at=at,
    )


def _settle_anew(
    conflict: FieldConflict, body: TaskBody, *, stands: int, by: Actor, at: dt.datetime
) -> None:
    """Done, with the words of the telephone; what was said of it stays in the history."""
    task = task_to_change(conflict.course, conflict.concerns)
    if task is None:
        raise Refused(FieldRefusal.UNKNOWN)
    if not task.is_open:
        task, stands = reopen_task(task=task, version=stands, by=by, at=at), stands + 1
    done = ReminderStatus.DONE
    settle_task(task=task, status=done, note=body.note, version=stands, by=by, at=at)
