"""Dit billede: chosen, shown to colleagues, refused by the field, and taken away again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from hjemmebane.domain.teams.choices import PortraitRefusal
from hjemmebane.domain.teams.queries import portrait_of
from hjemmebane.faces.staff.teams import forms
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from hjemmebane.gateways.clamav.fake import EICAR, fake_clamd
from tests.factories.browsing import browser, words
from tests.factories.pictures import photograph, picture, png_saying, seen

CHOOSE, REMOVE = "staff:teams:portrait_choose", "staff:teams:portrait_remove"
PERSONA, TEAM = "staff:teams:persona", "staff:teams:page"
MEGABYTE = 1024 * 1024
WHOLE = picture(size=(900, 900), quality=95)


@pytest.fixture
def scanner(settings):
    """A virus scanner for the test."""
    with fake_clamd() as address:
        settings.CLAMAV = address
        yield address


def send(client, content, *, name="mig.jpg", key=None):
    file = SimpleUploadedFile(name, content, "image/jpeg")
    return client.post(reverse(CHOOSE), {"id": key or new_id(), "picture": file})


def address(employee):
    return reverse("staff:teams:portrait", args=[employee.staff_member.pk])


def has_portrait(employee):
    with acting(employee.actor):
        return portrait_of(employee.staff_member.pk) is not None


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_picture_is_chosen_and_stands_on_the_team_page(cast, scanner, kind):
    client, colleague = browser(cast.ida), browser(cast.bo)
    assert address(cast.ida) not in colleague.get(reverse(TEAM)).content.decode()

    response = send(client, picture(kind))

    assert response.status_code == 302
    assert response["Location"] == reverse(PERSONA)
    assert address(cast.ida) in client.get(reverse(PERSONA)).content.decode()
    assert address(cast.ida) in colleague.get(reverse(TEAM)).content.decode()
    shown = colleague.get(address(cast.ida))
    assert (shown["Content-Type"], shown["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert "no-store" in shown["Cache-Control"]
    assert seen(shown.content).size == (280, 280)


def test_words_and_picture_stand_together(cast):
    client = browser(cast.ida)
    client.post(reverse(PERSONA), {"id": new_id(), "about_me": "Har en hund"})
    send(client, picture())

    page = client.get(reverse(TEAM)).content.decode()

    assert page.count(address(cast.ida)) == 2
    assert page.count('alt=""') == 2  # the name stands beside it


def test_without_a_scanner_the_picture_is_drawn_anew_all_the_same(cast):
    assert send(browser(cast.ida), photograph()).status_code == 302
    assert b"Hemmelig" not in browser(cast.bo).get(address(cast.ida)).content


def test_form_sent_twice_is_one_picture(cast):
    client, key = browser(cast.ida), new_id()
    for _ in range(2):
        assert send(client, picture(), key=key).status_code == 302
    # The way back in the browser, and another picture: that one counts.
    assert send(client, photograph(), key=key).status_code == 302
    with acting(cast.ida.actor):
        assert portrait_of(cast.ida.staff_member.pk).version == 2


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7", PortraitRefusal.WRONG_KIND.label),
        (picture("GIF"), PortraitRefusal.WRONG_KIND.label),
        (b"", forms.NOTHING_IN_IT),
        (WHOLE[: len(WHOLE) // 2], PortraitRefusal.BROKEN.label),
        (png_saying(9_000, 9_000), PortraitRefusal.TOO_MANY_PIXELS.label),
        (WHOLE + bytes(5 * MEGABYTE), "Det må højst fylde 5 MB"),
        (WHOLE + EICAR, forms.INFECTED),
    ],
    ids=["pdf", "gif", "empty", "broken", "too many pixels", "too large", "infected"],
)
def test_what_cannot_be_shown_is_refused_by_the_field(cast, scanner, content, sentence):
    response = send(browser(cast.ida), content)

    assert response.status_code == 422
    assert sentence in words(response)
    assert response.context["form"].errors.keys() == {"picture"}
    assert not has_portrait(cast.ida)


def test_sending_nothing_says_what_to_do(cast):
    response = browser(cast.ida).post(reverse(CHOOSE), {"id": new_id()})

    assert response.status_code == 422
    assert forms.CHOOSE_ONE in words(response)


def test_nothing_is_taken_while_the_scanner_is_away(cast, settings):
    settings.CLAMAV = "tcp:127.0.0.1:1"

    response = send(browser(cast.ida), picture())

    assert response.status_code == 422
    assert forms.SCANNER_DOWN in words(response)
    assert not has_portrait(cast.ida)


def test_refused_picture_leaves_the_former(cast):
    client = browser(cast.ida)
    send(client, picture())

    response = send(client, b"hej")

    assert address(cast.ida) in response.content.decode()
    assert has_portrait(cast.ida)


def test_picture_is_taken_away_again(cast):
    client = browser(cast.ida)
    send(client, picture())

    for _ in range(2):  # pressed twice
        assert client.post(reverse(REMOVE)).status_code == 302

    assert not has_portrait(cast.ida)
    assert client.get(address(cast.ida)).status_code == 404
    assert "Uden billede" in words(client.get(reverse(PERSONA)))


def test_one_takes_away_ones_own_and_no_other(cast):
    send(browser(cast.ida), picture())

    assert browser(cast.bo).post(reverse(REMOVE)).status_code == 302

    assert has_portrait(cast.ida)


def test_picture_is_for_staff(cast):
    send(browser(cast.ida), picture())

    assert browser(cast.omar).get(address(cast.ida)).status_code == 200
    assert Client().get(address(cast.ida)).status_code == 302
    assert browser(cast.omar).get(address(cast.omar)).status_code == 404
