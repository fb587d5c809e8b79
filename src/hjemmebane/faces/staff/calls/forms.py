"""Calling for help in one tap, and closing a call in words."""

from collections.abc import Iterable

from django import forms

from hjemmebane.design.fields.choosing import OneOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.contacts.choices import CallRefusal
from hjemmebane.domain.contacts.models import HelpCall
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.forms import RecordForm

LONGEST_WORDS = 300


class CallForm(RecordForm):
    """Who is asked is a button for each; the rest is right as it stands for who is in a hurry."""

    words = taken(HelpCall, "words", widget=forms.Textarea(attrs={"rows": 2}))
    caller = taken(HelpCall, "caller")
    urgency = taken(HelpCall, "urgency", widget=forms.RadioSelect)
    asked = OneOf(label="Hvem bliver spurgt", required=False, empty="Hele teamet")

    def fit(self, *, staff: Iterable[StaffMember]) -> None:
        self.fields["asked"].offer(staff, lambda member: member.name)


class CloseForm(RecordForm):
    """How it ended, where no contact tells it."""

    words = forms.CharField(
        label="Hvordan endte det",
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": CallRefusal.WORDS_MISSING.label},
    )
