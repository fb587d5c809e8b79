import datetime as dt

from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.domain.partners.queries import (
    organisations_of,
    people_at_partners,
    working_at_partners,
)
from hjemmebane.foundation.accounts.actions import open_login
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.ids import new_id
from tests.domain.partners.actions.test_address_book import introduce, organise
from tests.factories.cast import NOW
from tests.factories.refusals import refused_as_not_yours


def test_staff_of_every_team_share_the_address_book(cast):
    with acting(cast.omar.actor):
        shelter = organise(cast, cast.omar.actor)
    with acting(cast.ida.actor):
        per = introduce(cast, cast.ida.actor, organisation=shelter)
        ours = [cast.municipality.pk]
        assert list(organisations_of(ours)) == [shelter, cast.job_centre]
        assert list(people_at_partners(ours)) == [per, cast.lise]
        assert list(organisations_of([])) == []
        assert list(people_at_partners([new_id()])) == []


def test_who_is_not_on_the_staff_sees_nobody(cast):
    with acting(OPERATIONS):
        assert PartnerOrganisation.objects.count() == 1
        outsider = make_outsider()
    with acting(outsider):
        assert list(PartnerOrganisation.objects.all()) == []
        assert list(PartnerPerson.objects.all()) == []
        with refused_as_not_yours():
            organise(cast, outsider)
        with refused_as_not_yours():
            introduce(cast, outsider)


def make_outsider():
    """Somebody with a login who does not work here."""
    return open_login(
        username="ude", full_name="Ude", password="en-lang-adgangskode", by=OPERATIONS, at=NOW
    ).actor


def test_people_come_with_their_organisation_in_one_query(as_ida, django_assert_num_queries):
    introduce(as_ida, as_ida.ida.actor)

    with django_assert_num_queries(1):
        shown = [
            (p.name, str(p.organisation)) for p in people_at_partners([as_ida.municipality.pk])
        ]

    assert shown == [("Lise", "Jobcenter Aabenby"), ("Per", "Jobcenter Aabenby")]


def test_those_who_left_do_not_work_there(as_ida):
    lise, day = as_ida.lise, NOW.date()
    ours = [as_ida.municipality.pk]
    lise.save_changes({"left_on": day}, version=lise.version)

    assert list(working_at_partners(ours, day=day - dt.timedelta(days=1))) == [lise]
    assert list(working_at_partners(ours, day=day)) == []
