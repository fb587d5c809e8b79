import datetime as dt
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.field.models import (
    FieldConflict,
    FieldReceipt,
    FieldUpload,
    FieldUploadPart,
)
from hjemmebane.foundation.sealing import unseal_bytes


def receipt_of(item_id: UUID) -> FieldReceipt | None:
    """The receipt of an item that oneself sent."""
    return FieldReceipt.objects.filter(pk=item_id).first()


def conflicts_of(course_id: UUID) -> QuerySet[FieldConflict]:
    """What waits in a course for somebody to look at both versions, the oldest first."""
    waiting = FieldConflict.objects.filter(course_id=course_id, settled_at__isnull=True)
    return waiting.select_related("recorded_by", "course").order_by("recorded_at", "pk")


def visible_conflicts() -> QuerySet[FieldConflict]:
    """What came twice to the acting person's teams, settled or not."""
    return FieldConflict.objects.select_related("recorded_by", "course")


def conflict_to_change(conflict_id: UUID) -> FieldConflict:
    """A conflict, held until the transaction ends. Raises DoesNotExist when it is not visible."""
    found = FieldConflict.objects.select_related("course")
    return found.select_for_update(of=("self",), no_key=True).get(pk=conflict_id)


def upload_of(item_id: UUID) -> FieldUpload | None:
    """One's own upload of an item, as far as it has come."""
    return FieldUpload.objects.filter(pk=item_id).first()


def upload_to_change(item_id: UUID) -> FieldUpload | None:
    """The same, held until the transaction ends: two parts may come at once."""
    return FieldUpload.objects.filter(pk=item_id).select_for_update(no_key=True).first()


def uploaded(upload: FieldUpload) -> bytes:
    """All the bytes that have come, in one piece."""
    parts = FieldUploadPart.objects.filter(upload=upload).order_by("start")
    return b"".join(
        unseal_bytes(bytes(part.content_sealed), place=part_place(part.pk))
        for part in parts.iterator(chunk_size=20)
    )


def part_place(part_id: UUID) -> str:
    return f"field_fielduploadpart.content_sealed.{part_id}"


def stale_uploads(before: dt.datetime) -> QuerySet[FieldUpload]:
    """Uploads of which no part has come since a moment, the oldest first."""
    return FieldUpload.objects.filter(last_part_at__lt=before).order_by("last_part_at", "pk")
