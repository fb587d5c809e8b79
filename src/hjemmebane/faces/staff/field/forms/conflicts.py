"""Choosing between two versions."""

from django import forms

from hjemmebane.domain.field.choices import Settlement
from hjemmebane.foundation.forms import RecordForm


class ConflictForm(RecordForm):
    """Two buttons, each its own answer; it carries the version of what stands."""

    settlement = forms.ChoiceField(
        choices=Settlement.choices,
        error_messages={"required": "Vælg, hvilken af de to udgaver der gælder."},
    )
