"""Fields made from the plan's models, and fields that pick something that is already there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.formats import date_format

from hjemmebane.design.fields.moments import DateField

CHOOSE = "Vælg …"
NOT_THERE = "Vælg en fra listen."
YES_NO = {True: "Ja", False: "Nej", None: "Ved ikke"}


def taken(model: type[models.Model], name: str, **overrides: object) -> forms.Field:
    """The form field of a model's field, with its label, choices and length."""
    field = model._meta.get_field(name)
    if isinstance(field, models.DateField):
        overrides.setdefault("form_class", DateField)
    if isinstance(field, models.TextField):
        limits = [v.limit_value for v in field.validators if isinstance(v, MaxLengthValidator)]
        overrides.setdefault("max_length", limits[0] if limits else None)
    made = field.formfield(**overrides)
    if field.choices:
        made.choices = [(key, label if key else CHOOSE) for key, label in made.choices]
    return made


@dataclass(frozen=True)
class Option:
    """Something to pick: its key in the form, its words, and the thing itself."""

    key: str
    label: str
    value: object


def options(things: Iterable[models.Model]) -> list[Option]:
    """Records as options, in their own words."""
    return [Option(str(thing.pk), str(thing), thing) for thing in things]


class Picking:
    """What the two fields below share: options in groups, a group without a name standing alone."""

    options: dict[str, Option]

    def offer(self, *groups: tuple[str, Sequence[Option]]) -> None:
        self.options = {option.key: option for _, group in groups for option in group}
        choices: list[tuple[str, object]] = [("", CHOOSE)] if self.shows_blank else []
        for name, group in groups:
            pairs = [(option.key, option.label) for option in group]
            choices += [(name, pairs)] if name and pairs else pairs
        self.choices = choices

    def keep(self, option: Option) -> None:
        """What is chosen now stays on offer, also when it would not be offered anew."""
        if option.key not in self.options:
            self.options[option.key] = option
            self.choices = [*self.choices, (option.key, option.label)]


class PickField(Picking, forms.ChoiceField):
    """One of the things on offer; gives the thing itself, or None."""

    shows_blank = True
    default_error_messages = {"invalid_choice": NOT_THERE, "required": NOT_THERE}

    def prepare_value(self, value: object) -> object:
        return str(value.pk) if isinstance(value, models.Model) else value

    def clean(self, value: object) -> object:
        key = super().clean(value)
        return self.options[key].value if key else None


class PickSeveralField(Picking, forms.MultipleChoiceField):
    """Any number of the things on offer; gives the things themselves."""

    shows_blank = False
    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"invalid_choice": NOT_THERE}

    def prepare_value(self, value: object) -> object:
        given = value if isinstance(value, (list, tuple)) else []
        return [str(one.pk) if isinstance(one, models.Model) else one for one in given]

    def clean(self, value: object) -> list[object]:
        return [self.options[key].value for key in super().clean(value)]


class PeopleField(forms.CharField):
    """Names and roles, one person a line: “Kim Krog, borger”. Gives pairs."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}), **kwargs)

    def prepare_value(self, value: object) -> object:
        if isinstance(value, (list, tuple)):
            return "\n".join(f"{name}, {role}" for name, role in value)
        return value

    def clean(self, value: object) -> list[tuple[str, str]]:
        lines = [line.strip() for line in str(super().clean(value)).splitlines() if line.strip()]
        return [self._person(line) for line in lines]

    def _person(self, line: str) -> tuple[str, str]:
        name, _, role = (part.strip() for part in line.partition(","))
        if not name or not role:
            raise ValidationError(f"Skriv navn, komma og rolle på linjen “{line[:60]}”.")
        if len(name) > 120 or len(role) > 80:
            raise ValidationError(f"Linjen “{line[:60]}…” er for lang.")
        return name, role


def in_words(field: forms.Field, value: object) -> str:
    """A value of a field, typed or stored, as a person would write it."""
    if isinstance(field, forms.BooleanField):
        return YES_NO[field.to_python(value)]
    value = field.prepare_value(value)
    if isinstance(field, forms.DateField):
        return _day(field, value)
    words = _labels(getattr(field, "choices", []))
    if isinstance(value, (list, tuple)):
        chosen = {str(one) for one in value}
        return "\n".join(label for key, label in words.items() if key in chosen)
    text = "" if value is None else str(value)
    return words.get(text, text.replace("\r\n", "\n").strip())


def _day(field: forms.DateField, value: object) -> str:
    try:
        day = field.to_python(value)
    except ValidationError:
        return str(value)
    return date_format(day, "j. F Y") if day else ""


def _labels(choices: Iterable[tuple[object, object]]) -> dict[str, str]:
    """The words of every key, also inside groups; the blank choice is nothing."""
    words = {"": ""}
    for key, label in choices:
        if isinstance(label, (list, tuple)):
            words |= _labels(label)
        elif key:
            words[str(key)] = str(label)
    return words
