from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.foundation.alphabet import alphabetical


def organisations_of(municipality_ids: Iterable[UUID]) -> QuerySet[PartnerOrganisation]:
    """The partners in some municipalities, in order of name."""
    return PartnerOrganisation.objects.filter(municipality_id__in=list(municipality_ids)).order_by(
        alphabetical("name"), "pk"
    )


def people_at_partners(municipality_ids: Iterable[UUID]) -> QuerySet[PartnerPerson]:
    """The people at the partners of some municipalities, with their organisation."""
    return (
        PartnerPerson.objects.filter(organisation__municipality_id__in=list(municipality_ids))
        .select_related("organisation")
        .order_by(alphabetical("organisation__name"), alphabetical("name"), "pk")
    )
