"""Reading what a telephone sent: JSON of one meaning only, or a sentence about what is wrong."""

import json
from collections.abc import Iterator, Mapping, Sequence

from django.http import HttpRequest
from pydantic import ValidationError

from hjemmebane.domain.field.choices import Mend
from hjemmebane.foundation.plain_text import plain_text
from hjemmebane.foundation.plain_words import UNKNOWN_CHOICE, UNREADABLE

LARGEST_ITEM = 256 * 1024
NOT_READABLE = "Det, telefonen sendte, kunne ikke læses. Åbn det, og gem det igen."
TOO_LARGE = "Det fylder for meget til at sende. Gør teksten kortere."
TOO_LONG = "Teksten er for lang. Gør den kortere, og send igen."
WHEN_UNREADABLE = "Tidspunktet kan ikke læses. Vælg det igen."
# By what pydantic calls the fault.
SAID = {
    "string_too_long": TOO_LONG,
    "enum": UNKNOWN_CHOICE,
    **dict.fromkeys(
        (
            "datetime_from_date_parsing",
            "datetime_parsing",
            "datetime_type",
            "moment_out_of_reach",
            "timezone_aware",
        ),
        WHEN_UNREADABLE,
    ),
}


class NotRead(Exception):
    """What came is not an item. `sentence` says why, and `field` where."""

    def __init__(self, sentence: str, *, field: str = "", status: int = 422) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
        self.status = status
        self.mend = Mend.CHANGE


def read_json(request: HttpRequest) -> dict[str, object]:
    """The object that was sent, its texts as they are seen. Raises NotRead."""
    if len(request.body) > LARGEST_ITEM:
        raise NotRead(TOO_LARGE, status=413)
    try:
        return _object_in(request.body.decode())
    except (ValueError, RecursionError) as unreadable:
        raise NotRead(NOT_READABLE) from unreadable


def _object_in(text: str) -> dict[str, object]:
    found = json.loads(text, object_pairs_hook=_each_once, parse_constant=_no_number)
    if not isinstance(found, dict):
        raise NotRead(NOT_READABLE)
    if any(_cannot_be_stored(word) for word in _texts(found)):
        raise NotRead(UNREADABLE)
    return {name: _plain(value) for name, value in found.items()}


def first_fault(invalid: ValidationError) -> NotRead:
    """The first thing that is wrong with an item, in a sentence."""
    fault = invalid.errors(include_url=False, include_context=False, include_input=False)[0]
    names = [str(part) for part in fault["loc"] if isinstance(part, str)]
    in_body = names[names.index("body") + 1 :] if "body" in names else []
    return NotRead(SAID.get(fault["type"], NOT_READABLE), field=in_body[0] if in_body else "")


def text_of(sent: Mapping[str, object], name: str, *, longest: int) -> str:
    """One text of a small question. Raises NotRead when it is missing, empty or too long."""
    text = sent.get(name)
    if not isinstance(text, str) or not text.strip():
        raise NotRead(NOT_READABLE, field=name)
    if len(text) > longest:
        raise NotRead(TOO_LONG, field=name)
    return text.strip()


def _each_once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """Two readers of a doubled key would not read the same."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(word: str) -> object:
    raise ValueError(f"{word} is no number")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _cannot_be_stored(text: str) -> bool:
    """Half of a sign, or none: what no database keeps."""
    return "\0" in text or any(0xD800 <= ord(sign) <= 0xDFFF for sign in text)


def _plain(value: object) -> object:
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value
