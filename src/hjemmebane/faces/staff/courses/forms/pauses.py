"""Putting a course on hold, agreeing on intensity, and taking it up again."""

import datetime as dt
from collections.abc import Sequence

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.courses.models import Hold, IntensityAgreement, Reactivation
from hjemmebane.domain.method.content.entries import PracticePart
from hjemmebane.foundation.forms import RecordForm

ROWS = {"rows": 3}
REVIEW_AFTER = dt.timedelta(weeks=4)
NUMBER_SAID = {"invalid": "Skriv et tal – for eksempel 0,5."}
WHOLE_SAID = {"invalid": "Skriv et helt antal minutter – for eksempel 45."}
WEIGHT = {
    "help_text": "1 er en almindelig plads, 0,5 er en halv.",
    "error_messages": NUMBER_SAID,
    "localize": True,
    "widget": forms.NumberInput,
}


class HoldForm(RecordForm):
    """A pause, with the citizen's yes."""

    from_on = taken(Hold, "from_on")
    reason = taken(Hold, "reason", widget=forms.Textarea(attrs=ROWS))
    keep_contact_plan = taken(
        Hold,
        "keep_contact_plan",
        help_text="For eksempel en sms hver fredag. Borgeren kan altid selv ringe.",
        widget=forms.Textarea(attrs=ROWS),
    )
    keeps_reminders = taken(Hold, "keeps_reminders")
    review_on = taken(Hold, "review_on", help_text="Den dag tager I stilling igen.")
    caseload_weight = taken(Hold, "caseload_weight", **WEIGHT)
    decided_with_citizen = taken(Hold, "decided_with_citizen")


class IntensityForm(RecordForm):
    """How much contact there is from a day on."""

    level = taken(IntensityAgreement, "level")
    contacts_per_week = taken(
        IntensityAgreement,
        "contacts_per_week",
        help_text="0,5 er hver anden uge.",
        error_messages=NUMBER_SAID,
        localize=True,
        widget=forms.NumberInput,
    )
    minutes_per_week = taken(IntensityAgreement, "minutes_per_week", error_messages=WHOLE_SAID)
    from_on = taken(IntensityAgreement, "from_on")
    reason = taken(IntensityAgreement, "reason", widget=forms.Textarea(attrs=ROWS))
    caseload_weight = taken(IntensityAgreement, "caseload_weight", **WEIGHT)


class TakeUpForm(RecordForm):
    """Going on after a pause, where in the practice model it makes sense."""

    on = taken(Reactivation, "on")
    reason = taken(Reactivation, "reason", widget=forms.Textarea(attrs=ROWS))
    part = forms.ChoiceField(label="Fortsæt i", required=False)

    def fit(self, *, parts: Sequence[PracticePart], now: str) -> None:
        """All parts, also the present: staying is choosing it, and so is sending twice."""
        self.fields["part"].choices = [
            *([] if now else [("", "Vælg det senere")]),
            *((part.code, f"{part.number}. {part.title}") for part in parts),
        ]
        self.fields["part"].initial = now
