from hjemmebane.domain.partners.choices import PartnerRefusal
from hjemmebane.domain.partners.queries import organisations_of
from hjemmebane.domain.teams.models import Municipality
from hjemmebane.foundation.decisions import Refused


def check_name_is_free(municipality: Municipality, name: str) -> None:
    """Each partner of a municipality is written down once."""
    if organisations_of([municipality.pk]).filter(name=name).exists():
        raise Refused(PartnerRefusal.NAME_TAKEN, field="name")
