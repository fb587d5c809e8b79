"""Telephones with Felt, and what they send."""

import datetime as dt
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Protocol
from uuid import UUID

from django.http import HttpResponse
from django.test import Client

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.field.actions import Taken, register_device, take_in
from hjemmebane.domain.field.content import item_of
from hjemmebane.domain.field.models import FieldDevice
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser
from tests.factories.cast import Employee
from tests.factories.voices import SOUND

INTAKE = "/felt/ind/"


class Visited(Protocol):
    """Whom something is about."""

    citizen: Citizen
    course: Course


def registered(employee: Employee, *, name: str = "Idas telefon") -> FieldDevice:
    """A telephone of theirs."""
    with acting(employee.actor):
        return register_device(id=new_id(), name=name, by=employee.actor, at=now())


class Phone:
    """A telephone on which somebody has logged in."""

    def __init__(self, employee: Employee, *, client: Client | None = None) -> None:
        self.employee = employee
        self.device = registered(employee)
        self.client = client or browser(employee)

    @property
    def headers(self) -> dict[str, str]:
        return {"X-Field-Device": str(self.device.pk)}

    def get(self, path: str) -> HttpResponse:
        return self.client.get(path, headers=self.headers)

    def post(self, path: str, sent: object) -> HttpResponse:
        body = sent if isinstance(sent, bytes | str) else json.dumps(sent)
        return self.client.post(path, body, content_type="application/json", headers=self.headers)

    def send(self, item: object) -> HttpResponse:
        return self.post(INTAKE, item)

    def put(self, item_id: object, start: object, content: bytes) -> HttpResponse:
        return self.client.put(
            f"{INTAKE}{item_id}/del/?fra={start}",
            content,
            content_type="application/octet-stream",
            headers=self.headers,
        )


def an_item(
    case: Visited,
    by: Employee,
    kind: str,
    body: Mapping[str, object],
    *,
    at: dt.datetime | None = None,
    **changes: object,
) -> dict[str, object]:
    """An item as a telephone whose clock goes right sends it."""
    at = at or now()
    return {
        "id": str(new_id()),
        "user": str(by.user.pk),
        "kind": kind,
        "made_at": at.isoformat(),
        "sent_at": at.isoformat(),
        "citizen": str(case.citizen.pk),
        "body": dict(body),
        **changes,
    }


def a_visit(case: Visited, by: Employee, *, at: dt.datetime | None = None, **body: object) -> dict:
    """Ida was at Kim's an hour ago."""
    at = at or now()
    said = {
        "started_at": (at - dt.timedelta(hours=1)).isoformat(),
        "kind": "VISIT",
        "place": "HOME",
        "outcome": "MET",
        "initiated_by": "TEAM",
        "direct_minutes": 45,
        "travel_minutes": 10,
        "accompanied_to": "",
        "is_acute": False,
        "mood": "",
        "note": "Vi drak kaffe",
        "staff": [str(by.staff_member.pk)],
        "sub_goals": {},
        "appointment": None,
        **body,
    }
    return an_item(case, by, "visit", said, at=at)


def a_task_done(case: Visited, by: Employee, task: UUID, version: int = 1, note: str = "") -> dict:
    return an_item(case, by, "task_done", {"task": str(task), "version": version, "note": note})


def a_light(case: Visited, by: Employee, *, at: dt.datetime | None = None, **body: object) -> dict:
    """Kim was seen an hour ago."""
    at = at or now()
    said = {
        "observed_at": (at - dt.timedelta(hours=1)).isoformat(),
        "colour": "YELLOW",
        "note": "Kim er træt",
        "signs": [],
        "actions": [],
        **body,
    }
    return an_item(case, by, "light", said, at=at)


def a_recording(
    case: Visited, by: Employee, contact: object, content: bytes = SOUND, **body
) -> dict:
    """A voice note to a contact."""
    said = {
        "contact": str(contact),
        "kind": "VOICE",
        "name": "besøg.webm",
        "type": "audio/webm",
        "bytes": len(content),
        "sha256": sha256(content).hexdigest(),
        "text": "Kim sang",
        **body,
    }
    return an_item(case, by, "attachment", said)


def other(item: Mapping[str, object], **body: object) -> dict[str, object]:
    """The same item with other words under the same key."""
    return {**item, "body": {**item["body"], **body}}


def taken_in(device: FieldDevice, case: Visited, by: Employee, sent: Mapping[str, object]) -> Taken:
    """What the action makes of an item; they act."""
    return take_in(
        item=item_of(sent), sent=sent, course=case.course, device=device, by=by.actor, at=now()
    )
