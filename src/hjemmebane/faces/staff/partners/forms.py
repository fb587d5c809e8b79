"""Partners, the people there, and what is agreed with them."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.partners.models import (
    CollaborationAgreement,
    PartnerOrganisation,
    PartnerPerson,
)
from hjemmebane.foundation.forms import RecordForm

ROWS = forms.Textarea(attrs={"rows": 4})


class OrganisationForm(RecordForm):
    name = taken(PartnerOrganisation, "name")
    kind = taken(PartnerOrganisation, "kind")
    phone = taken(PartnerOrganisation, "phone")
    email = taken(PartnerOrganisation, "email")


class PersonForm(RecordForm):
    name = taken(PartnerPerson, "name")
    role = taken(PartnerPerson, "role")
    phone = taken(PartnerPerson, "phone")
    email = taken(PartnerPerson, "email")
    is_resource = taken(
        PartnerPerson,
        "is_resource",
        help_text="Jeres faste indgang, som I ringer til, uanset hvad det drejer sig om.",
    )

    def fit(self, *, logs_in_as: str = "") -> None:
        """A new address changes where letters go, and not what somebody logs in with."""
        if logs_in_as:
            self.fields["email"].help_text = (
                f"Mail går herhen. Personen logger stadig ind som {logs_in_as}, også efter at"
                " e-mailen er rettet."
            )


class AgreementForm(RecordForm):
    content = taken(
        CollaborationAgreement,
        "content",
        widget=ROWS,
        help_text="Hvem gør hvad, og hvad kan I regne med hos hinanden? Nævn ingen borgere.",
    )
    contact_points = taken(
        CollaborationAgreement,
        "contact_points",
        widget=ROWS,
        help_text="Hvem ringer til hvem, hvornår kan man få fat i dem, og hvornår mødes I?",
    )
    status = taken(CollaborationAgreement, "status")
    agreed_on = taken(CollaborationAgreement, "agreed_on")
    review_on = taken(CollaborationAgreement, "review_on")
