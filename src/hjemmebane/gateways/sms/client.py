"""Handing a text message to the gateway this installation has named.

    POST <address>    Authorization: Bearer <token>    Idempotency-Key: <key>
    {"to": "+4520202020", "from": "<sender>", "text": "…", "reference": "<key>"}

It answers 2xx with {"id": "<its own name for the message>"}. The same key is the same message: a
gateway that has taken it answers as the first time, and sends nothing more.
"""

import asyncio
import json
import ssl
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import httpx
from django.conf import settings
from pydantic import BaseModel, Field, ValidationError

from hjemmebane.gateways.sms.incoming import NAME
from hjemmebane.gateways.sms.outbox import Outbox

# From the first byte we send to the last we read, however slowly they trickle.
PATIENCE_SECONDS = 15.0
LONGEST_ANSWER = 64 * 1024
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
# What is wrong with the message itself; it will be as wrong the next time.
HOPELESS = {
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.GONE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
}


class SmsDown(Exception):
    """Nobody knows whether the message was taken. Try again later, with the same key."""


class SmsRefused(Exception):
    """The gateway will not send this message, now or later. Nobody has got it."""


class BadAddress(ValueError):
    """An address of a gateway that is neither `https://…` nor `file:<folder>`."""

    def __init__(self, address: str) -> None:
        super().__init__(f"{address!r} is neither https://gateway.example/… nor file:/folder")


class Gateway(Protocol):
    """Who takes a message."""

    def send(self, *, to: str, text: str, key: str) -> str:
        """Hand over a message; answers the gateway's name for it. Raises SmsDown, SmsRefused."""


class _Taken(BaseModel):
    id: str = Field(max_length=100, pattern=NAME)


@dataclass(frozen=True)
class HttpGateway:
    """A gateway over HTTP; the address is checked when it is made. Raises BadAddress."""

    address: str
    token: str
    sender: str

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        is_near = parts.hostname in LOOPBACK
        if not parts.hostname or parts.scheme not in ({"http", "https"} if is_near else {"https"}):
            raise BadAddress(self.address)

    def send(self, *, to: str, text: str, key: str) -> str:
        message = {"to": to, "from": self.sender, "text": text, "reference": key}
        try:
            status, body = asyncio.run(self._ask(json.dumps(message).encode(), key))
        except TimeoutError as error:
            raise SmsDown("no answer in time") from error
        except httpx.HTTPError as error:
            raise SmsDown(type(error).__name__) from error
        return _understood(status, body)

    async def _ask(self, message: bytes, key: str) -> tuple[int, bytes]:
        """Status and body, all within our patience."""
        headers = {
            # And nothing is unpacked: a few packed kilobytes unfold to gigabytes.
            "Accept-Encoding": "identity",
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "Idempotency-Key": key,
        }
        asyncio.get_running_loop().set_default_executor(_Unwaited())
        body = b""
        async with (
            asyncio.timeout(PATIENCE_SECONDS),
            httpx.AsyncClient(timeout=PATIENCE_SECONDS, verify=_trusted(), trust_env=False) as line,
            line.stream("POST", self.address, content=message, headers=headers) as answer,
        ):
            async for part in answer.aiter_raw():
                body += part
                if len(body) > LONGEST_ANSWER:
                    raise SmsDown("an answer without end")
        return answer.status_code, body


class _Unwaited(ThreadPoolExecutor):
    """Where addresses are looked up: a name server that hangs is not waited for."""

    def shutdown(self, wait: bool = False, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 -- the base class' own
        super().shutdown(wait=False, cancel_futures=cancel_futures)


@cache
def _trusted() -> ssl.SSLContext:
    """Whom we believe to be who they say; read once, for it takes longer than to send."""
    return httpx.create_ssl_context(trust_env=False)


def _understood(status: int, body: bytes) -> str:
    if status in HOPELESS:
        raise SmsRefused(f"status {status}")
    if not 200 <= status < 300:
        raise SmsDown(f"status {status}")
    try:
        return _Taken.model_validate_json(body).id
    except ValidationError as error:
        # Without the body: whatever a stranger's server says may repeat the number.
        raise SmsDown("an answer that is no receipt") from error


def gateway_in_use() -> Gateway | None:
    """The gateway this installation has named; None where there is none. Raises BadAddress."""
    address = settings.SMS_ADDRESS
    if not address:
        return None
    if address.startswith("file:"):
        return Outbox(Path(address.removeprefix("file:")))
    return HttpGateway(address, settings.SMS_TOKEN, settings.SMS_SENDER)
