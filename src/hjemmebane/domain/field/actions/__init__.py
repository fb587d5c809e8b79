"""What telephones do: be registered and shut out, send things home, and send files in parts."""

from hjemmebane.domain.field.actions.arrivals import Taken
from hjemmebane.domain.field.actions.conflicts import settle_conflict
from hjemmebane.domain.field.actions.devices import register_device, revoke_device
from hjemmebane.domain.field.actions.intake import take_in
from hjemmebane.domain.field.actions.uploads import (
    add_part,
    announce_upload,
    drop_upload,
    purge_uploads,
)

__all__ = [
    "Taken",
    "add_part",
    "announce_upload",
    "drop_upload",
    "purge_uploads",
    "register_device",
    "revoke_device",
    "settle_conflict",
    "take_in",
]
