"""What somebody typed in a form that could not be received: to be read, and to be sent again."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.http import QueryDict

NEVER_ECHOED = {"csrfmiddlewaretoken", "login", "password", "again", "pin"}
# Kept for sending, but not written on a screen that anybody may be looking at, or for machines.
NEVER_SHOWN = {"cpr", "issued"}
# Keys, versions, codes of choices, ticks and what a date field sends: for machines.
MACHINE_WORD = re.compile(
    r"on|\d+|[A-Z][A-Z0-9_]*|\d{4}-\d\d-\d\d(T\d\d:\d\d)?"
    r"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
UNNAMED = "Det, du skrev"


@dataclass(frozen=True)
class Typed:
    """One value of a form; `label` is empty when there is nothing to read."""

    name: str
    value: str
    label: str = ""


def typed_in(form: QueryDict) -> list[Typed]:
    """Everything that was sent, in order, without secrets and tokens."""
    sent = [(name, values) for name, values in form.lists() if name not in NEVER_ECHOED]
    names = {_plain(name) for name, _values in sent}
    return [
        Typed(name, value, _label(name, names) if _is_readable(name, value) else "")
        for name, values in sent
        for value in values
    ]


def _is_readable(name: str, value: str) -> bool:
    return bool(value.strip()) and name not in NEVER_SHOWN and not MACHINE_WORD.fullmatch(value)


def _plain(name: str) -> str:
    """A field's name without the prefix that tells several forms of a page apart."""
    return name.rpartition("-")[2]


def _label(name: str, names: Collection[str]) -> str:
    """What the field is called by the records the form looks like, if they agree."""
    name, records = _plain(name), _records()
    most = max(len(labels.keys() & names) for labels in records)
    alike = [labels for labels in records if len(labels.keys() & names) == most]
    for candidates in (alike, records):
        called = {labels[name] for labels in candidates if name in labels}
        if len(called) == 1:
            return called.pop()
    return UNNAMED


@cache
def _records() -> tuple[Mapping[str, str], ...]:
    """The labels of each kind of record's fields, by name."""
    return tuple(
        {
            field.name: str(field.verbose_name)
            for field in model._meta.concrete_fields
            if field.verbose_name != field.name.replace("_", " ")
        }
        for model in apps.get_models()
        if model.__module__.startswith("hjemmebane.")
    )
