"""Logging in and out, and the pages anybody may read."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.catalogue import proven_actor
from tests.factories.browsing import browser, words
from tests.factories.cast import PASSWORD, employ

URL = "/login/"
STRONGER = "django.contrib.auth.hashers.ScryptPasswordHasher"


def log_in(client, username, password=PASSWORD, **more):
    return client.post(URL, {"login": username, "password": password, **more})


def close(user):
    user.is_active = False
    user.save(update_fields=["is_active"])


def hash_of(username):
    return User.objects.values_list("password", flat=True).get(username=username)


def test_login_lets_a_member_in_to_their_day(cast):
    client = Client()

    response = log_in(client, "ida")

    assert (response.status_code, response["Location"]) == (302, "/")
    assert client.get("/").headers["Location"] == "/i-dag/"


def test_login_leads_on_to_the_page_one_came_for(cast):
    client = Client()
    asked = client.get("/teamet/")

    page = client.get(asked["Location"])

    assert page.context["redirect_field_value"] == "/teamet/"
    assert log_in(client, "ida", next="/teamet/")["Location"] == "/teamet/"


def test_login_never_leads_to_another_house(cast):
    assert log_in(Client(), "ida", next="https://example.org/")["Location"] == "/"


@pytest.mark.parametrize(("username", "password"), [("ida", "forkert"), ("ukendt", PASSWORD)])
def test_login_does_not_tell_which_of_the_two_was_wrong(cast, username, password):
    response = log_in(Client(), username, password)

    assert response.status_code == 200
    assert "Brugernavn og adgangskode passer ikke sammen." in words(response)
    assert password not in response.content.decode()
    assert "csrftoken" not in response.context["form"].data


def test_login_closes_after_five_wrong_passwords(cast):
    client = Client()
    for _ in range(5):
        log_in(client, "ida", "forkert")

    response = log_in(client, "ida")

    assert "Der er prøvet for mange gange. Vent fem minutter, og prøv igen." in words(response)
    assert client.get("/").status_code == 302


def test_login_answers_429_to_a_machine(db):
    client = Client()
    for number in range(30):
        log_in(client, f"navn{number}", "forkert")

    response = log_in(client, "ida")

    assert response.status_code == 429
    assert "Vent et øjeblik" in words(response)


def test_login_of_a_closed_account_is_refused(cast):
    with acting(OPERATIONS):
        close(cast.ida.user)

    response = log_in(Client(), "ida")

    assert response.status_code == 403
    assert "Din konto er lukket" in words(response)
    assert log_in(Client(), "ida", "forkert").status_code == 200


def test_login_changes_nothing_about_the_login(cast):
    with CaptureQueriesContext(connection) as asked:
        log_in(Client(), "ida")

    assert [
        query for query in asked if "UPDATE" in query["sql"] and "accounts" in query["sql"]
    ] == []


def test_login_renews_a_hash_of_former_strength(cast, settings):
    settings.PASSWORD_HASHERS = [STRONGER, *settings.PASSWORD_HASHERS]

    for _ in range(2):
        assert log_in(Client(), "ida").status_code == 302

    assert hash_of("ida").startswith("scrypt$")
    assert hash_of("bo").startswith("md5$")
    assert proven_actor() == ""


def test_login_that_is_closed_keeps_its_hash(cast, settings):
    settings.PASSWORD_HASHERS = [STRONGER, *settings.PASSWORD_HASHERS]
    with acting(OPERATIONS):
        close(cast.ida.user)

    assert log_in(Client(), "ida").status_code == 403
    assert hash_of("ida").startswith("md5$")


def test_logout_asks_first_and_then_ends_it(cast):
    client = browser(cast.ida)

    assert "Vil du logge ud?" in words(client.get("/log-ud/"))
    left = client.post("/log-ud/")

    assert left["Location"] == "/login/?afsked"
    assert "data-hjemmebane-left" in client.get(left["Location"]).content.decode()
    assert "Clear-Site-Data" not in left  # it would take what waits in Felt
    assert client.get("/tavlen/")["Location"] == "/login/?next=/tavlen/"


def test_front_door_sends_everybody_where_their_day_begins(cast):
    with acting(OPERATIONS):
        newcomer = employ("Nanna", "Peer")

    assert browser(cast.ida).get("/")["Location"] == "/i-dag/"
    assert browser(cast.mette).get("/")["Location"] == "/teamet/"
    assert "Du er ikke med i et team endnu" in words(browser(newcomer).get("/"))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/privatliv/", "Hvem kan se hvad"),
        ("/tilgaengelighed/", "WCAG 2.2"),
        ("/login/", "Log ind"),
    ],
)
def test_public_pages_are_open(db, address, said):
    response = Client().get(address)

    assert response.status_code == 200
    assert said in words(response)


def test_health_says_ok_while_the_database_answers(db):
    assert Client().get("/helbred/").content == b"ok"
