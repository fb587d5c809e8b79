import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.partners.actions import (
    add_organisation,
    add_person,
    change_organisation,
    change_person,
)
from hjemmebane.domain.partners.choices import PartnerKind, PartnerRefusal
from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict, RecordRefusal
from tests.factories.cast import NOW, employ


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
    with pytest.raises(Refused) as other:
        organise(as_ida, as_ida.ida.actor, id=shelter.pk, name="Varmestuen")
    assert other.value.reason == RecordRefusal.SAVED_OTHERWISE
    with pytest.raises(AlreadySaved):
        introduce(as_ida, as_ida.ida.actor, id=per.pk)


def test_name_is_unique_in_the_municipality(as_ida):
    organise(as_ida, as_ida.ida.actor)

    with pytest.raises(Refused) as refused:
        organise(as_ida, as_ida.ida.actor)

    assert (refused.value.reason, refused.value.field) == (PartnerRefusal.NAME_TAKEN, "name")


def test_organisation_is_written_anew(as_ida):
    values = {"name": " Jobcentret ", "phone": "70"}
    change_organisation(
        organisation=as_ida.job_centre, values=values, version=1, by=as_ida.ida.actor, at=NOW
    )

    kept = PartnerOrganisation.objects.get(pk=as_ida.job_centre.pk)
    assert (kept.name, kept.phone, kept.version) == ("Jobcentret", "70", 2)


def test_organisation_may_keep_its_name_and_not_take_anothers(as_ida):
    shelter, who = organise(as_ida, as_ida.ida.actor), {"by": as_ida.ida.actor, "at": NOW}
    change_organisation(organisation=shelter, values={"name": "Herberget"}, version=1, **who)

    with pytest.raises(Refused) as refused:
        change_organisation(
            organisation=shelter, values={"name": as_ida.job_centre.name}, version=2, **who
        )
    assert (refused.value.reason, refused.value.field) == (PartnerRefusal.NAME_TAKEN, "name")


def test_person_becomes_the_teams_way_in(as_ida):
    values = {"name": " Lise L. ", "is_resource": True}
    change_person(person=as_ida.lise, values=values, version=1, by=as_ida.ida.actor, at=NOW)

    kept = PartnerPerson.objects.get(pk=as_ida.lise.pk)
    assert (kept.name, kept.is_resource) == ("Lise L.", True)


def test_stale_changes_are_noticed(as_ida):
    who = {"by": as_ida.ida.actor, "at": NOW}
    with pytest.raises(EditConflict):
        change_person(person=as_ida.lise, values={"name": "L"}, version=7, **who)
    with pytest.raises(EditConflict):
        change_organisation(organisation=as_ida.job_centre, values={"name": "L"}, version=7, **who)


def test_other_municipalities_keep_out(cast):
    with acting(OPERATIONS):
        stranger = employ("Sten", "Bostøtte")
    with acting(stranger.actor):
        who = {"by": stranger.actor, "at": NOW}
        for act in (
            lambda: organise(cast, stranger.actor),
            lambda: introduce(cast, stranger.actor),
            lambda: change_person(person=cast.lise, values={"name": "L"}, version=1, **who),
            lambda: change_organisation(
                organisation=cast.job_centre, values={"name": "L"}, version=1, **who
            ),
        ):
            with pytest.raises(Refused) as refused:
                act()
            assert refused.value.reason == PartnerRefusal.NOT_YOURS
