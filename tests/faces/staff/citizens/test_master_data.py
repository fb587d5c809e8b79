"""Stamdata: corrected, never overwritten unseen, and what is sealed stays sealed."""

import pytest
from django.urls import reverse

from hjemmebane.domain.citizens.choices import CitizenRefusal, CprRefusal
from hjemmebane.domain.citizens.queries import address_of, cpr_of, visible_citizens
from hjemmebane.foundation.actors import acting
from tests.factories.browsing import browser, words
from tests.factories.cast import KIMS_CPR, NOOR


def address(case):
    return reverse("staff:citizens:edit", args=[case.citizen.pk])


def as_opened(client, case, **changes):
    """What the form sends when only `changes` are typed; a tick is left out by None."""
    form = client.get(address(case)).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    sent |= changes
    return {name: value for name, value in sent.items() if value not in {None, False}}


def stored(case, employee):
    with acting(employee.actor):
        citizen = visible_citizens().get(pk=case.citizen.pk)
        return citizen, cpr_of(citizen), address_of(citizen)


def test_edit_saves_what_was_corrected_and_leaves_the_rest(cast):
    client = browser(cast.ida)

    response = client.post(address(cast.kim), as_opened(client, cast.kim, phone="21 21 21 21"))

    assert response.status_code == 302
    citizen, number, home = stored(cast.kim, cast.ida)
    assert (citizen.phone, number, home) == ("21 21 21 21", KIMS_CPR, "Skovvej 1")


def test_edit_keeps_a_protected_address_that_was_not_typed(cast):
    client = browser(cast.omar)

    client.post(address(cast.noor), as_opened(client, cast.noor, family_name="Aziz"))

    citizen, _number, home = stored(cast.noor, cast.omar)
    assert (str(citizen), home, citizen.has_protected_address) == ("Noor Aziz", NOOR.address, True)


def test_edit_can_take_a_protected_address_away(cast):
    client = browser(cast.omar)

    client.post(address(cast.noor), as_opened(client, cast.noor, remove_address="on"))

    assert stored(cast.noor, cast.omar)[2] == ""


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"given_name": ""}, "Fornavn: Dette felt er påkrævet."),
        ({"cpr": "12345678901"}, CprRefusal.FORMAT.label),
        ({"born_on": "2099-01-01"}, CitizenRefusal.BORN_IN_FUTURE.label),
    ],
)
def test_edit_refuses_in_danish_and_keeps_what_was_typed(cast, changes, said):
    client = browser(cast.ida)

    response = client.post(address(cast.kim), as_opened(client, cast.kim, phone="2", **changes))

    assert response.status_code == 422
    assert said in words(response)
    assert response.context["form"]["phone"].value() == "2"
    assert stored(cast.kim, cast.ida)[0].phone == "20 20 20 20"


def test_edit_of_what_somebody_else_saved_shows_both_and_lets_one_choose(cast):
    ida, bo = browser(cast.ida), browser(cast.bo)
    opened = as_opened(ida, cast.kim, phone="11 11 11 11", has_protected_address="on")
    bo.post(address(cast.kim), as_opened(bo, cast.kim, phone="22 22 22 22"))

    conflict = ida.post(address(cast.kim), opened)

    assert conflict.status_code == 409
    told = [(one.label, one.theirs, one.mine) for one in conflict.context["form"].differences]
    assert told == [
        ("Navne- og adressebeskyttelse", "Nej", "Ja"),
        ("Telefon", "22 22 22 22", "11 11 11 11"),
    ]
    assert stored(cast.kim, cast.ida)[0].phone == "22 22 22 22"

    version = conflict.context["form"]["version"].value()
    assert ida.post(address(cast.kim), opened | {"version": version}).status_code == 302
    assert stored(cast.kim, cast.ida)[0].phone == "11 11 11 11"


def test_edit_without_a_version_is_a_conflict_and_not_a_save(cast):
    client = browser(cast.ida)
    sent = as_opened(client, cast.kim, phone="3")
    del sent["version"]

    assert client.post(address(cast.kim), sent).status_code == 409
    assert stored(cast.kim, cast.ida)[0].phone == "20 20 20 20"
