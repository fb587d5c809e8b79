import datetime as dt

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.citizens.choices import NetworkKind
from hjemmebane.domain.citizens.models import Citizen, LifeSituation
from hjemmebane.domain.citizens.queries import (
    address_of,
    citizens_found,
    is_known_cpr,
    present_life_situation,
    shown_address,
    visible_citizens,
)
from hjemmebane.foundation.actors import acting
from tests.domain.citizens.test_actions_around import (
    QUERIES,
    add,
    describe,
    network_person,
    representative,
)
from tests.factories.cast import KIMS_CPR, NOW, start_case
from tests.factories.refusals import refused_as_not_yours


def test_protected_address_is_masked(cast):
    with acting(cast.omar.actor):
        noor = Citizen.objects.get(pk=cast.noor.citizen.pk)
        assert shown_address(noor) is None
        assert address_of(noor) == "Hemmelig 2"
    with acting(cast.ida.actor):
        assert shown_address(Citizen.objects.get(pk=cast.kim.citizen.pk)) == "Skovvej 1"


def test_each_finds_the_citizens_of_the_own_team_only(cast):
    with acting(cast.ida.actor):
        ea = start_case(cast.team_one, cast.ida, CitizenDetails(given_name="ea", family_name="K"))
        assert list(visible_citizens()) == [ea.citizen, cast.kim.citizen]
        assert list(citizens_found("k")) == [ea.citizen, cast.kim.citizen]
        assert list(citizens_found("KROG kim")) == [cast.kim.citizen]
        assert list(citizens_found("im kro")) == [cast.kim.citizen]
        assert list(citizens_found(KIMS_CPR.replace("-", ""))) == [cast.kim.citizen]
        assert list(citizens_found("Noor")) == []
        assert is_known_cpr(KIMS_CPR.replace("-", ""))
    with acting(cast.omar.actor):
        assert list(visible_citizens()) == [cast.noor.citizen]
        assert list(citizens_found("k")) == []
        assert list(citizens_found(KIMS_CPR)) == []
        assert not is_known_cpr(KIMS_CPR.replace("-", ""))
    with acting(cast.mette.actor):
        assert list(visible_citizens()) == []


def test_people_come_in_order_of_name(as_ida):
    for name in ("Ole", "Anna"):
        add(network_person(as_ida, name, kind=NetworkKind.PROFESSIONAL), as_ida.ida)
        add(representative(as_ida, name), as_ida.ida)

    for query in QUERIES.values():
        assert [person.name for person in query(as_ida.kim.citizen.pk)] == ["Anna", "Ole"]


def test_newest_description_of_each_area_holds(as_ida, django_assert_num_queries):
    kim = as_ida.kim.citizen.pk
    describe(as_ida, as_ida.ida, "På gaden")
    housing = describe(as_ida, as_ida.ida, " Egen lejlighed ", at=NOW + dt.timedelta(days=1))
    economy = describe(as_ida, as_ida.ida, "Kontanthjælp", area="ECONOMY")

    with django_assert_num_queries(1):
        present = present_life_situation(kim)
        names = {str(situation.recorded_by) for situation in present.values()}

    assert present == {"HOUSING": housing, "ECONOMY": economy}
    assert housing.text == "Egen lejlighed"
    assert names == {"Ida"}
    assert LifeSituation.objects.count() == 3


def test_other_team_sees_no_life_situation(cast):
    with acting(cast.ida.actor):
        describe(cast, cast.ida, "På gaden")

    with acting(cast.omar.actor):
        assert present_life_situation(cast.kim.citizen.pk) == {}
    with acting(cast.omar.actor), refused_as_not_yours():
        describe(cast, cast.omar, "Udefra")
