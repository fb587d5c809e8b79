"""A point of the team's own on the agenda, and a change of its order."""

from django import forms

from hjemmebane.foundation.forms import RecordForm


class OwnPointForm(RecordForm):
    """A point that the method does not have."""

    title = forms.CharField(label="Punkt", max_length=80)
    text = forms.CharField(
        label="Hvad vil I tale om?", max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )


class ArrangeForm(RecordForm):
    """One point is moved, left out or taken in again."""

    code = forms.CharField(widget=forms.HiddenInput)
