"""Registering a telephone for Felt, and shutting it out."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.field.models import FieldDevice
from hjemmebane.domain.field.queries import own_device
from hjemmebane.domain.field.rules import check_may_shut, check_may_talk
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor

# Seen more often than this is not written down again.
SEEN_EVERY = dt.timedelta(minutes=15)


@action
def register_device(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    name: str,
    by: Actor,
    at: dt.datetime,
) -> FieldDevice:
    """Let a telephone have Felt for who acts, or say that it is here again.

    Refuses one that has been shut out; it is registered anew under another key. A key that is
    somebody else's is refused as one that is taken.
    """
    known = own_device(by, id)
    if known:
        check_may_talk(known)
        return greet(device=known, by=by, at=at)
    return FieldDevice(
        id=id, user_id=by.user_id, name=name.strip(), registered_at=at, last_seen_at=at
    ).insert()


@action
def revoke_device(*, device: FieldDevice, by: Actor, at: dt.datetime) -> FieldDevice:
    """Shut a telephone out: at its next contact it forgets what it has read. For good.

    Refuses anybody but its owner and who coordinates the owner's team.
    """
    check_may_shut(by, device, now=at)
    if device.revoked_at:
        return device
    changes = {"revoked_at": at, "revoked_by_id": by.user_id}
    return device.save_changes(changes, version=device.version)


@action
def greet(*, device: FieldDevice, by: Actor, at: dt.datetime) -> FieldDevice:
    """Remember that it was here, but for two parts of the same quarter of an hour once."""
    if at - device.last_seen_at < SEEN_EVERY:
        return device
    seen = FieldDevice.objects.filter(pk=device.pk, version=device.version)
    if seen.update(last_seen_at=at, version=device.version + 1):  # else another did so just now
        device.last_seen_at, device.version = at, device.version + 1
    return device
