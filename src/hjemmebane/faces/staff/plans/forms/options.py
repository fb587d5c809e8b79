"""Fields that choose in groups, and people by name and role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError

from hjemmebane.design.fields.taken import CHOOSE


@dataclass(frozen=True)
class Option:
    """Something to choose: its key, its words, and the values of the record it stands for."""

    key: str
    label: str
    value: dict[str, object]

    def __str__(self) -> str:
        return self.label


class GroupedField(forms.ChoiceField):
    """One option of many, in named groups; a group without a name stands alone."""

    default_error_messages = {"required": "Vælg en fra listen."}

    def offer(self, *groups: tuple[str, Sequence[Option]]) -> None:
        """Set what there is to choose from."""
        self.options = {option.key: option for _, group in groups for option in group}
        choices: list[tuple[str, object]] = [("", CHOOSE)]
        for name, group in groups:
            pairs = [(option.key, option.label) for option in group]
            choices += [(name, pairs)] if name and pairs else pairs
        self.choices = choices

    def keep(self, option: Option) -> None:
        """What is chosen now stays on offer, also when it would not be offered anew."""
        if option.key not in self.options:
            self.options[option.key] = option
            self.choices = [*self.choices, (option.key, option.label)]

    def prepare_value(self, value: object) -> object:
        return value.key if isinstance(value, Option) else value

    def clean(self, value: object) -> Option:
        return self.options[super().clean(value)]


@dataclass(frozen=True)
class Attendance:
    """Somebody who was there."""

    name: str
    role: str

    def __str__(self) -> str:
        return f"{self.name}, {self.role}"


class PeopleField(forms.CharField):
    """Names and roles, one person a line: “Kim Krog, borger”. Gives attendances."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}), **kwargs)

    def prepare_value(self, value: object) -> object:
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def clean(self, value: object) -> list[Attendance]:
        lines = [line.strip() for line in str(super().clean(value)).splitlines() if line.strip()]
        return [_attendance(line) for line in lines]


def _attendance(line: str) -> Attendance:
    name, _, role = (part.strip() for part in line.partition(","))
    if not name or not role:
        raise ValidationError(f"Skriv navn, komma og rolle på linjen “{line[:60]}”.")
    if len(name) > 120 or len(role) > 80:
        raise ValidationError(f"Linjen “{line[:60]}…” er for lang.")
    return Attendance(name, role)
