"""Files that come in parts: begun, continued wherever they broke off, and given up."""

import datetime as dt
from uuid import UUID

from django.db.models import QuerySet, Sum

from hjemmebane.domain.field.calculations import new_part
from hjemmebane.domain.field.choices import FieldRefusal
from hjemmebane.domain.field.models import FieldUpload, FieldUploadPart
from hjemmebane.domain.field.queries import stale_uploads, upload_to_change
from hjemmebane.domain.field.queries.sent import part_place
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.database import take_turns
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.sealing import seal_bytes

MEGABYTE = 1024 * 1024
# An hour as telephones record it is half of this.
LARGEST = 64 * MEGABYTE
# What one person may have on its way. The oldest gives way: it is still on its telephone.
MOST_ON_THE_WAY = 3 * LARGEST
KEPT_FOR = dt.timedelta(days=14)


@action
def announce_upload(
    *,
    id: UUID,  # noqa: A002 -- the key of the item it belongs to
    size: int,
    sha256: str,
    by: Actor,
    at: dt.datetime,
) -> FieldUpload:
    """Say what is to come; what has come of the same already stays, of another it goes.

    Refuses what is larger than an attachment may be.
    """
    if size > LARGEST:
        raise Refused(FieldRefusal.TOO_LARGE)
    take_turns(f"field.uploads {by.user_id}")
    begun = upload_to_change(id)
    if begun and (begun.size, begun.sha256) == (size, sha256):
        return begun
    if begun:
        _remove(FieldUpload.objects.filter(pk=begun.pk))
    _make_room(size, by=by)
    return FieldUpload(
        id=id, user_id=by.user_id, size=size, sha256=sha256, begun_at=at, last_part_at=at
    ).insert()


@action
def add_part(*, upload_id: UUID, start: int, part: bytes, by: Actor, at: dt.datetime) -> int:
    """Keep some bytes, sealed; answers how many are here now.

    What came before is not kept twice, and what leaves a gap is not kept: then the answer is less
    than `start`. Refuses what nobody announced, and more than was announced.
    """
    upload = upload_to_change(upload_id)
    if upload is None:
        raise Refused(FieldRefusal.NEVER_ANNOUNCED)
    if start + len(part) > upload.size:
        raise Refused(FieldRefusal.BEYOND_ITS_END)
    fresh = new_part(upload.have, start, part)
    if start > upload.have or not fresh:
        return upload.have
    key = new_id()
    FieldUploadPart(
        id=key,
        user_id=by.user_id,
        upload=upload,
        start=upload.have,
        content_sealed=seal_bytes(fresh, place=part_place(key)),
    ).insert()
    changes = {"have": upload.have + len(fresh), "last_part_at": at}
    return upload.save_changes(changes, version=upload.version).have


@action
def drop_upload(*, upload_id: UUID, by: Actor, at: dt.datetime) -> None:
    """Give up what has come of a file: it is whole and kept elsewhere, or broken."""
    _remove(FieldUpload.objects.filter(pk=upload_id))


@action
def purge_uploads(*, by: Actor, at: dt.datetime) -> int:
    """Give up the uploads of which nothing has come for two weeks; answers how many."""
    return _remove(stale_uploads(at - KEPT_FOR))


def _make_room(size: int, *, by: Actor) -> None:
    mine = FieldUpload.objects.filter(user_id=by.user_id)
    total = mine.aggregate(all=Sum("size"))["all"] or 0  # what was announced may still come
    for oldest in mine.order_by("last_part_at", "pk"):
        if total + size <= MOST_ON_THE_WAY:
            return
        total -= oldest.size
        _remove(FieldUpload.objects.filter(pk=oldest.pk))


def _remove(uploads: QuerySet[FieldUpload]) -> int:
    keys = list(uploads.values_list("pk", flat=True))
    FieldUploadPart.objects.filter(upload_id__in=keys).delete()
    FieldUpload.objects.filter(pk__in=keys).delete()
    return len(keys)
