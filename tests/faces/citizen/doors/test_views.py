"""A device handed over shows one citizen's own pages and nothing of its owner's, until unlocked."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from hjemmebane.config.audiences import AUDIENCES, Audience
from hjemmebane.foundation.http import HANDED_OVER_TO
from tests.faces.test_access_matrix import address
from tests.factories.browsing import browser, words
from tests.factories.cast import PASSWORD
from tests.factories.sharing import let_citizen_in

UNLOCK = "/min-plan/giv-tilbage/"
# What may answer on a borrowed device: the gateway knows its caller by the address, not by a login.
OPEN = {
    Audience.ANYBODY,
    Audience.EVERY_LOGIN,
    Audience.CITIZENS,
    Audience.CITIZENS_OWN,
    Audience.GATEWAY,
}


@pytest.fixture(autouse=True)
def no_attempt_is_remembered():
    cache.clear()


def hand_over(cast, citizen=None):
    citizen = citizen or cast.kim.citizen
    client = browser(cast.ida)
    client.answer = client.post(reverse("staff:doors:hand_over", args=[citizen.pk]))
    return client


@pytest.fixture
def handed(cast):
    return hand_over(cast)


def test_device_is_handed_over_with_nothing_left_in_the_browser(handed):
    assert handed.answer["Location"] == "/min-plan/"
    assert "Clear-Site-Data" not in handed.answer  # it would take what waits in Felt
    assert "field/ended.js" in handed.get("/min-plan/").content.decode()
    assert handed.answer["Cache-Control"] == "no-store, private"


def test_page_says_whose_device_it_is_and_how_to_end(handed):
    page = handed.get("/min-plan/")

    assert "Du låner en enhed af Ida" in words(page)
    assert UNLOCK in page.content.decode()
    assert page["Cache-Control"] == "no-store, private"


def test_every_route_of_others_is_gone(cast, handed):
    """By GET and by POST: the back button meets a 404, and what it had shown is kept by nobody."""
    shut = [route for route, audience in AUDIENCES.items() if audience not in OPEN]
    assert len(shut) > 100

    for route in shut:
        if route in NEEDS_MORE:
            continue
        for method in (handed.get, handed.post):
            assert method(address(cast, route)).status_code == 404, route


# Addresses that need records nobody made here; the access matrix asks them on such a device too.
NEEDS_MORE = {
    route
    for route, audience in AUDIENCES.items()
    if audience in {Audience.RECORDS_TEAM, Audience.RECORDS_TEAM_OR_MANAGER}
    or route.startswith("staff:network_meetings:")
}


def test_front_leads_back_to_the_plan(handed):
    assert handed.get("/")["Location"] == "/min-plan/"


def test_what_staff_were_still_to_be_told_is_not_shown(cast):
    client = browser(cast.ida)
    door = reverse("staff:doors:citizen_invite", args=[cast.kim.citizen.pk])
    client.post(door, {"id": "01890000-0000-7000-8000-000000000000"})

    client.post(reverse("staff:doors:hand_over", args=[cast.kim.citizen.pk]))

    assert "Print siden" not in words(client.get("/min-plan/"))


def test_what_the_owner_sent_without_a_login_is_not_found(cast):
    """The receipt of a referral, which is kept in the session it was sent from."""
    client = browser(cast.ida)
    session = client.session
    session["referral"] = {"team_id": str(cast.team_one.pk), "sent": "noget"}
    session.save()
    before = client.session.session_key

    client.post(reverse("staff:doors:hand_over", args=[cast.kim.citizen.pk]))

    assert "referral" not in client.session
    assert client.session.session_key != before
    assert "Ida" in words(client.get("/min-plan/"))


def test_what_the_citizen_sent_is_not_found_by_the_owner(handed):
    session = handed.session
    session["referral"] = {"sent": "noget"}
    session.save()

    handed.post(UNLOCK, {"password": PASSWORD})

    assert {"referral", HANDED_OVER_TO}.isdisjoint(handed.session.keys())
    assert handed.get("/tavlen/").status_code == 200


def test_pages_on_a_device_handed_over_forget_what_the_browser_kept(handed, cast):
    assert "data-hjemmebane-borrowed" in handed.get("/min-plan/").content.decode()
    own = Client()
    own.force_login(let_citizen_in(cast.kim, cast.ida).user)
    assert "data-hjemmebane-borrowed" not in own.get("/min-plan/").content.decode()


def test_citizen_of_another_team_is_not_handed_anything(cast):
    client = hand_over(cast, cast.noor.citizen)

    assert client.answer.status_code == 404
    assert HANDED_OVER_TO not in client.session
    assert client.get("/tavlen/").status_code == 200


def test_owner_unlocks_with_the_password(cast, handed):
    before = handed.session.session_key

    answer = handed.post(UNLOCK, {"password": PASSWORD})

    assert answer["Location"] == reverse("staff:citizens:overview", args=[cast.kim.citizen.pk])
    assert handed.session.session_key != before
    assert handed.get("/tavlen/").status_code == 200
    assert handed.get("/min-plan/").status_code == 404


@pytest.mark.parametrize("password", ["", "forkert"])
def test_wrong_password_unlocks_nothing(handed, password):
    answer = handed.post(UNLOCK, {"password": password})

    assert answer.status_code == 422
    assert handed.get("/tavlen/").status_code == 404


def test_password_is_not_guessed_without_end(handed):
    for _ in range(5):
        handed.post(UNLOCK, {"password": "forkert"})

    answer = handed.post(UNLOCK, {"password": PASSWORD})

    assert answer.status_code == 429
    assert "Vent fem minutter, eller log ud." in words(answer)
    assert handed.get("/tavlen/").status_code == 404


def test_logging_out_ends_all(handed):
    handed.post("/log-ud/")

    assert handed.get("/min-plan/")["Location"] == "/min-plan/log-ind/"
    assert handed.get("/tavlen/")["Location"].startswith("/login/")


def test_borrowed_device_shows_no_name_to_log_in_with(cast, handed):
    page = words(handed.get("/min-plan/mit-navn/"))

    assert "Her er der ikke noget navn at skrive ned." in page
    assert cast.ida.user.username not in page.split()


def test_own_device_has_nothing_to_unlock(cast):
    client = Client()
    client.force_login(let_citizen_in(cast.kim, cast.ida).user)

    assert client.get(UNLOCK)["Location"] == "/min-plan/"
    assert "Du låner en enhed" not in words(client.get("/min-plan/"))
