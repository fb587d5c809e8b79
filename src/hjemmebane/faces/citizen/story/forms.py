"""Telling one part of the story."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.sharing.models import Story
from hjemmebane.foundation.forms import RecordForm

NOTHING_TOLD = "Skriv lidt, før du gemmer. Et par ord er nok."


class StoryForm(RecordForm):
    """What the citizen tells, kept as said."""

    text = taken(
        Story,
        "text",
        label="Fortæl med dine egne ord",
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": NOTHING_TOLD},
    )
