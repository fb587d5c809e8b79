from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from hjemmebane.domain.contacts.choices import AttachmentKind
from hjemmebane.domain.contacts.models import Attachment
from hjemmebane.foundation.pictures import is_picture
from hjemmebane.foundation.sealing import BrokenSeal, unseal_bytes
from hjemmebane.foundation.sounds import sound_type

PART = 1024 * 1024


def attachments_by_contact(contact_ids: Iterable[UUID]) -> Mapping[UUID, Sequence[Attachment]]:
    """What hangs from each contact, in the order it came; one query, and nothing of the content."""
    found: dict[UUID, list[Attachment]] = defaultdict(list)
    rows = Attachment.objects.filter(contact_id__in=list(contact_ids))
    for one in rows.select_related("recorded_by").order_by("recorded_at", "pk"):
        found[one.contact_id].append(one)
    return found


def attachment_of(course_id: UUID, attachment_id: UUID) -> Attachment | None:
    """A sound or a picture on one of a course's contacts."""
    rows = Attachment.objects.filter(course_id=course_id, pk=attachment_id)
    return rows.select_related("contact", "recorded_by").first()


def attachment_span(attachment: Attachment, first: int, last: int) -> bytes:
    """The bytes from the first to the last, both counted; only the pieces they lie in are opened.

    Raises BrokenSeal, also where a piece is missing.
    """
    numbers = range(first // PART, last // PART + 1)
    rows = attachment.parts.filter(number__in=numbers).values_list("number", "content_sealed")
    sealed = dict(rows)
    if sealed.keys() != set(numbers):
        raise BrokenSeal(f"pieces of {attachment.pk}")
    opened = b"".join(
        unseal_bytes(bytes(sealed[number]), place=part_place(attachment.pk, number))
        for number in numbers
    )
    begins = numbers.start * PART
    return opened[first - begins : last + 1 - begins]


def kind_of(content: bytes) -> AttachmentKind | None:
    """Whether a file is a sound or a picture by what is in it; None of everything else."""
    if sound_type(content):
        return AttachmentKind.VOICE
    return AttachmentKind.PICTURE if is_picture(content) else None


def part_place(attachment_id: UUID, number: int) -> str:
    """Where a sealed piece belongs."""
    return f"contacts_attachmentpart.content_sealed.{attachment_id}.{number}"
