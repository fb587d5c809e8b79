"""Somebody spotted: what is known is mended, attempts are logged, and nothing typed is lost."""

import pytest

from hjemmebane.domain.courses.choices import IntakeRefusal
from hjemmebane.domain.courses.models import EarlyAttempt, EarlyContact
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words

MENDED = {
    "version": 1,
    "called": "Viggo fra stationen",
    "where": "Stationen",
    "spotted_on": "2025-06-01",
    "note": "Har en hund",
}


def stored(cast):
    with acting(cast.ida.actor):
        return EarlyContact.objects.get()


def told(cast, **changes):
    return {
        "id": new_id(),
        "outcome": "SEEN",
        "note": "Nikkede",
        "where": "Stationen",
        "at": "2025-06-01T20:15",
        "staff_member": cast.ida.staff_member.pk,
        **changes,
    }


def test_what_is_known_is_mended(cast, address, early):
    client = browser(cast.ida)

    response = client.post(address("early_edit", early.pk), MENDED)

    assert response["Location"] == address("early", early.pk)
    assert "Har en hund" in words(client.get(response["Location"]))


def test_two_texts_are_shown_when_two_write(cast, address, early):
    client, url = browser(cast.ida), address("early_edit", early.pk)
    client.post(url, MENDED)

    overtaken = client.post(url, MENDED | {"note": "Har to hunde"})

    assert overtaken.status_code == 409
    read = words(overtaken)
    assert "Har en hund" in read
    assert "Har to hunde" in read
    again = {"version": overtaken.context["form"]["version"].value()}
    assert client.post(url, MENDED | {"note": "Har to hunde"} | again).status_code == 302
    assert stored(cast).note == "Har to hunde"


def test_attempt_is_logged_once_and_begins_with_me_here_and_now(cast, address, early):
    client, url, sent = browser(cast.ida), address("attempt_new", early.pk), told(cast)
    first = client.get(url).context["form"].initial

    for _ in range(2):
        assert client.post(url, sent)["Location"] == address("early", early.pk)

    assert (first["where"], first["staff_member"]) == ("Stationen", cast.ida.staff_member)
    read = words(client.get(address("early", early.pk)))
    assert "Set, men ikke talt med 1. juni 2025" in read
    with acting(cast.ida.actor):
        assert EarlyAttempt.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"outcome": ""}, "Udfald: Dette felt er påkrævet."),
        ({"outcome": "GONE"}, "Valget findes ikke længere. Vælg igen."),
        ({"at": "2099-01-01T10:00"}, IntakeRefusal.ATTEMPT_IN_FUTURE.label),
        ({"at": "i aftes"}, "Skriv dato og klokkeslæt"),
        ({"staff_member": str(new_id())}, "Valget findes ikke længere. Vælg igen."),
        ({"note": "x" * 10_001}, "Denne værdi må højst have 10000 tegn"),
    ],
)
def test_attempt_is_refused_in_danish_and_kept(cast, address, early, changes, said):
    response = browser(cast.ida).post(
        address("attempt_new", early.pk), told(cast, **{"where": "Under broen", **changes})
    )

    assert response.status_code == 422
    assert said in words(response)
    assert "Under broen" in response.content.decode()
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == changes


def test_laying_aside_asks_why_and_can_be_undone(cast, address, early):
    client = browser(cast.ida)

    silent = client.post(address("lay_aside", early.pk), {"version": 1, "because": ""})
    client.post(address("lay_aside", early.pk), {"version": 1, "because": "Flyttet til Odense"})
    aside = words(client.get(address("early", early.pk)))
    refused = client.post(address("attempt_new", early.pk), told(cast))
    client.post(address("take_out", early.pk), {"version": 2})

    assert silent.status_code == 422
    assert "Skriv kort hvorfor" in words(silent)
    assert "Flyttet til Odense" in aside
    assert refused.status_code == 422
    assert IntakeRefusal.CLOSED.label in words(refused)
    assert stored(cast).is_open


def test_stale_buttons_change_nothing(cast, address, early):
    client = browser(cast.ida)

    aside = client.post(address("lay_aside", early.pk), {"version": 9, "because": "Flyttet"})
    out = client.post(address("take_out", early.pk), {"version": 9})

    assert (aside.status_code, out.status_code) == (409, 409)
    assert "En anden har rettet det imens." in words(aside)
    assert stored(cast).version == 1


GET_PAGES = ("early", "early_edit", "attempt_new", "start")
POST_PAGES = ("early_edit", "attempt_new", "lay_aside", "take_out", "assessment_begin", "start")


@pytest.mark.parametrize("outsider", ["omar", "mette"])
def test_early_contact_of_another_team_does_not_exist(cast, address, early, outsider):
    client = browser(getattr(cast, outsider))

    met = [client.get(address(name, early.pk)).status_code for name in GET_PAGES]
    met += [client.post(address(name, early.pk), told(cast)).status_code for name in POST_PAGES]

    assert set(met) == {404}
