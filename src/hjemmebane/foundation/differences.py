"""What two people wrote in the same record: which fields differ, each value in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.forms import BoundField, Field

from hjemmebane.foundation.written import written_day, written_moment


@dataclass(frozen=True)
class Difference:
    """One field that two people wrote differently: what stands there now, and what was typed."""

    label: str
    theirs: str
    mine: str


def differing(
    fields: Iterator[BoundField] | list[BoundField],
    stored: Mapping[str, object],
    typed: Mapping[str, object],
) -> Iterator[Difference]:
    """The fields of the record that do not say the same; values count, not their spelling."""
    for bound in fields:
        if bound.name not in stored:
            continue
        theirs = in_words(bound.field, stored[bound.name])
        mine = in_words(bound.field, typed.get(bound.name))
        if theirs != mine:
            yield Difference(str(bound.label), theirs, mine)


def in_words(field: Field, value: object) -> str:
    """A field's value as one would read it aloud."""
    match value:
        case bool():
            return "Ja" if value else "Nej"
        case dt.datetime():
            return written_moment(value)
        case dt.date():
            return written_day(value)
        case list() | tuple():
            return ", ".join(sorted(in_words(field, one) for one in value))
        case None | 0:
            return ""
    key = str(field.prepare_value(value))
    return dict(_choices(field)).get(key, str(value)).replace("\r\n", "\n")


def _choices(field: Field) -> Iterator[tuple[str, str]]:
    """Every choice with its label, out of its group."""
    for key, label in getattr(field, "choices", ()):
        pairs = label if isinstance(label, list | tuple) else [(key, label)]
        yield from ((str(one), str(words)) for one, words in pairs)
