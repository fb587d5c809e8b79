"""One message to a partner, or whether the team agrees with what they do."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.contacts.models import Message
from hjemmebane.domain.sharing.models import Standpoint
from hjemmebane.foundation.forms import RecordForm


class MessageForm(RecordForm):
    text = taken(Message, "text", widget=forms.Textarea(attrs={"rows": 4}))


class StandpointForm(RecordForm):
    answer = taken(Standpoint, "answer", widget=forms.RadioSelect)
    reason = taken(
        Standpoint,
        "reason",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Sig hvorfor, når I ser det anderledes. Partneren læser det med dit navn.",
    )
