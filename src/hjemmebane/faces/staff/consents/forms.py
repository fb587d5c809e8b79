"""A citizen's yes to one partner."""

from collections.abc import Iterable

from django import forms

from hjemmebane.design.fields.choosing import OneOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.consents.choices import ConsentScope
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.partners.models import PartnerOrganisation
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
    purpose = taken(Consent, "purpose")
    how_given = taken(Consent, "how_given")
    from_on = taken(Consent, "from_on")
    until_on = taken(Consent, "until_on", help_text="Tomt: til borgeren trækker det tilbage.")

    def fit(self, *, partners: Iterable[PartnerOrganisation]) -> None:
        self.fields["recipient"].offer(partners)
