"""Doors: opening a page uses nothing up, and every key that does not fit is answered alike."""

import pytest
from django.test import Client
from django.urls import reverse

from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.sharing.actions import invite_citizen, invite_partner
from hjemmebane.domain.sharing.models import Invitation
from hjemmebane.domain.sharing.queries import invitation_code
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import words
from tests.factories.cast import PASSWORD
from tests.factories.sharing import CODE, let_citizen_in

COME_IN, LOG_IN = "/min-plan/kom-ind/", "/min-plan/log-ind/"
CLOSED = "Linket eller koden virker ikke længere. Bed teamet om en ny."
WRONG = "Navnet og koden passer ikke sammen. Prøv igen."
TWICE = {"password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def link(cast):
    with acting(cast.ida.actor):
        lise = cast.lise.save_changes({"email": "lise@partner.example"}, version=1)
        asked = invite_partner(id=new_id(), partner=lise, by=cast.ida.actor, at=now())
    return reverse("public:doors:invitation", args=[invitation_code(asked.pk)])


@pytest.fixture
def paper(cast):
    with acting(cast.ida.actor):
        return invite_citizen(id=new_id(), citizen=cast.kim.citizen, by=cast.ida.actor, at=now())


@pytest.fixture
def kim(cast):
    return let_citizen_in(cast.kim, cast.ida)


# ------------------------------------------------------------------ a partner
def test_opening_the_link_uses_nothing_up(link):
    client = Client()
    for _ in range(3):
        assert client.get(link).status_code == 200

    assert client.post(link, TWICE)["Location"] == "/partner/ekstra-laas/"


def test_partner_is_in_and_sees_nothing_but_the_second_lock(cast, link):
    client = Client()
    client.post(link, TWICE)

    assert client.get("/partner/")["Location"] == "/partner/ekstra-laas/"
    assert "lise@partner.example" in words(client.get("/partner/ekstra-laas/"))
    with acting(cast.ida.actor):
        assert PartnerPerson.objects.get(pk=cast.lise.pk).user_id


def test_page_of_a_link_says_the_same_whether_it_exists_or_not(link):
    never = reverse("public:doors:invitation", args=["ACDE-FHJK-LMNP"])

    assert words(Client().get(link)) == words(Client().get(never))


def test_used_and_guessed_links_are_answered_alike(link):
    Client().post(link, TWICE)
    never = reverse("public:doors:invitation", args=["noget-andet"])

    answers = [Client().post(address, TWICE) for address in (link, never)]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert all(CLOSED in words(answer) for answer in answers)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"password": "kort", "again": "kort"}, "Vælg en længere adgangskode"),
        ({"password": PASSWORD, "again": "noget-helt-andet"}, "De to adgangskoder er ikke ens."),
        ({"password": "", "again": ""}, "Vælg en adgangskode."),
    ],
)
def test_bad_password_is_refused_and_uses_no_link_up(link, typed, sentence):
    answer = Client().post(link, typed)

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert Client().post(link, TWICE).status_code == 302


def test_keys_are_not_tried_without_end(db):
    client = Client()
    for number in range(20):
        client.post(COME_IN, {"code": f"ACDE{number}", "pin": CODE})

    answer = client.post(COME_IN, {"code": "ACDE", "pin": CODE})

    assert answer.status_code == 429
    assert "Der er prøvet mange gange herfra. Vent ti minutter, og prøv igen." in words(answer)


# ------------------------------------------------------------------ a citizen's paper
def test_citizen_comes_in_and_sees_the_name_to_write_down(paper):
    client = Client()
    assert client.get(COME_IN).status_code == 200

    typed = {"code": invitation_code(paper.pk).lower().replace("-", " "), "pin": CODE}
    answer = client.post(COME_IN, typed)

    assert answer["Location"] == "/min-plan/mit-navn/"
    assert paper.username in words(client.get("/min-plan/mit-navn/"))
    assert client.get("/")["Location"] == "/min-plan/"


@pytest.mark.parametrize("pin", ["123456", "111111", "12345", "abcdef"])
def test_weak_code_is_refused_and_uses_no_paper_up(cast, paper, pin):
    answer = Client().post(COME_IN, {"code": invitation_code(paper.pk), "pin": pin})

    assert answer.status_code == 422
    with acting(cast.ida.actor):
        assert Invitation.objects.get(pk=paper.pk).accepted_at is None


def test_code_of_nobody_is_refused(db):
    answer = Client().post(COME_IN, {"code": "ACDE-FHJK-LMNP", "pin": CODE})

    assert (answer.status_code, CLOSED in words(answer)) == (422, True)


# ------------------------------------------------------------------ a citizen's login
def test_citizen_logs_in_with_name_and_code(kim):
    client = Client()

    answer = client.post(LOG_IN, {"name": kim.user.username.replace("-", " "), "pin": CODE})

    assert answer["Location"] == "/min-plan/"
    assert client.get("/min-plan/").status_code == 200
    assert client.session.get_expire_at_browser_close()


@pytest.mark.parametrize(
    ("name", "pin"), [(None, "482914"), ("birk-kano-11", CODE), ("ida", PASSWORD)]
)
def test_wrong_login_does_not_tell_what_was_wrong(kim, name, pin):
    answer = Client().post(LOG_IN, {"name": name or kim.user.username, "pin": pin})

    assert (answer.status_code, WRONG in words(answer)) == (422, True)


def test_door_locks_kindly(kim, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "door": "100/m/ip"}
    typed = {"name": kim.user.username, "pin": "999888"}
    for _ in range(10):
        Client().post(LOG_IN, typed)

    answer = Client().post(LOG_IN, {**typed, "pin": CODE})

    assert answer.status_code == 422
    assert "Døren er låst. Ring til teamet, så får du en ny kode." in words(answer)


def test_name_is_remembered_only_when_asked_for(kim):
    client, typed = Client(), {"name": kim.user.username, "pin": CODE}

    client.post(LOG_IN, typed)
    assert kim.user.username not in words(client.get(LOG_IN))
    client.post(LOG_IN, {**typed, "remember": "on"})
    assert kim.user.username in client.get(LOG_IN).content.decode()
    client.post(LOG_IN, typed)
    assert f'value="{kim.user.username}"' not in client.get(LOG_IN).content.decode()


def test_citizens_code_opens_nothing_at_the_staffs_door(kim):
    answer = Client().post("/login/", {"login": kim.user.username, "password": CODE})

    assert answer.status_code == 200
    assert "Brugernavn og adgangskode passer ikke sammen." in words(answer)


def test_what_is_typed_can_be_seen(db):
    page = Client().get(LOG_IN).content.decode()

    assert 'type="password"' not in page
    assert 'inputmode="numeric"' in page
