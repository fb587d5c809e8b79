"""What a report is ordered over: teams, and a period in whole months."""

import datetime as dt
from collections.abc import Iterable
from itertools import islice

from django import forms
from django.utils.formats import date_format

from hjemmebane.design.fields.choosing import SomeOf
from hjemmebane.domain.evaluation.calculations.months import first_of, last_of, months_before
from hjemmebane.domain.evaluation.choices import ReportRefusal
from hjemmebane.domain.evaluation.rules import LONGEST
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.forms import RecordForm

NOT_A_MONTH = dict.fromkeys(("required", "invalid_choice"), "Vælg en måned på listen.")


class OrderForm(RecordForm):
    """Teams, and the first and the last month."""

    teams = SomeOf[Team](label="Hvilke teams?")
    from_on = forms.ChoiceField(label="Fra og med", error_messages=NOT_A_MONTH)
    until_on = forms.ChoiceField(
        label="Til og med",
        help_text="Rapporten går over hele måneder, der er gået.",
        error_messages=NOT_A_MONTH,
    )

    def fit(self, *, teams: Iterable[Team], today: dt.date) -> None:
        self.fields["teams"].offer(teams)
        self.fields["teams"].error_messages["required"] = ReportRefusal.NO_TEAM.label
        self.fields["teams"].error_messages["invalid_choice"] = ReportRefusal.NOT_YOURS.label
        months = [
            (f"{first:%Y-%m}", date_format(first, "F Y"))
            for first in islice(months_before(today), LONGEST)
        ]
        for name in ("from_on", "until_on"):
            self.fields[name].choices = months

    def clean_from_on(self) -> dt.date:
        return first_of(self.cleaned_data["from_on"])

    def clean_until_on(self) -> dt.date:
        return last_of(first_of(self.cleaned_data["until_on"]))
