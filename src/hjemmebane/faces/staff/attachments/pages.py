"""What hangs from contacts, in words."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.contacts.choices import AttachmentKind
from hjemmebane.domain.contacts.models import Attachment, Contact
from hjemmebane.domain.contacts.queries import attachments_by_contact
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.moments import recent_moment

MINUTE = 60


@dataclass(frozen=True)
class Hung:
    """A sound or a picture: where it is heard or seen, what stands beside it, and whose it is."""

    is_sound: bool
    title: str
    text: str
    meta: str
    url: str
    edit_url: str


@dataclass(frozen=True)
class AttachmentsPage:
    title: str
    when: str
    hung: Sequence[Hung]


def attachments_page(frame: CitizenFrame, contact: Contact, *, at: dt.datetime) -> AttachmentsPage:
    """One query."""
    return AttachmentsPage(
        title=str(contact.get_kind_display()),
        when=recent_moment(contact.started_at, at),
        hung=hung_on(frame, [contact.pk], at=at).get(contact.pk, ()),
    )


def hung_on(
    frame: CitizenFrame, contact_ids: Iterable[UUID], *, at: dt.datetime
) -> Mapping[UUID, Sequence[Hung]]:
    """By contact; one query."""
    return {
        contact: [hung(one, frame, at=at) for one in attachments]
        for contact, attachments in attachments_by_contact(contact_ids).items()
    }


def hung(one: Attachment, frame: CitizenFrame, *, at: dt.datetime) -> Hung:
    lasts = duration(one.seconds) if one.seconds else ""
    said = (str(one.recorded_by), recent_moment(one.recorded_at, at), lasts)
    return Hung(
        is_sound=one.kind == AttachmentKind.VOICE,
        title=one.name,
        text=one.text,
        meta=" · ".join(filter(None, said)),
        url=frame.url("staff:attachments:content", one.pk),
        edit_url=frame.url("staff:attachments:edit", one.pk),
    )


def duration(seconds: int) -> str:
    """“12 sek.”, “3 min. 5 sek.”."""
    whole, rest = divmod(seconds, MINUTE)
    parts = (f"{whole} min." if whole else "", f"{rest} sek." if rest else "")
    return " ".join(filter(None, parts))
