import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.citizens.actions import (
    add_around_citizen,
    change_around_citizen,
    describe_life_situation,
    remove_around_citizen,
)
from hjemmebane.domain.citizens.choices import CitizenRefusal, RepresentativeKind
from hjemmebane.domain.citizens.models import NetworkPerson, Representative
from hjemmebane.domain.citizens.queries import network_of, representatives_of
from hjemmebane.domain.plans.choices import ItemKind, ResponsibleKind
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW, add_to_plan
from tests.factories.history import changes_by
from tests.factories.refusals import refused_as_not_yours

QUERIES = {NetworkPerson: network_of, Representative: representatives_of}


def network_person(cast, name="Søster", **values):
    return NetworkPerson(citizen=cast.kim.citizen, name=name, relation="Søskende", **values)


def representative(cast, name="Værgen", **values):
    return Representative(
        citizen=cast.kim.citizen, name=name, kind=RepresentativeKind.GUARDIAN, **values
    )


AROUND = [network_person, representative]


def add(record, by):
    return add_around_citizen(record=record, by=by.actor, at=NOW)


def describe(cast, by, text, *, area="HOUSING", at=NOW):
    return describe_life_situation(
        id=new_id(), citizen=cast.kim.citizen, area=area, text=text, by=by.actor, at=at
    )


@pytest.mark.parametrize("make", AROUND)
def test_somebody_around_the_citizen_is_kept(as_ida, make):
    added = add(make(as_ida, phone="12"), as_ida.ida)

    kept = type(added).objects.get(pk=added.pk)
    assert (kept.citizen_id, kept.phone) == (as_ida.kim.citizen.pk, "12")
    assert (kept.recorded_by_id, kept.recorded_at) == (as_ida.ida.user.pk, NOW)
    assert changes_by(as_ida.ida.actor, "citizens.add_around_citizen") == [
        ("INSERT", kept._meta.db_table)
    ]


@pytest.mark.parametrize("make", AROUND)
def test_bad_field_is_named(as_ida, make):
    with pytest.raises(ValidationError) as invalid:
        add(make(as_ida, name="", phone="1" * 21), as_ida.ida)

    assert set(invalid.value.message_dict) == {"name", "phone"}


@pytest.mark.parametrize("make", AROUND)
def test_double_submit_is_one_row(as_ida, make):
    added = add(make(as_ida), as_ida.ida)

    with pytest.raises(AlreadySaved):
        add(make(as_ida, id=added.pk), as_ida.ida)

    assert list(QUERIES[type(added)](as_ida.kim.citizen.pk)) == [added]


@pytest.mark.parametrize("make", AROUND)
def test_change_and_removal_count_versions(as_ida, make):
    added = add(make(as_ida), as_ida.ida)
    stale = type(added).objects.get(pk=added.pk)
    change_around_citizen(
        record=added, changes={"phone": "34"}, version=1, by=as_ida.ida.actor, at=NOW
    )

    with pytest.raises(EditConflict) as conflict:
        change_around_citizen(
            record=stale, changes={"phone": "56"}, version=1, by=as_ida.ida.actor, at=NOW
        )
    assert conflict.value.current.phone == "34"
    with pytest.raises(EditConflict):
        remove_around_citizen(record=stale, version=1, by=as_ida.ida.actor, at=NOW)
    remove_around_citizen(record=added, version=2, by=as_ida.ida.actor, at=NOW)

    assert list(QUERIES[type(added)](as_ida.kim.citizen.pk)) == []
    assert changes_by(as_ida.ida.actor, "citizens.remove_around_citizen") == [
        ("DELETE", added._meta.db_table)
    ]


def test_somebody_with_a_part_in_the_plan_stays(as_ida):
    sister = add(network_person(as_ida), as_ida.ida)
    add_to_plan(
        as_ida.kim.plan,
        as_ida.ida,
        ItemKind.ACTIVITY,
        what="Gå med til søen",
        responsible_kind=ResponsibleKind.NETWORK,
        network_person=sister,
    )

    with pytest.raises(Refused) as refused:
        remove_around_citizen(record=sister, version=1, by=as_ida.ida.actor, at=NOW)

    assert refused.value.reason == CitizenRefusal.IN_USE
    assert list(network_of(as_ida.kim.citizen.pk)) == [sister]


@pytest.mark.parametrize("make", AROUND)
def test_other_team_neither_adds_changes_nor_sees(cast, make):
    with acting(cast.ida.actor):
        added = add(make(cast), cast.ida)

    with acting(cast.omar.actor):
        assert list(QUERIES[type(added)](cast.kim.citizen.pk)) == []
        with pytest.raises(type(added).DoesNotExist):
            change_around_citizen(
                record=added, changes={"phone": "0"}, version=1, by=cast.omar.actor, at=NOW
            )
        with pytest.raises(type(added).DoesNotExist):
            remove_around_citizen(record=added, version=1, by=cast.omar.actor, at=NOW)
    with acting(cast.omar.actor), refused_as_not_yours():
        add(make(cast), cast.omar)


def test_long_description_is_kept_and_a_longer_refused(as_ida):
    assert describe(as_ida, as_ida.ida, "x" * 10_000).text == "x" * 10_000

    for text in ("", "x" * 10_001):
        with pytest.raises(ValidationError) as invalid:
            describe(as_ida, as_ida.ida, text)
        assert list(invalid.value.message_dict) == ["text"]
