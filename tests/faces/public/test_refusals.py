"""How the house says no: in Danish, with a way on, and never losing what somebody typed."""

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from hjemmebane.domain.contacts.models import Contact
from hjemmebane.faces.public.typed import Typed, typed_in
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import KIMS_CPR

HERE = {"Origin": "http://testserver"}
ELSEWHERE = {"Origin": "https://example.org"}
NOTE = "Vi drak kaffe.\nKim vil gerne ses igen."


def address(cast):
    return reverse("staff:contacts:new", args=[cast.kim.citizen.pk])


def sent(cast):
    secrets = {"cpr": KIMS_CPR, "password": "hemmelig"}
    return {"id": new_id(), "kind": "VISIT", "outcome": "MET", "note": NOTE, **secrets}


def assert_kept(response, cast):
    html = response.content.decode()
    assert response.status_code == 403
    assert f">{NOTE}</textarea>" in html
    assert "Notat" in words(response)
    assert '<input type="hidden" name="kind" value="VISIT">' in html
    assert f'action="{address(cast)}"' in html
    assert "hemmelig" not in html
    assert KIMS_CPR not in words(response)


def test_form_sent_after_the_login_ran_out_is_kept_and_can_be_sent_again(cast):
    response = Client().post(address(cast), sent(cast), headers=HERE)

    assert_kept(response, cast)
    assert "Du er blevet logget ud" in words(response)
    with acting(cast.ida.actor):
        assert not Contact.objects.exists()


def test_form_with_a_stale_token_is_kept_and_can_be_sent_again(cast):
    client = browser(cast.ida, checks_csrf=True)

    response = client.post(address(cast), sent(cast), headers=HERE)

    assert_kept(response, cast)
    assert "Siden var blevet for gammel" in words(response)
    again = {
        **sent(cast),
        "csrfmiddlewaretoken": client.cookies["csrftoken"].value,
        "place": "HOME",
        "outcome": "NOT_MET",
        "initiated_by": "TEAM",
        "started_at": "2025-05-05T10:00",
        "staff": [cast.ida.staff_member.pk],
    }
    assert client.post(address(cast), again, headers=HERE).status_code == 302


def test_form_from_elsewhere_is_a_forgery_and_shows_nothing(cast):
    client = browser(cast.ida, checks_csrf=True)

    response = client.post(address(cast), sent(cast), headers=ELSEWHERE)

    assert response.status_code == 403
    assert NOTE not in response.content.decode()
    assert "Det har du ikke adgang til" in words(response)


@pytest.mark.parametrize("is_logged_in", [True, False])
def test_htmx_gets_a_bare_sentence_and_the_page_keeps_the_form(cast, is_logged_in):
    client = browser(cast.ida, checks_csrf=True) if is_logged_in else Client()

    response = client.post(address(cast), sent(cast), headers={**HERE, "HX-Request": "true"})

    assert response.status_code == 403
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert NOTE not in response.content.decode()


def test_unknown_page_says_so(cast):
    response = browser(cast.ida).get("/findes-ikke/")

    assert response.status_code == 404
    assert "Siden findes ikke" in words(response)


def test_broken_request_says_so(cast):
    response = browser(cast.ida).get("/tavlen/", headers={"Host": "somewhere.example"})

    assert response.status_code == 400
    assert "Det kunne vi ikke forstå" in words(response)


def test_failure_says_that_nothing_was_saved(cast, monkeypatch):
    def fail(*_args, **_kwargs):
        raise RuntimeError("seeded")

    monkeypatch.setattr("hjemmebane.faces.staff.board.views.board_page", fail)
    client = browser(cast.ida)
    client.raise_request_exception = False

    response = client.get("/tavlen/")

    assert response.status_code == 500
    assert "Der blev ikke gemt noget." in words(response)
    assert "seeded" not in response.content.decode()


@pytest.mark.parametrize(
    ("name", "value", "label"),
    [
        ("note", "Kaffe", "Det, du skrev"),
        ("measure", "Kaffe", "Sådan kan vi se, at det er nået"),
        ("reading_needs", "Store bogstaver", "Læsning og skrivning"),
        ("HOUSING-text", "Bor på herberg", "Det, du skrev"),
        ("kind", "VISIT", ""),
        ("version", "3", ""),
        ("started_at", "2025-05-05T10:00", ""),
        ("started_at", "i går", "Hvornår"),
        ("is_acute", "on", ""),
        ("id", "01890000-0000-7000-8000-000000000000", ""),
        ("cpr", KIMS_CPR, ""),
        ("made_up", "Noget", "Det, du skrev"),
    ],
)
def test_typed_words_get_the_name_of_their_field(name, value, label):
    form = QueryDict(mutable=True)
    form[name] = value

    (typed,) = typed_in(form)

    assert (typed.name, typed.value) == (name, value)
    assert typed.label == label


@pytest.mark.parametrize(
    ("others", "label"),
    [("started_at=1&direct_minutes=2", "Notat"), ("relation=Mor&held_on=1", "Det, du skrev")],
)
def test_typed_words_are_called_as_in_the_form_they_came_from(others, label):
    typed = {one.name: one.label for one in typed_in(QueryDict(f"note=Kaffe&{others}"))}

    assert typed["note"] == label


def test_typed_secrets_are_left_out_and_order_is_kept():
    form = QueryDict("phone=2&password=x&csrfmiddlewaretoken=t&login=ida&staff=a&staff=b")

    assert [(one.name, one.value) for one in typed_in(form)] == [
        ("phone", "2"),
        ("staff", "a"),
        ("staff", "b"),
    ]
    assert typed_in(QueryDict("phone= ")) == [Typed("phone", " ")]
