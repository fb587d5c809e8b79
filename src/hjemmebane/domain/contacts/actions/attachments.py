import datetime as dt
from hashlib import sha256
from uuid import UUID

from hjemmebane.domain.contacts.choices import AttachmentKind
from hjemmebane.domain.contacts.models import Attachment, AttachmentPart, Contact
from hjemmebane.domain.contacts.models.attachments import LONGEST_NAME
from hjemmebane.domain.contacts.queries import part_place
from hjemmebane.domain.contacts.queries.attachments import PART
from hjemmebane.domain.contacts.rules import (
    check_fits,
    check_is_harmless,
    check_picture,
    check_sound,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.file_names import tidied_stem
from hjemmebane.foundation.sealing import seal_bytes
from hjemmebane.gateways.clamav.client import scanner_in_use

JPEG = "image/jpeg"


@action
def attach(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    contact: Contact,
    kind: AttachmentKind,
    name: str,
    content: bytes,
    text: str,
    seconds: int | None = None,
    by: Actor,
    at: dt.datetime,
) -> Attachment:
    """Keep a sound or a picture with a contact, sealed; also after the course has ended.

    It is looked through before anything else reads it. Refuses what is empty, too large, infected
    or not looked through because the scanner is silent, and what is not the kind it is said to be.
    """
    kept = Attachment(
        id=id,
        course_id=contact.course_id,
        contact=contact,
        kind=kind,
        name=tidied_stem(name, longest=LONGEST_NAME, otherwise=str(AttachmentKind(kind).label)),
        text=text.strip(),
        sha256=sha256(content).hexdigest(),
        seconds=seconds,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    kept.check_unsent()
    check_fits(AttachmentKind(kind), content)
    check_is_harmless(content, scanner=scanner_in_use())
    if kind == AttachmentKind.VOICE:
        kept.media_type = check_sound(content)
    else:
        kept.media_type, content = JPEG, check_picture(content)
    kept.size = len(content)
    kept.insert()
    _keep_parts(kept, content)
    return kept


@action
def change_attachment_text(
    *, attachment: Attachment, text: str, version: int, by: Actor, at: dt.datetime
) -> Attachment:
    """Say in other words what is heard or seen; the history keeps both.

    Raises EditConflict when somebody else saved since `version`.
    """
    return attachment.save_changes({"text": text.strip()}, version=version)


def _keep_parts(attachment: Attachment, content: bytes) -> None:
    for number, begins in enumerate(range(0, len(content), PART)):
        piece = content[begins : begins + PART]
        AttachmentPart(
            course_id=attachment.course_id,
            attachment=attachment,
            number=number,
            content_sealed=seal_bytes(piece, place=part_place(attachment.pk, number)),
            recorded_by_id=attachment.recorded_by_id,
            recorded_at=attachment.recorded_at,
        ).insert()
