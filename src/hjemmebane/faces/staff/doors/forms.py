"""A partner person who begins at another place."""

from collections.abc import Iterable

from hjemmebane.design.fields.choosing import OneOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.foundation.forms import RecordForm


class NewPlaceForm(RecordForm):
    """Where somebody works now, and how they are reached there."""

    organisation = OneOf(label="Nyt sted", empty="Vælg …")
    role = taken(PartnerPerson, "role")
    phone = taken(PartnerPerson, "phone")
    email = taken(PartnerPerson, "email")

    def fit(self, *, organisations: Iterable[PartnerOrganisation]) -> None:
        self.fields["organisation"].offer(organisations)
