"""Sealing: encryption of single values at rest, and a blind index to find them again.

A sealed value is `v1.<key id>.<nonce>.<ciphertext>` (AES-256-GCM, URL-safe base64). It is bound to
its place (`table.column.row`), so it cannot be moved to another row. Keys come from the settings,
never from the database: whoever steals a dump has no names and no CPR numbers.
"""

import base64
import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

FORMAT = "v1"


class BrokenSeal(Exception):
    """A sealed value does not open here: damaged, moved to another row, or its key is missing."""


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def keys() -> dict[str, bytes]:
    """The sealing keys by id; the first seals new values. Raises ValueError when malformed."""
    pairs = (pair.strip().partition(":") for pair in settings.SEALING_KEYS.split(","))
    try:
        found = {key_id: _decode(key) for key_id, _, key in pairs}
    except ValueError:  # not base64
        found = {}
    if not found or any(len(key) != 32 or not key_id for key_id, key in found.items()):
        raise ValueError(
            "HJEMMEBANE_SEALING_KEYS: each entry is id:key, the key 32 bytes in base64url"
        )
    return found


def seal(text: str, *, place: str) -> str:
    """Encrypt `text` for one place; empty text stays empty."""
    return _seal(text.encode(), place) if text else ""


def seal_bytes(content: bytes, *, place: str) -> bytes:
    """Encrypt a file for one place."""
    return _seal(content, place).encode()


def _seal(content: bytes, place: str) -> str:
    key_id, key = next(iter(keys().items()))
    nonce = os.urandom(12)
    box = AESGCM(key).encrypt(nonce, content, place.encode())
    return f"{FORMAT}.{key_id}.{_encode(nonce)}.{_encode(box)}"


def unseal(sealed: str, *, place: str) -> str:
    """The text that was sealed for this place. Raises BrokenSeal."""
    return _unseal(sealed, place).decode() if sealed else ""


def unseal_bytes(sealed: bytes, *, place: str) -> bytes:
    """The file that was sealed for this place. Raises BrokenSeal."""
    return _unseal(sealed.decode(), place)


def _unseal(sealed: str, place: str) -> bytes:
    try:
        form, key_id, nonce, box = sealed.split(".")
        if form != FORMAT:
            raise BrokenSeal(f"unknown format {form!r}")
        return AESGCM(keys()[key_id]).decrypt(_decode(nonce), _decode(box), place.encode())
    except (ValueError, KeyError, InvalidTag) as error:
        raise BrokenSeal(place) from error


def blind_index(text: str) -> str:
    """A keyed fingerprint for equality search; useless without HJEMMEBANE_INDEX_KEY."""
    key = bytes.fromhex(settings.INDEX_KEY)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest() if text else ""
