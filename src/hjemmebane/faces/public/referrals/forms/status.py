"""The code of a receipt, and the answer it lets a referrer give."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.courses.models import Referral
from hjemmebane.foundation.forms import RecordForm


class CodeForm(RecordForm):
    """A code as typed. It is looked up, so it carries no key of a record."""

    code = forms.CharField(
        label="Din kode",
        help_text="Den står på kvitteringen: 12 bogstaver og tal. Det er lige meget, om du skriver"
        " stort eller småt.",
        error_messages={"required": "Skriv koden fra din kvittering."},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def fit(self) -> None:
        del self.fields["id"], self.fields["version"]


class AnswerForm(CodeForm):
    """The answer to the one question; the code stands in the page, never in its address."""

    code = forms.CharField(widget=forms.HiddenInput)
    answer = taken(Referral, "answer", required=True)
