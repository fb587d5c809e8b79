"""Taking in what a telephone sends: once, whatever the network did to it on the way."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from uuid import UUID

from hjemmebane.domain.contacts.actions import (
    FOLLOW,
    log_contact,
    observe_light,
    settle_task,
)
from hjemmebane.domain.contacts.actions.visits import SETTLED_BY
from hjemmebane.domain.contacts.choices import ReminderStatus
from hjemmebane.domain.contacts.models import Appointment, Contact
from hjemmebane.domain.contacts.rules import check_comes_of
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.domain.field.actions.arrivals import Arrival, Taken
from hjemmebane.domain.field.actions.attachments import attach_other, attach_whole
from hjemmebane.domain.field.actions.devices import greet
from hjemmebane.domain.field.calculations import Clock, content_of
from hjemmebane.domain.field.choices import FieldRefusal
from hjemmebane.domain.field.content import (
    AnyItem,
    AttachmentItem,
    Body,
    LightBody,
    LightItem,
    TaskBody,
    TaskItem,
    VisitBody,
    VisitItem,
    contact_details,
)
from hjemmebane.domain.field.models import FieldConflict, FieldDevice, FieldReceipt
from hjemmebane.domain.field.queries import (
    contact_in,
    held_appointment,
    light_in,
    receipt_of,
    staff_named,
    task_to_change,
)
from hjemmebane.domain.field.rules import check_clock, check_is_writable
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.database import take_turns
from hjemmebane.foundation.decisions import Refused, allowed
from hjemmebane.foundation.queue import put_in
from hjemmebane.foundation.sealing import blind_index

KEPT_BESIDE = (
    "Der stod allerede noget andet. Begge udgaver er gemt; teamet vælger på borgerens side under"
    " Kontakt."
)
STANDS_ALONE = "Aftalen er gjort op eller ændret imens, så besøget står for sig selv."
ALREADY_DONE = "Opgaven var allerede meldt gjort."
# In this time the rest of a round arrives. Looked at one by one, an old attempt would raise what
# the visit behind it settles.
ROUND_SECONDS = 60


@action
def take_in(
    *,
    item: AnyItem,
    sent: Mapping[str, object],
    course: Course,
    device: FieldDevice,
    by: Actor,
    at: dt.datetime,
) -> Taken:
    """Do what an item asks for, once; sent again it gets the same answer.

    Other words under the same key are kept beside the first. Refuses a clock that cannot be
    trusted, a course that has ended, a key that was used for something else, and whatever the
    action behind the item refuses.
    """
    take_turns(f"field.take_in {item.id}")
    said = blind_index(content_of(sent))
    before = receipt_of(item.id)
    if before and before.content_hash == said:
        return Taken(**before.answer)
    clock = Clock(item.sent_at - at)
    check_clock(clock, made_at=item.made_at, sent_at=item.sent_at)
    arrival = Arrival(item.id, item.kind, item.made_at, course, clock, said, by, at)
    greet(device=device, by=by, at=at)
    if before:
        if before.kind != item.kind:
            raise Refused(FieldRefusal.KEY_TAKEN)
        return _keep_other(item, arrival)
    taken = _receive(item, arrival)
    if taken.is_done:
        FieldReceipt(
            id=item.id,
            user_id=by.user_id,
            device=device,
            kind=item.kind,
            content_hash=said,
            answer={"conflict": taken.conflict, "told": taken.told},
            received_at=at,
        ).insert()
    return taken


def _receive(item: AnyItem, arrival: Arrival) -> Taken:
    """The first of its key."""
    match item:
        case VisitItem():
            return _log(item.body, arrival)
        case LightItem():
            return _observe(item.body, arrival)
        case TaskItem():
            return _settle(item.body, arrival)
        case AttachmentItem():
            return attach_whole(
                body=item.body, arrival=arrival, key=arrival.key, by=arrival.by, at=arrival.at
            )


def _keep_other(item: AnyItem, arrival: Arrival) -> Taken:
    """The same key with other words: both stay. About somebody else it is no version of it."""
    match item:
        case VisitItem():
            if contact_in(arrival.course, arrival.key) is None:
                raise Refused(FieldRefusal.KEY_TAKEN)
            return _keep_beside(_by_our_clock(item.body, arrival), arrival, concerns=arrival.key)
        case LightItem():
            if light_in(arrival.course, arrival.key) is None:
                raise Refused(FieldRefusal.KEY_TAKEN)
            return _keep_beside(
                _seen_by_our_clock(item.body, arrival), arrival, concerns=arrival.key
            )
        case TaskItem():
            return _settle(item.body, arrival)
        case AttachmentItem():
            return attach_other(body=item.body, arrival=arrival, by=arrival.by, at=arrival.at)


def _log(sent: VisitBody, arrival: Arrival) -> Taken:
    check_is_writable(arrival.course)
    body = _by_our_clock(sent, arrival)
    appointment = _settled_by(body, arrival)
    log_contact(
        id=arrival.key,
        course=arrival.course,
        details=contact_details(body),
        staff=staff_named(body.staff),
        sub_goals=body.sub_goals,
        appointment=appointment,
        by=arrival.by,
        at=arrival.at,
    )
    _look_again(arrival)
    told = [arrival.clock_told(body.started_at)]
    if body.appointment and not appointment:
        told.append(STANDS_ALONE)
    return Taken(told=" ".join(filter(None, told)))


def _settled_by(body: VisitBody, arrival: Arrival) -> Appointment | None:
    """The appointment that the visit settles; None where somebody did so meanwhile, or moved it.

    The visit has happened whatever became of the appointment.
    """
    if body.appointment is None:
        return None
    course_to_change(arrival.course.pk)  # before what is in it, as everybody takes them
    appointment = held_appointment(arrival.course, body.appointment)
    details = contact_details(body)
    comes_of = partial(
        check_comes_of,
        Contact(id=arrival.key, course=arrival.course, outcome=body.outcome),
        over_at=details.over_at,
        status=SETTLED_BY[body.outcome],
    )
    return appointment if appointment and allowed(comes_of, appointment) else None


def _by_our_clock(body: VisitBody, arrival: Arrival) -> VisitBody:
    return body.model_copy(update={"started_at": arrival.true(body.started_at)})


def _observe(sent: LightBody, arrival: Arrival) -> Taken:
    check_is_writable(arrival.course)
    body = _seen_by_our_clock(sent, arrival)
    observe_light(
        id=arrival.key,
        course=arrival.course,
        colour=body.colour,
        note=body.note,
        signs=body.signs,
        actions=body.actions,
        observed_at=body.observed_at,
        by=arrival.by,
        at=arrival.at,
    )
    _look_again(arrival)
    return Taken(told=arrival.clock_told(body.observed_at))


def _look_again(arrival: Arrival) -> None:
    """Ask once for the follow-ups of the record, whatever else of it is on its way."""
    put_in(FOLLOW, key=arrival.course.pk, seconds_from_now=ROUND_SECONDS)


def _seen_by_our_clock(body: LightBody, arrival: Arrival) -> LightBody:
    return body.model_copy(update={"observed_at": arrival.true(body.observed_at)})


def _settle(body: TaskBody, arrival: Arrival) -> Taken:
    check_is_writable(arrival.course)
    task = task_to_change(arrival.course, body.task)
    if task is None:
        raise Refused(FieldRefusal.UNKNOWN)
    if task.is_open and task.version == body.version:
        settle_task(
            task=task,
            status=ReminderStatus.DONE,
            note=body.note,
            version=task.version,
            by=arrival.by,
            at=arrival.at,
        )
        return Taken()
    says_nothing_new = body.note.strip() in {"", task.settled_note}
    if task.status == ReminderStatus.DONE and says_nothing_new:
        return Taken(told=ALREADY_DONE)
    return _keep_beside(body, arrival, concerns=task.pk)


def _keep_beside(body: Body, arrival: Arrival, *, concerns: UUID) -> Taken:
    """Keep what was sent for the team to look at; the same words again are kept once."""
    if not FieldConflict.objects.filter(pk=arrival.key_beside).exists():
        FieldConflict(
            id=arrival.key_beside,
            course=arrival.course,
            kind=arrival.kind,
            concerns=concerns,
            sent=body.model_dump(mode="json"),
            made_at=arrival.true(arrival.made_at),
            recorded_by_id=arrival.by.user_id,
            recorded_at=arrival.at,
        ).insert()
    return Taken(conflict=KEPT_BESIDE)
