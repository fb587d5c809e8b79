"""The second factor: nothing opens before it is there, and only its owner sets it up."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client

from hjemmebane.config.audiences import AUDIENCES, Audience
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.accounts.second_factor import needs_second_factor
from hjemmebane.foundation.actors import OPERATIONS, acting
from tests.faces.test_access_matrix import address
from tests.factories.browsing import words
from tests.factories.cast import PASSWORD
from tests.factories.sharing import let_in, open_to

SET_UP, STEP = "/partner/ekstra-laas/", "/login/kode/"


@pytest.fixture(autouse=True)
def no_attempt_is_remembered():
    cache.clear()


@pytest.fixture
def lise(cast):
    open_to(cast.job_centre, cast.kim, cast.ida)
    return let_in(cast.lise, cast.ida)


def come_in(partner, password=PASSWORD):
    """A browser after the password."""
    client = Client()
    client.post("/login/", {"login": partner.user.username, "password": password})
    return client


def code_of(secret, *, later=0):
    """What a telephone shows that was given the key of the page; `later` half minutes on."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def set_up(client):
    """Set the lock on; its key and the spare codes."""
    client.get(SET_UP)
    secret = client.session["mfa.totp.secret"]
    page = client.post(SET_UP, {"code": code_of(secret)})
    return secret, re.findall(r"<code>(\d{4} \d{4})</code>", page.content.decode())


def test_partner_reaches_nothing_but_the_page_that_sets_it_up(cast, lise):
    client = come_in(lise)
    theirs = [
        route
        for route, audience in AUDIENCES.items()
        if audience in {Audience.PARTNERS, Audience.CITIZENS_PARTNERS}
        and route != "partner:doors:second_factor"
    ]
    assert theirs

    for route in theirs:
        for method in (client.get, client.post):
            assert method(address(cast, route)).headers.get("Location") == SET_UP, route
    assert client.get(SET_UP).status_code == 200


def test_set_up_opens_the_rest_and_shows_spare_codes_once(lise):
    client = come_in(lise)

    _secret, spare = set_up(client)

    assert len(spare) == 10
    assert client.get("/partner/").status_code == 200
    assert not set(spare) & set(re.findall(r"\d{4} \d{4}", words(client.get(SET_UP))))


@pytest.mark.parametrize("code", ["", "000000", "abc"])
def test_wrong_code_sets_nothing_up(lise, code):
    client = come_in(lise)
    client.get(SET_UP)

    answer = client.post(SET_UP, {"code": code})

    assert answer.status_code == 422
    assert client.get("/partner/")["Location"] == SET_UP


def test_password_alone_is_not_enough_any_more(lise):
    secret, _spare = set_up(come_in(lise))
    cache.clear()
    client = come_in(lise)

    assert client.get("/partner/")["Location"].startswith("/login/")
    assert client.post(STEP, {"code": "000000"}).status_code == 422
    assert client.post(STEP, {"code": code_of(secret)}).status_code == 302
    assert client.get("/partner/").status_code == 200


def test_code_of_the_telephone_opens_once_whatever_process_is_asked(lise):
    """Each web process has a memory of its own, and forgets a code while it is still good."""
    secret, _spare = set_up(come_in(lise))
    code, answers = code_of(secret), []
    for _ in range(2):
        cache.clear()
        answers.append(come_in(lise).post(STEP, {"code": code}).status_code)
    cache.clear()
    answers.append(come_in(lise).post(STEP, {"code": code_of(secret, later=1)}).status_code)

    assert answers == [302, 422, 302]


def test_spare_code_opens_once(lise):
    _secret, spare = set_up(come_in(lise))
    answers = []
    for _ in range(2):
        client = come_in(lise)
        answers.append(client.post(STEP, {"code": spare[0]}).status_code)

    assert answers == [302, 422]


def test_session_from_before_has_to_come_in_anew(lise):
    early = come_in(lise)
    set_up(come_in(lise))

    assert early.get("/partner/")["Location"] == SET_UP
    assert early.get(SET_UP)["Location"] == "/log-ud/"


def test_step_without_a_password_before_it_is_told(db):
    for answer in (Client().get(STEP), Client().post(STEP, {"code": "123456"})):
        assert answer.status_code == 409
        assert "Log ind først" in words(answer)


def test_new_spare_codes_replace_the_old(lise):
    client = come_in(lise)
    _secret, before = set_up(client)

    page = client.post("/partner/ekstra-laas/koder/")
    after = re.findall(r"<code>(\d{4} \d{4})</code>", page.content.decode())

    assert len(after) == 10
    assert not set(before) & set(after)
    assert come_in(lise).post(STEP, {"code": before[0]}).status_code == 422


def test_key_is_sealed_where_it_is_kept(lise):
    secret, _spare = set_up(come_in(lise))

    with acting(lise.actor):
        kept = [str(row.data) for row in Authenticator.objects.all()]
    assert len(kept) == 2
    assert all("v1." in data and secret not in data for data in kept)


def test_closed_partner_stays_out_after_the_second_factor(lise):
    client = come_in(lise)
    set_up(client)
    with acting(OPERATIONS):
        User.objects.filter(pk=lise.user.pk).update(is_active=False)

    assert client.get("/partner/")["Location"].startswith("/login/")


@pytest.mark.parametrize(
    ("is_demo", "is_allowed", "asks"),
    [(False, True, True), (True, True, False), (True, False, True)],
)
def test_only_a_demo_partner_in_the_demo_may_wait(settings, is_demo, is_allowed, asks):
    settings.DEMO_ACCOUNTS_ALLOWED = is_allowed

    assert needs_second_factor(User(face=Face.PARTNER, is_demo=is_demo)) is asks


@pytest.mark.parametrize("face", [Face.STAFF, Face.CITIZEN])
def test_others_are_asked_for_none(face):
    assert not needs_second_factor(User(face=face))
