"""Chance without chance: every choice and every key follows from the seed and from names."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from uuid import UUID

SEED = "hjemmebane-demo"


def number(*names: object) -> int:
    """A number that looks drawn and never changes."""
    text = "\0".join((SEED, *map(str, names)))
    return int.from_bytes(hashlib.sha256(text.encode()).digest())


def pick[T](options: Sequence[T], *names: object) -> T:
    return options[number(*names) % len(options)]


def shuffled[T](options: Sequence[T], *names: object) -> list[T]:
    keyed = [(number(*names, place), option) for place, option in enumerate(options)]
    return [option for _, option in sorted(keyed, key=lambda pair: pair[0])]


def happens(percent: int, *names: object) -> bool:
    return number(*names) % 100 < percent


def key(at: dt.datetime, *names: object) -> UUID:
    """The UUIDv7 of a record made at a moment: same seed, moment and names, same key."""
    drawn = number("key", *names)
    milliseconds = int(at.timestamp() * 1000)
    low = (drawn & 0xFFF) << 64 | 0b10 << 62 | (drawn >> 12) & (1 << 62) - 1
    return UUID(int=milliseconds << 80 | 7 << 76 | low)
