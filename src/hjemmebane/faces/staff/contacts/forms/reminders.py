"""What is agreed on reminders by SMS."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.contacts.choices import SmsMoment
from hjemmebane.domain.contacts.models import MOST_MOMENTS, ReminderAgreement
from hjemmebane.foundation.forms import WarnedForm
from hjemmebane.foundation.telephones import NotANumber, grouped, looks_like_landline

LANDLINE = (
    "Det ligner et fastnetnummer, og dem kan man ikke sende sms til. Se efter sammen med borgeren."
    " Er det rigtigt, så gem igen."
)


class RemindersForm(WarnedForm):
    """Whether and when the citizen wants to be reminded of appointments, and on which number."""

    is_wanted = taken(ReminderAgreement, "is_wanted")
    phone = taken(
        ReminderAgreement,
        "phone",
        help_text="8 cifre. Et udenlandsk nummer begynder med + og landekode.",
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    moments = forms.MultipleChoiceField(
        label="Hvornår",
        choices=SmsMoment.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=f"Højst {MOST_MOMENTS}. Der sendes aldrig noget mellem kl. 21 og 8.",
        error_messages={"invalid_choice": "Vælg blandt de tidspunkter, der står her."},
    )
    talked_on = taken(ReminderAgreement, "talked_on")

    def stored(self, record: ReminderAgreement) -> dict[str, object]:
        return {**super().stored(record), "phone": grouped(record.phone)}

    def doubts(self) -> list[str]:
        """A number that is perhaps no mobile telephone."""
        typed = self.cleaned_data
        try:
            is_landline = typed["is_wanted"] and looks_like_landline(typed["phone"])
        except NotANumber:
            return []
        return [LANDLINE] if is_landline else []
