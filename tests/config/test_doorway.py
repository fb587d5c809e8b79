"""The door: what every request passes, and every answer carries."""

import pytest
from django.conf import settings
from django.db import InternalError
from django.test import Client
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.actors import acting
from tests.factories.browsing import browser, words

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " media-src 'self';"
    " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
MEGABYTE = 1024 * 1024


def overview(cast):
    return reverse("staff:citizens:overview", args=[cast.kim.citizen.pk])


@pytest.mark.parametrize("address", ["/login/", "/privatliv/", "/helbred/", "/nej/", "/tavlen/"])
def test_every_answer_carries_exactly_this_policy(db, address):
    response = Client().get(address)

    assert response["Content-Security-Policy"] == POLICY


def test_every_answer_refuses_to_be_framed_or_guessed_at(cast):
    response = browser(cast.ida).get("/tavlen/")

    assert {
        name: response[name]
        for name in (
            "X-Frame-Options",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
        )
    } == {
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def test_pages_behind_the_login_are_kept_by_nobody(cast):
    client = browser(cast.ida)

    for address in ("/tavlen/", overview(cast), "/metoden/", "/nej/"):
        assert client.get(address)["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("charset", ["utf-7", "unicode_escape", "rot13"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_body_in_another_alphabet_is_refused(db, method, charset):
    body = '--b\r\nContent-Disposition: form-data; name="code"\r\n\r\n+2AA-\r\n--b--\r\n'
    kind = f"multipart/form-data; boundary=b; charset={charset}"

    response = Client().generic(method, "/henvis/status/", body, content_type=kind)

    assert response.status_code == 400
    assert "Det kunne vi ikke forstå" in words(response)


def test_body_that_says_it_is_in_ours_is_read(db):
    kind = "application/x-www-form-urlencoded; charset=UTF-8"

    response = Client().generic("POST", "/henvis/status/", "code=%C3%A6", content_type=kind)

    assert "Vi kender ikke den kode." in words(response)


@pytest.mark.parametrize("megabytes", [7, 30])
def test_too_large_a_body_is_refused_before_it_is_read(cast, megabytes):
    client = browser(cast.ida)

    response = client.post("/find/", {"words": "a" * megabytes * MEGABYTE})

    assert response.status_code == 413
    assert "Det, du sendte, er større end 6 MB." in words(response)


def test_refusal_of_a_large_body_says_the_limit_there_is(cast, settings):
    settings.LARGEST_BODY = 2 * MEGABYTE

    response = browser(cast.ida).post("/find/", {"words": "a" * 3 * MEGABYTE})

    assert "Det, du sendte, er større end 2 MB." in words(response)


def test_body_without_a_readable_length_is_refused(cast):
    response = browser(cast.ida).post("/find/", CONTENT_LENGTH="mange")

    assert response.status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "BREW"])
def test_unknown_method_is_refused_with_a_page(cast, method):
    response = browser(cast.ida).generic(method, "/i-dag/")

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
    assert "Det kan man ikke her" in words(response)


def test_get_of_what_only_takes_a_post_is_refused_with_a_page(cast):
    address = reverse("staff:practice:move", args=[cast.kim.citizen.pk])

    response = browser(cast.ida).get(address)

    assert (response.status_code, response["Allow"]) == (405, "POST")


def write_something(*_args, **_kwargs):
    StaffMember.objects.update(phone="1")


def test_get_cannot_write_even_when_a_view_tries(cast, monkeypatch):
    monkeypatch.setattr("hjemmebane.faces.staff.today.views.today_page", write_something)
    client = browser(cast.ida)

    with pytest.raises(InternalError, match="read-only transaction"):
        client.get("/i-dag/")


def test_reading_is_logged_only_when_something_was_read(cast):
    client = browser(cast.ida)

    client.get(reverse("staff:citizens:overview", args=[cast.noor.citizen.pk]))
    client.get("/metoden/")
    client.get(overview(cast))

    with acting(cast.ida.actor):
        assert list(Access.objects.values_list("citizen_id", flat=True)) == [cast.kim.citizen.pk]
    with acting(cast.omar.actor):
        assert not Access.objects.exists()


def test_nobody_reads_unseen(cast, monkeypatch):
    def fail(**_kwargs):
        raise RuntimeError("the log is full")

    monkeypatch.setattr("hjemmebane.config.doorway.log_access", fail)

    with pytest.raises(RuntimeError, match="the log is full"):
        browser(cast.ida).get(overview(cast))


def test_expired_login_sends_a_reader_to_the_login_and_back(db):
    response = Client().get("/tavlen/?team=1")

    assert response["Location"] == "/login/?next=/tavlen/%3Fteam%3D1"


def test_session_lasts_a_working_day_and_is_out_of_reach_of_scripts(db):
    assert settings.SESSION_COOKIE_AGE == 12 * 60 * 60
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == settings.CSRF_COOKIE_SAMESITE == "Lax"
