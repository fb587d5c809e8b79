"""Two versions of the same beside each other, in words."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.domain.contacts.choices import Light, Progress
from hjemmebane.domain.contacts.models import Contact, Task, TrafficLightObservation
from hjemmebane.domain.contacts.queries import contacts_of, lights_ever_of
from hjemmebane.domain.field.choices import ItemKind
from hjemmebane.domain.field.content import LightBody, TaskBody, VisitBody, body_of, contact_details
from hjemmebane.domain.field.models import FieldConflict
from hjemmebane.domain.field.queries import (
    conflicts_of,
    light_words,
    steps_named,
    task_of,
)
from hjemmebane.domain.teams.queries import names_of_staff
from hjemmebane.faces.staff.moments import recent_moment
from hjemmebane.foundation.differences import in_words
from hjemmebane.foundation.records import Record
from hjemmebane.foundation.written import written_moment

NOTHING = "–"
DONE = "Gjort"
# What is told of a contact, in the order of its form.
TOLD = (
    "kind",
    "place",
    "outcome",
    "started_at",
    "direct_minutes",
    "travel_minutes",
    "accompanied_to",
    "initiated_by",
    "is_acute",
    "mood",
    "note",
)


@dataclass(frozen=True)
class ConflictLink:
    """That two versions wait, and where to choose."""

    id: UUID
    title: str
    detail: str
    url: str


@dataclass(frozen=True)
class Line:
    """One thing that the two do not say alike."""

    label: str
    stands: str
    sent: str


@dataclass(frozen=True)
class Versions:
    """What stands, and in what it differs from what the telephone sent."""

    title: str
    sent_when: str
    sent_by: str
    stands: Record
    lines: Sequence[Line]


def conflict_links(course_id: UUID, citizen_id: UUID, at: dt.datetime) -> list[ConflictLink]:
    """What waits in a course; one query."""
    return [
        ConflictLink(
            id=one.pk,
            title=ItemKind(one.kind).label,
            detail=f"Sendt {recent_moment(one.recorded_at, at)} af {one.recorded_by}",
            url=reverse("staff:field:conflict", args=[citizen_id, one.pk]),
        )
        for one in conflicts_of(course_id)
    ]


def versions_of(conflict: FieldConflict, *, at: dt.datetime) -> Versions:
    """Both versions, as far as they differ."""
    match body_of(ItemKind(conflict.kind), conflict.sent):
        case VisitBody() as body:
            stands: Record = contacts_of(conflict.course_id).get(pk=conflict.concerns)
            lines = contact_lines(stands, body)
        case LightBody() as body:
            stands = lights_ever_of(conflict.course_id).get(pk=conflict.concerns)
            lines = light_lines(stands, body)
        case TaskBody() as body:
            stands = task_of(conflict.course, conflict.concerns)
            lines = task_lines(stands, body)
    return Versions(
        title=ItemKind(conflict.kind).label,
        sent_when=recent_moment(conflict.made_at, at),
        sent_by=str(conflict.recorded_by),
        stands=stands,
        lines=[one for one in lines if one.stands != one.sent],
    )


def contact_lines(contact: Contact, body: VisitBody) -> list[Line]:
    details, lines = contact_details(body), []
    for name in TOLD:
        field = Contact._meta.get_field(name).formfield()
        stands, sent = (in_words(field, getattr(one, name)) for one in (contact, details))
        lines.append(line(str(field.label), stands, sent))
    known = [row.staff_member.name for row in contact.staff.all()]
    lines.append(line("Hvem var med", names(known), names(names_of_staff(body.staff).values())))
    worked = {row.sub_goal: row.progress for row in contact.sub_goals.all()}
    sent_steps = {step: body.sub_goals[step.pk] for step in steps_named(contact, body.sub_goals)}
    for step in {**worked, **sent_steps}:
        told = (Progress(kind[step]).label if step in kind else "" for kind in (worked, sent_steps))
        lines.append(line(step.text, *told))
    return lines


def light_lines(seen: TrafficLightObservation, body: LightBody) -> list[Line]:
    known = light_words(seen.course_id, [*seen.signs, *seen.actions, *body.signs, *body.actions])
    told = (
        [
            one.colour,
            one.note,
            one.observed_at,
            names(known.get(key, "") for key in one.signs),
            names(known.get(key, "") for key in one.actions),
        ]
        for one in (seen, body)
    )
    labels = ("Farve", "Hvad vi så", "Hvornår", "Tegn", "Det gjorde vi")
    return [
        line(label, *(light_word(value) for value in pair))
        for label, *pair in zip(labels, *told, strict=True)
    ]


def light_word(value: object) -> str:
    if isinstance(value, dt.datetime):
        return written_moment(value)
    return str(Light(value).label) if value in Light.values else str(value)


def task_lines(task: Task, body: TaskBody) -> list[Line]:
    return [
        line("Opgave", task.get_status_display(), DONE),
        line("Bemærkning", task.settled_note, body.note),
    ]


def line(label: str, stands: str, sent: str) -> Line:
    return Line(label, stands or NOTHING, sent or NOTHING)


def names(people: Iterable[str]) -> str:
    return ", ".join(sorted(people))
