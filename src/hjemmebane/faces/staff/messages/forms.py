"""What is said to a partner: a message, whether the team agrees, and that something is closed."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.contacts.models import Message
from hjemmebane.domain.plans.choices import CLOSED, ActivityStatus
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.models import Standpoint
from hjemmebane.foundation.forms import RecordForm


class MessageForm(RecordForm):
    text = taken(Message, "text", widget=forms.Textarea(attrs={"rows": 4}))


class CloseForm(RecordForm):
    status = forms.ChoiceField(
        label="Hvad blev der af det?",
        choices=[(one.value, one.label) for one in ActivityStatus if one in CLOSED],
        widget=forms.RadioSelect,
    )
    reason = taken(
        PlanActivity,
        "closed_because",
        label="Hvorfor lukker I det?",
        required=True,
        help_text="Det, partneren har skrevet, bliver stående, som det er.",
    )


class StandpointForm(RecordForm):
    answer = taken(Standpoint, "answer", widget=forms.RadioSelect)
    reason = taken(
        Standpoint,
        "reason",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Sig hvorfor, når I ser det anderledes. Partneren læser det med dit navn.",
    )
