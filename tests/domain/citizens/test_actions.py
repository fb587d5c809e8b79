import datetime as dt
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.audit.queries import accesses_of_citizen
from hjemmebane.domain.citizens.actions import (
    CitizenDetails,
    add_citizen,
    change_citizen,
    reveal_address,
    reveal_cpr,
)
from hjemmebane.domain.citizens.choices import Channel, CitizenRefusal, CprRefusal, Gender
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.citizens.queries import address_of, citizens_found, cpr_of, shown_address
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import AlreadySaved, EditConflict, RecordRefusal
from hjemmebane.foundation.sealing import BrokenSeal
from tests.factories.cast import KIM, KIMS_CPR, NOW, start_case
from tests.factories.history import changes_by
from tests.factories.refusals import refused_as_not_yours

TODAY = day_of(NOW)
EVERYTHING = CitizenDetails(
    given_name="Ea",
    family_name="Eriksen",
    born_on=dt.date(1990, 1, 1),
    birth_is_estimated=True,
    gender=Gender.OTHER,
    address="Havnen 3",
    phone="30 30 30 30",
    email="ea@example.org",
    language="Grønlandsk",
    reading_needs="Læses højt",
    preferred_channel=Channel.SMS,
)
SEALED = {"cpr", "address"}


def change(citizen, by, version=None, **arguments):
    return change_citizen(
        citizen=citizen,
        version=citizen.version if version is None else version,
        by=by.actor,
        at=NOW,
        **{"changes": {}, **arguments},
    )


def test_citizen_keeps_everything_told(as_ida):
    case = start_case(as_ida.team_one, as_ida.ida, EVERYTHING)

    kept = Citizen.objects.get(pk=case.citizen.pk)
    told = {name: getattr(EVERYTHING, name) for name in vars(EVERYTHING) if name not in SEALED}
    assert {name: getattr(kept, name) for name in told} == told
    assert (address_of(kept), cpr_of(kept)) == ("Havnen 3", "")


def test_only_a_name_is_needed(as_ida):
    case = start_case(as_ida.team_one, as_ida.ida, CitizenDetails(given_name="Nogen"))

    assert (str(case.citizen), case.citizen.initials) == ("Nogen", "N")
    assert (case.citizen.born_on, case.citizen.gender) == (None, Gender.UNKNOWN)


def test_cpr_tells_birth_date_and_gender_and_is_sealed(as_ida):
    kept = Citizen.objects.get(pk=as_ida.kim.citizen.pk)

    assert (kept.born_on, kept.gender) == (dt.date(1961, 7, 7), Gender.MAN)
    assert cpr_of(kept) == KIMS_CPR
    history = str(list(Change.objects.filter(citizen_id=kept.pk).values_list("after", flat=True)))
    for secret in ("0707614285", "4285", "Skovvej"):
        assert secret not in kept.cpr_sealed + kept.cpr_index + kept.address_sealed + history


def test_cpr_and_address_do_not_open_on_another_citizen(as_ida):
    ea = start_case(as_ida.team_one, as_ida.ida, CitizenDetails(given_name="Ea")).citizen
    ea.cpr_sealed, ea.address_sealed = (
        as_ida.kim.citizen.cpr_sealed,
        as_ida.kim.citizen.address_sealed,
    )

    for read in (cpr_of, address_of):
        with pytest.raises(BrokenSeal):
            read(ea)


@pytest.mark.parametrize(
    "name",
    [
        "Åse Ægir Øl",
        "O’Neill-Jensen",
        "李小龍",
        "محمد",
        "<b>Bo</b>",
        "Robert'); DROP TABLE",
        "D'E 😀",
    ],
)
def test_odd_names_are_kept_as_written_and_found(as_ida, name):
    case = start_case(
        as_ida.team_one, as_ida.ida, CitizenDetails(given_name=name, family_name="von %_\\")
    )

    assert Citizen.objects.get(pk=case.citizen.pk).given_name == name
    assert list(citizens_found(name)) == [case.citizen]
    assert list(citizens_found("%_\\")) == [case.citizen]


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"given_name": ""}, "given_name"),
        ({"given_name": "x" * 81}, "given_name"),
        ({"email": "ea(at)example"}, "email"),
        ({"preferred_channel": "PIGEON"}, "preferred_channel"),
    ],
)
def test_bad_field_is_named(as_ida, details, field):
    with pytest.raises(ValidationError) as invalid:
        start_case(as_ida.team_one, as_ida.ida, replace(EVERYTHING, **details))

    assert list(invalid.value.message_dict) == [field]


@pytest.mark.parametrize(
    ("details", "reason", "field"),
    [
        ({"cpr": "12345"}, CprRefusal.FORMAT, "cpr"),
        ({"cpr": "310290-1234"}, CprRefusal.DATE, "cpr"),
        ({"cpr": "010157-5234"}, CprRefusal.FUTURE, "cpr"),
        ({"cpr": KIMS_CPR}, CprRefusal.KNOWN, "cpr"),
        ({"born_on": TODAY + dt.timedelta(days=1)}, CitizenRefusal.BORN_IN_FUTURE, "born_on"),
        ({"born_on": dt.date(1904, 6, 1)}, CitizenRefusal.TOO_OLD, "born_on"),
    ],
)
def test_impossible_person_is_refused(as_ida, details, reason, field):
    with pytest.raises(Refused) as refused:
        start_case(as_ida.team_one, as_ida.ida, replace(EVERYTHING, **details))

    assert (refused.value.reason, refused.value.field) == (reason, field)


def test_double_submit_is_one_citizen(as_ida):
    kim = as_ida.kim.citizen

    with pytest.raises(AlreadySaved) as double:
        add_citizen(
            id=kim.pk,
            details=KIM,
            by=as_ida.ida.actor,
            at=NOW,
        )

    assert double.value.record == kim


@pytest.mark.parametrize(
    "other",
    [
        {"given_name": "Kurt"},
        {"address": "Ny Vej 1"},
        {"cpr": "", "born_on": dt.date(1990, 1, 1)},
        {"cpr": "010190-1234"},
    ],
)
def test_form_sent_again_with_other_words_is_no_double_click(as_ida, other):
    with pytest.raises(Refused) as refused:
        add_citizen(
            id=as_ida.kim.citizen.pk,
            details=replace(KIM, **other),
            by=as_ida.ida.actor,
            at=NOW,
        )

    assert refused.value.reason == RecordRefusal.SAVED_OTHERWISE


@pytest.mark.parametrize(("address", "kept"), [(None, True), ("", True), ("Ny Vej 1", False)])
def test_lifting_the_protection_does_not_show_the_address(as_ida, address, kept):
    kim, ida = as_ida.kim.citizen, as_ida.ida.actor
    kim = change_citizen(
        citizen=kim, changes={"has_protected_address": True}, version=kim.version, by=ida, at=NOW
    )
    change = {
        "citizen": kim,
        "changes": {"has_protected_address": False},
        "address": address,
        "version": kim.version,
        "by": ida,
        "at": NOW,
    }
    if kept:
        with pytest.raises(Refused) as refused:
            change_citizen(**change)
        assert refused.value.reason == CitizenRefusal.ADDRESS_HIDDEN
    else:
        assert shown_address(change_citizen(**change)) == "Ny Vej 1"


def test_id_of_somebody_elses_citizen_is_not_ours_to_use(as_ida):
    with refused_as_not_yours():
        add_citizen(
            id=as_ida.noor.citizen.pk,
            details=CitizenDetails(given_name="Gæt"),
            by=as_ida.ida.actor,
            at=NOW,
        )


def test_change_keeps_the_rest_and_its_history(as_ida):
    kim = as_ida.kim.citizen
    change(kim, as_ida.ida, changes={"phone": "99"}, address="Ny vej 2")

    kept = Citizen.objects.get(pk=kim.pk)
    assert (kept.phone, address_of(kept), cpr_of(kept)) == ("99", "Ny vej 2", KIMS_CPR)
    (row,) = Change.objects.filter(verb="citizens.change_citizen", citizen_id=kim.pk)
    assert set(row.after) == {"phone", "address_sealed", "version"}
    assert (row.before["phone"], row.after["phone"]) == ("20 20 20 20", "99")
    assert changes_by(as_ida.ida.actor, "citizens.change_citizen") == [
        ("UPDATE", "citizens_citizen")
    ]


def test_changed_cpr_changes_birth_date_and_gender(as_ida):
    change(as_ida.kim.citizen, as_ida.ida, cpr="010190-1234")

    kept = Citizen.objects.get(pk=as_ida.kim.citizen.pk)
    assert (cpr_of(kept), kept.born_on, kept.gender) == (
        "010190-1234",
        dt.date(1990, 1, 1),
        Gender.WOMAN,
    )
    assert list(citizens_found("010190 1234")) == [kept]
    assert list(citizens_found(KIMS_CPR)) == []


def test_own_cpr_may_be_typed_again_and_anothers_not(as_ida):
    ea = start_case(
        as_ida.team_one, as_ida.ida, CitizenDetails(given_name="Ea", cpr="010190-1234")
    ).citizen
    assert cpr_of(change(ea, as_ida.ida, cpr="0101901234")) == "010190-1234"

    with pytest.raises(Refused) as refused:
        change(ea, as_ida.ida, cpr=KIMS_CPR)

    assert refused.value.reason == CprRefusal.KNOWN


def test_change_to_an_impossible_birth_date_is_refused(as_ida):
    with pytest.raises(Refused) as refused:
        change(
            as_ida.kim.citizen,
            as_ida.ida,
            changes={"born_on": TODAY + dt.timedelta(days=1)},
        )

    assert refused.value.reason == CitizenRefusal.BORN_IN_FUTURE


def test_stale_change_meets_the_other_one(as_ida):
    kim = as_ida.kim.citizen
    change(Citizen.objects.get(pk=kim.pk), as_ida.ida, changes={"phone": "11"})

    with pytest.raises(EditConflict) as conflict:
        change(kim, as_ida.ida, version=1, changes={"phone": "22"})

    assert conflict.value.current.phone == "11"
    assert Citizen.objects.get(pk=kim.pk).phone == "11"


@pytest.mark.parametrize(
    ("reveal", "value", "what"),
    [
        (reveal_address, "Skovvej 1", "Beskyttet adresse"),
        (reveal_cpr, KIMS_CPR, "CPR-nummer"),
    ],
)
def test_revealing_is_logged_with_its_reason(as_ida, reveal, value, what):
    kim = as_ida.kim.citizen

    shown = reveal(citizen=kim, reason=" Akut besøg ", by=as_ida.ida.actor, at=NOW)

    assert shown == value
    assert list(accesses_of_citizen(kim.pk).values_list("what", "reason", "actor")) == [
        (what, "Akut besøg", as_ida.ida.actor.key)
    ]


@pytest.mark.parametrize("reveal", [reveal_address, reveal_cpr])
def test_revealing_without_a_reason_is_refused(as_ida, reveal):
    with pytest.raises(Refused) as refused:
        reveal(citizen=as_ida.kim.citizen, reason=" ", by=as_ida.ida.actor, at=NOW)

    assert (refused.value.reason, refused.value.field) == (CitizenRefusal.REASON_MISSING, "reason")
    assert list(accesses_of_citizen(as_ida.kim.citizen.pk)) == []


def test_other_team_changes_nothing(cast):
    with acting(cast.omar.actor), pytest.raises(Citizen.DoesNotExist):
        change(cast.kim.citizen, cast.omar, changes={"phone": "0"})
