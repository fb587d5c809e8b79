import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError

from hjemmebane.domain.citizens.models import Citizen, NetworkPerson
from hjemmebane.domain.teams.models import Municipality
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import AlreadySaved, EditConflict, RecordRefusal
from tests.factories.cast import KIM, NOW
from tests.factories.keeping import keep_row


def sister(cast, **values):
    return NetworkPerson(
        citizen=cast.kim.citizen,
        **{"name": "Søs", "relation": "Søster"} | values,
        recorded_by=cast.ida.user,
        recorded_at=NOW,
    )


def test_new_record_has_version_one(as_ida):
    kept = NetworkPerson.objects.get(pk=keep_row(record=sister(as_ida), by=as_ida.ida.actor).pk)

    assert (kept.name, kept.version) == ("Søs", 1)


def test_second_insert_of_a_row_answers_with_the_first(as_ida):
    first = keep_row(record=sister(as_ida), by=as_ida.ida.actor)

    with pytest.raises(AlreadySaved) as double:
        keep_row(record=sister(as_ida, id=first.pk), by=as_ida.ida.actor)

    assert double.value.record == first


def test_other_words_under_the_same_id_are_not_dropped(as_ida):
    first = keep_row(record=sister(as_ida), by=as_ida.ida.actor)

    with pytest.raises(Refused) as refused:
        keep_row(record=sister(as_ida, id=first.pk, name="En anden"), by=as_ida.ida.actor)

    assert refused.value.reason == RecordRefusal.SAVED_OTHERWISE
    assert NetworkPerson.objects.get(pk=first.pk).name == "Søs"


def test_what_a_row_says_is_its_own_and_no_forms():
    for model in apps.get_models():
        for name in getattr(model, "says", ()):
            assert not model._meta.get_field(name).editable, f"{model.__name__}.{name}"


def test_known_row_is_recognised_before_the_rules(as_ida):
    first = keep_row(record=sister(as_ida), by=as_ida.ida.actor)
    sister(as_ida).check_unsent()

    with pytest.raises(AlreadySaved) as double:
        sister(as_ida, id=first.pk).check_unsent()
    with pytest.raises(Refused) as other:
        sister(as_ida, id=first.pk, name="En anden").check_unsent()

    assert double.value.record == first
    assert other.value.reason == RecordRefusal.SAVED_OTHERWISE


def test_id_of_a_row_out_of_sight_is_taken(cast):
    with acting(cast.omar.actor):
        hidden = NetworkPerson(
            citizen=cast.noor.citizen,
            name="Bror",
            relation="Bror",
            recorded_by=cast.omar.user,
            recorded_at=NOW,
        )
        keep_row(record=hidden, by=cast.omar.actor)

    with acting(cast.ida.actor), pytest.raises(Refused) as refused:
        keep_row(record=sister(cast, id=hidden.pk), by=cast.ida.actor)

    assert refused.value.reason == RecordRefusal.ID_TAKEN


def test_other_broken_constraint_is_not_hidden(cast):
    twin = Municipality(name="Tvilling", kind="KOMMUNE", code=cast.municipality.code)

    with acting(OPERATIONS), pytest.raises(IntegrityError, match="code"):
        keep_row(record=twin, by=OPERATIONS)


def test_invalid_record_is_not_inserted(as_ida):
    with pytest.raises(ValidationError) as invalid:
        keep_row(record=sister(as_ida, name="", kind="ALIEN"), by=as_ida.ida.actor)

    assert set(invalid.value.message_dict) == {"name", "kind"}
    assert NetworkPerson.objects.count() == 0


def test_validation_asks_the_database_nothing(as_ida, django_assert_num_queries):
    with django_assert_num_queries(0):
        sister(as_ida).validate_fields()


def test_saved_change_counts_the_version_and_writes_only_what_changed(as_ida):
    record = keep_row(record=sister(as_ida), by=as_ida.ida.actor)
    record.name = "Skrevet ved siden af"

    record.save_changes({"phone": "12"}, version=1)

    kept = NetworkPerson.objects.get(pk=record.pk)
    assert (kept.phone, kept.name, kept.version) == ("12", "Søs", 2)


def test_invalid_change_writes_nothing(as_ida):
    record = keep_row(record=sister(as_ida), by=as_ida.ida.actor)

    with pytest.raises(ValidationError):
        record.save_changes({"phone": "1" * 21}, version=1)

    assert NetworkPerson.objects.get(pk=record.pk).version == 1
    assert (record.phone, record.version) == ("", 1)


@pytest.mark.parametrize("version", [0, 1, 3])
def test_any_other_version_is_a_conflict(as_ida, version):
    record = keep_row(record=sister(as_ida), by=as_ida.ida.actor)
    NetworkPerson.objects.get(pk=record.pk).save_changes({"phone": "12"}, version=1)

    with pytest.raises(EditConflict) as conflict:
        record.save_changes({"phone": "34"}, version=version)
    assert (conflict.value.current.phone, conflict.value.current.version) == ("12", 2)
    with pytest.raises(EditConflict):
        record.remove(version=version)

    assert NetworkPerson.objects.get(pk=record.pk).phone == "12"
    assert (record.phone, record.version) == ("", 1)


def test_record_of_another_team_does_not_exist(cast):
    with acting(cast.omar.actor), pytest.raises(Citizen.DoesNotExist):
        cast.kim.citizen.save_changes({"phone": "1"}, version=1)
    with acting(cast.ida.actor):
        assert Citizen.objects.get(pk=cast.kim.citizen.pk).phone == KIM.phone


def test_removed_record_is_gone(as_ida):
    record = keep_row(record=sister(as_ida), by=as_ida.ida.actor)
    record.remove(version=1)

    assert NetworkPerson.objects.count() == 0
    with pytest.raises(NetworkPerson.DoesNotExist):
        record.remove(version=1)


def test_record_that_something_hangs_from_stays(as_ida):
    with pytest.raises(ProtectedError):
        as_ida.kim.goal.remove(version=as_ida.kim.goal.version)
