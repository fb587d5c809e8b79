"""What somebody typed in a form that could not be received: to be read, and to be sent again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.http import QueryDict

NEVER_ECHOED = {"csrfmiddlewaretoken", "login", "password"}
# Kept for sending, but not written on a screen that anybody may be looking at.
NEVER_SHOWN = {"cpr"}
# Keys, versions, codes of choices and ticks: for machines.
MACHINE_WORD = re.compile(r"on|\d+|[A-Z][A-Z0-9_]*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
UNNAMED = "Det, du skrev"


@dataclass(frozen=True)
class Typed:
    """One value of a form; `label` is empty when there is nothing to read."""

    name: str
    value: str
    label: str = ""


def typed_in(form: QueryDict) -> list[Typed]:
    """Everything that was sent, in order, without secrets and tokens."""
    return [
        Typed(name, value, _label(name, value))
        for name, values in form.lists()
        if name not in NEVER_ECHOED
        for value in values
    ]


def _label(name: str, value: str) -> str:
    if name in NEVER_SHOWN or not value.strip() or MACHINE_WORD.fullmatch(value):
        return ""
    return _labels().get(name.rpartition("-")[2], UNNAMED)


@cache
def _labels() -> dict[str, str]:
    """What a field is called, where every record with a field of that name calls it the same."""
    called: dict[str, set[str]] = {}
    for name, label in _named_fields():
        called.setdefault(name, set()).add(label)
    return {name: labels.pop() for name, labels in called.items() if len(labels) == 1}


def _named_fields() -> Iterator[tuple[str, str]]:
    for model in apps.get_models():
        if model.__module__.startswith("hjemmebane."):
            for field in model._meta.concrete_fields:
                if field.verbose_name != field.name.replace("_", " "):
                    yield field.name, str(field.verbose_name)
