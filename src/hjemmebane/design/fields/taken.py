"""Form fields taken from a model: the label, the choices and the limits are written once, there."""

from collections.abc import Callable

from django import forms
from django.core.validators import MaxLengthValidator, MaxValueValidator
from django.db import models

from hjemmebane.design.fields.moments import DateField, MomentField

CHOOSE = "Vælg …"
MOMENTS = (
    (models.DateTimeField, MomentField),
    (models.DateField, DateField),
)
LIMITS = (
    (models.TextField, MaxLengthValidator, "max_length"),
    (models.IntegerField, MaxValueValidator, "max_value"),
)


def taken(model: type[models.Model], name: str, **overrides: object) -> forms.Field:
    """The form field of a model's field; `overrides` are what this form says differently.

    Raises TypeError for what nobody fills in, as the way back from another model.
    """
    field = model._meta.get_field(name)
    if not isinstance(field, models.Field):
        raise TypeError(f"{model.__name__}.{name} is not filled in")
    for moment, form_class in MOMENTS:
        if isinstance(field, moment):
            overrides.setdefault("form_class", form_class)
    for limited, validator, limit in LIMITS:
        if isinstance(field, limited):
            limits = [v.limit_value for v in field.validators if isinstance(v, validator)]
            overrides.setdefault(limit, min(limits, default=None))
    if field.choices:
        # Radio buttons show that nothing is chosen; “choose” would be one more of them.
        is_shown = field.has_default() or overrides.get("widget") is forms.RadioSelect
        is_open = field.blank or not is_shown
        overrides["choices"] = field.get_choices(is_open, blank_choice=[("", CHOOSE)])
    make: Callable[..., forms.Field | None] = field.formfield
    made = make(**overrides)
    if made is None:
        raise TypeError(f"{model.__name__}.{name} is not filled in")
    return made
