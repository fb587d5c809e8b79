"""Partners, the people there, and what is agreed with them."""

from collections.abc import Sequence

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.method.content.entries import RoleField
from hjemmebane.domain.partners.models import (
    CollaborationAgreement,
    PartnerFunction,
    PartnerOrganisation,
    PartnerPerson,
)
from hjemmebane.foundation.forms import RecordForm

LONGEST_ANSWER = 2_000
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


class FunctionForm(RecordForm):
    """What a partner is for, in the lines of the method. A line may be left empty."""

    def fit(self, *, lines: Sequence[RoleField]) -> None:
        for line in lines:
            self.fields[line.code] = forms.CharField(
                label=line.title,
                help_text=line.text,
                required=False,
                max_length=LONGEST_ANSWER,
                widget=ROWS,
            )

    def stored(self, record: PartnerFunction) -> dict[str, object]:
        written = {name: record.answers.get(name, "") for name in self.fields}
        return {**written, **super().stored(record)}

    def values(self) -> dict[str, object]:
        return {"answers": super().values()}


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
