"""What the gateway tells us: that a message was delivered, and what somebody answered.

Each call carries `X-Hjemmebane-Timestamp` (Unix seconds) and `X-Hjemmebane-Signature`, which is
HMAC-SHA256 in hexadecimal over `<timestamp>.<body>` with the secret we share.
"""

import hashlib
import hmac
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, ValidationError

TIMESTAMP, SIGNATURE = "X-Hjemmebane-Timestamp", "X-Hjemmebane-Signature"
# How far the clocks may be apart. A call that is recorded and played again later is too old.
LATEST_SECONDS = 300
# What is longer than any message of a telephone is cut off: its first words are worth having.
LONGEST_TEXT = 2_000
# A name that can be kept: no database takes a NUL.
NAME = r"^[^\x00]+$"


class Forged(Exception):
    """The call does not come from the gateway, or not now."""


class Unreadable(Exception):
    """The call comes from the gateway and says nothing that we understand."""


class Arrival(StrEnum):
    """What became of a message after the gateway took it."""

    DELIVERED = "delivered"
    FAILED = "failed"


class Delivery(BaseModel):
    """A message reached its telephone, or never will."""

    reference: UUID
    status: Arrival


def as_kept(text: str) -> str:
    """The text without what no database takes: some gateways make a NUL of an @."""
    return text.replace("\0", "")[:LONGEST_TEXT]


class Reply(BaseModel):
    """Somebody answered; `id` is the gateway's name for the answer."""

    id: str = Field(max_length=100, pattern=NAME)
    sender: str = Field(alias="from", max_length=40)
    text: Annotated[str, AfterValidator(as_kept)] = ""


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """What proves that a call was made by who knows the secret."""
    return hmac.new(secret.encode(), f"{timestamp}.".encode() + body, hashlib.sha256).hexdigest()


def check_signature(
    secret: str, *, timestamp: str, given: str, body: bytes, seconds_now: float
) -> None:
    """Raises Forged, also when no secret is shared."""
    digits = timestamp if timestamp.isascii() and timestamp.isdigit() else "0"
    wanted = signature(secret, digits, body)
    is_signed = hmac.compare_digest(wanted.encode(), given.encode())
    if not secret or not is_signed or abs(seconds_now - int(digits[:12])) > LATEST_SECONDS:
        raise Forged


def delivery(body: bytes) -> Delivery:
    """Raises Unreadable."""
    return _read(Delivery, body)


def reply(body: bytes) -> Reply:
    """Raises Unreadable."""
    return _read(Reply, body)


def _read[M: BaseModel](kind: type[M], body: bytes) -> M:
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        # What they wrote stays out of the message, and so out of the log.
        raise Unreadable(f"{kind.__name__}: {error.error_count()} faults") from None
