import pytest

from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.citizens.queries import network_of
from tests.factories.cast import NOW

NAMES = ["Anna", "bo", "Zoe", "Ægir", "Østen", "Aage", "Åse"]


@pytest.mark.django_db
def test_names_stand_in_danish_order(as_ida):
    kim, ida = as_ida.kim.citizen, as_ida.ida.user
    for name in reversed(NAMES):
        NetworkPerson(
            citizen=kim, name=name, relation="ven", recorded_by=ida, recorded_at=NOW
        ).insert()

    assert [person.name for person in network_of(kim.pk)] == NAMES
