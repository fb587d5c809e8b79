import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.partners.actions import add_organisation, add_person
from hjemmebane.domain.partners.choices import PartnerKind, PartnerRefusal
from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.domain.partners.queries import organisations_of, people_at_partners
from hjemmebane.foundation.accounts.actions import open_login
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved
from tests.factories.cast import NOW
from tests.factories.refusals import refused_as_not_yours


def organise(cast, actor, **changes):
    arguments = {"id": new_id(), "kind": PartnerKind.SHELTER, "name": " Herberget "}
    return add_organisation(
        municipality=cast.municipality, by=actor, at=NOW, **{**arguments, **changes}
    )


def introduce(cast, actor, **changes):
    arguments = {"id": new_id(), "organisation": cast.job_centre, "name": " Per "}
    return add_person(by=actor, at=NOW, **{**arguments, **changes})


def test_organisation_and_person_are_kept(as_ida):
    shelter = organise(as_ida, as_ida.ida.actor, phone="12 34", email="vagt@example.org")
    per = introduce(as_ida, as_ida.ida.actor, organisation=shelter, role="Nattevagt", phone="56")

    kept = PartnerPerson.objects.select_related("organisation").get(pk=per.pk)
    assert (kept.name, kept.role, kept.phone) == ("Per", "Nattevagt", "56")
    assert (kept.organisation.name, kept.organisation.kind) == ("Herberget", PartnerKind.SHELTER)
    assert (kept.organisation.phone, kept.organisation.email) == ("12 34", "vagt@example.org")


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"name": " "}, "name"), ({"kind": "BAR"}, "kind"), ({"email": "vagten"}, "email")],
)
def test_bad_field_of_an_organisation_is_named(as_ida, changes, field):
    with pytest.raises(ValidationError) as invalid:
        organise(as_ida, as_ida.ida.actor, **changes)

    assert list(invalid.value.message_dict) == [field]


def test_bad_field_of_a_person_is_named(as_ida):
    with pytest.raises(ValidationError) as invalid:
        introduce(as_ida, as_ida.ida.actor, name="", phone="1" * 21)

    assert set(invalid.value.message_dict) == {"name", "phone"}


def test_double_submit_is_one_row(as_ida):
    shelter = organise(as_ida, as_ida.ida.actor)
    per = introduce(as_ida, as_ida.ida.actor)

    with pytest.raises(AlreadySaved):
        organise(as_ida, as_ida.ida.actor, id=shelter.pk)
    with pytest.raises(AlreadySaved):
        introduce(as_ida, as_ida.ida.actor, id=per.pk)


def test_name_is_unique_in_the_municipality(as_ida):
    organise(as_ida, as_ida.ida.actor)

    with pytest.raises(Refused) as refused:
        organise(as_ida, as_ida.ida.actor)

    assert (refused.value.reason, refused.value.field) == (PartnerRefusal.NAME_TAKEN, "name")


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
