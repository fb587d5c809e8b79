"""A citizen's yes to one partner."""

from collections.abc import Iterable

from django import forms

from hjemmebane.design.fields.moments import DateField
from hjemmebane.domain.consents.choices import ConsentScope, HowGiven
from hjemmebane.domain.partners.models import PartnerOrganisation
from hjemmebane.faces.staff.choosing import OneOf
from hjemmebane.foundation.forms import RecordForm

FOR_PARTNERS = [choice for choice in ConsentScope.choices if choice[0] != ConsentScope.TEAM_WORK]


class ConsentForm(RecordForm):
    """What is opened, to whom, why and how long. The team's own consent begins with the course."""

    recipient = OneOf(label="Til", empty="Vælg …")
    scope = forms.MultipleChoiceField(
        label="Samtykket åbner for",
        choices=FOR_PARTNERS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Vælg mindst én ting, som samtykket åbner for."},
    )
    purpose = forms.CharField(label="Hvad skal det bruges til", max_length=300)
    how_given = forms.ChoiceField(label="Sådan er det givet", choices=HowGiven)
    from_on = DateField(label="Givet den", widget=forms.DateInput)
    until_on = DateField(
        label="Gælder til og med",
        required=False,
        widget=forms.DateInput,
        help_text="Tomt: til borgeren trækker det tilbage.",
    )

    def __init__(self, *args, partners: Iterable[PartnerOrganisation], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recipient"].offer(partners)
