"""Asking somebody at a partner to tell when the citizen comes by, or no longer."""

from collections.abc import Iterable

from django import forms

from hjemmebane.design.fields.choosing import OneOf
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.foundation.forms import RecordForm

GONE = "Personen kan ikke længere læse noget om borgeren. Ring i stedet."


class AskForm(RecordForm):
    """Who, and whether they are to be asked or no longer. people: those who could read it."""

    person = OneOf(label="Hvem")
    wanted = forms.ChoiceField(choices=(("ja", "Bed om det"), ("nej", "Ikke mere")))

    def fit(self, *, people: Iterable[PartnerPerson]) -> None:
        self.fields["id"].required = False
        self.fields["person"].error_messages |= {"required": GONE, "invalid_choice": GONE}
        self.fields["person"].offer(people)

    @property
    def is_wanted(self) -> bool:
        return bool(self.cleaned_data["wanted"] == "ja")
