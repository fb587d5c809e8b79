"""What a telephone sends, read strictly: another type, a word too many or too long, is refused.

The codes of choices are checked where the record is written; times come with their zone.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Annotated, Literal
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
)
from pydantic_core import PydanticCustomError

from hjemmebane.domain.contacts.actions import ContactDetails
from hjemmebane.domain.contacts.choices import (
    AttachmentKind,
    ContactKind,
    InitiatedBy,
    Light,
    MoodSeen,
    Outcome,
    Progress,
)
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.field.choices import ItemKind

DAY = 24 * 60
MANY = 100
SHA256 = r"^[0-9a-f]{64}$"
# Outside these years no clock can be taken off, and no day be told.
YEARS = range(1900, 9_000)


def _within_reach(moment: dt.datetime) -> dt.datetime:
    if moment.year not in YEARS:
        raise PydanticCustomError("moment_out_of_reach", "a year that nobody visits in")
    return moment


type Moment = Annotated[AwareDatetime, AfterValidator(_within_reach)]
type Minutes = Annotated[int, Field(ge=0, le=DAY)]
type Line = Annotated[str, StringConstraints(max_length=120)]
type Note = Annotated[str, StringConstraints(max_length=10_000)]
type Remark = Annotated[str, StringConstraints(max_length=2_000)]


class Body(BaseModel):
    """What an item says, by its kind."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class VisitBody(Body):
    """A contact or an attempt."""

    started_at: Moment
    kind: ContactKind = ContactKind.VISIT
    place: Place = Place.HOME
    outcome: Outcome = Outcome.MET
    initiated_by: InitiatedBy = InitiatedBy.TEAM
    direct_minutes: Minutes = 0
    travel_minutes: Minutes = 0
    accompanied_to: Line = ""
    is_acute: bool = False
    mood: MoodSeen | Literal[""] = ""
    note: Note = ""
    staff: Annotated[list[UUID], Field(min_length=1, max_length=MANY)]
    sub_goals: Annotated[dict[UUID, Progress], Field(max_length=MANY)] = {}
    appointment: UUID | None = None


class LightBody(Body):
    """How the citizen's state was seen, by which signs, and what was done."""

    observed_at: Moment
    colour: Light
    note: Remark = ""
    signs: Annotated[list[UUID], Field(max_length=MANY)] = []
    actions: Annotated[list[UUID], Field(max_length=MANY)] = []


class TaskBody(Body):
    """A task that is done."""

    task: UUID
    version: Annotated[int, Field(ge=1, le=2**31 - 1)]
    note: Annotated[str, StringConstraints(max_length=300)] = ""


class AttachmentBody(Body):
    """A recording or a picture to a contact; its bytes come in parts."""

    contact: UUID
    kind: AttachmentKind
    name: Annotated[str, StringConstraints(max_length=255)] = ""
    type: Line = ""
    bytes: Annotated[int, Field(ge=1, le=2**31 - 1)]
    sha256: Annotated[str, StringConstraints(pattern=SHA256)]
    seconds: Annotated[int, Field(ge=0, le=2 * DAY * 60)] | None = None
    text: Note = ""


class Item(Body):
    """One thing a telephone sends home. sent_at: what its clock showed as it was sent."""

    id: UUID
    user: UUID
    made_at: Moment
    sent_at: Moment
    citizen: UUID


class VisitItem(Item):
    kind: Literal["visit"]
    body: VisitBody


class LightItem(Item):
    kind: Literal["light"]
    body: LightBody


class TaskItem(Item):
    kind: Literal["task_done"]
    body: TaskBody


class AttachmentItem(Item):
    kind: Literal["attachment"]
    body: AttachmentBody


type AnyItem = VisitItem | LightItem | TaskItem | AttachmentItem
ITEM: TypeAdapter[AnyItem] = TypeAdapter(Annotated[AnyItem, Field(discriminator="kind")])
BODIES: dict[ItemKind, type[Body]] = {
    ItemKind.VISIT: VisitBody,
    ItemKind.LIGHT: LightBody,
    ItemKind.TASK_DONE: TaskBody,
}


def item_of(sent: Mapping[str, object]) -> AnyItem:
    """An item as it was sent. Raises pydantic's ValidationError, which names what is wrong."""
    return ITEM.validate_json(json.dumps(sent))


def body_of(kind: ItemKind, kept: Mapping[str, object]) -> Body:
    """What an item said, as a conflict keeps it."""
    return BODIES[kind].model_validate_json(json.dumps(kept))


def contact_details(body: VisitBody) -> ContactDetails:
    """The contact's own fields."""
    own = {one.name for one in fields(ContactDetails)}
    return ContactDetails(**{name: value for name, value in body if name in own})
