"""Saying yes, no or not now to one thing in the plan."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.sharing.models import CitizenAnswer
from hjemmebane.foundation.forms import RecordForm

SAY_ONE = "Tryk på ja, nej eller ikke nu."


class AnswerForm(RecordForm):
    """The answer is the button that is pressed; why is for who wants to say so."""

    answer = taken(
        CitizenAnswer,
        "answer",
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("required", "invalid_choice"), SAY_ONE),
    )
    reason = taken(
        CitizenAnswer, "reason", label="Hvorfor?", widget=forms.Textarea(attrs={"rows": 3})
    )
