"""One message to a partner."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.contacts.models import Message
from hjemmebane.foundation.forms import RecordForm


class MessageForm(RecordForm):
    text = taken(Message, "text", widget=forms.Textarea(attrs={"rows": 4}))
