"""Keys of records: UUIDv7, so that new rows lie together on disk and no number can be counted."""

from uuid import UUID

import uuid_utils.compat


def new_id() -> UUID:
    """A new key, made before its record: a form carries it, so a double submit is one row."""
    return uuid_utils.compat.uuid7()
