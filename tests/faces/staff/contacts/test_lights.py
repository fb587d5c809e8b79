"""Trafiklys: a word and who saw it, on the pages and the board; and how often one is taken up."""

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.courses.models import Course
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import HTMX, browser, element, words
from tests.factories.reminders import see


def address(cast, name="page"):
    return reverse(f"staff:contacts:{name}", args=[cast.kim.citizen.pk])


def typed(**changes):
    return {"id": new_id(), "colour": "YELLOW", "note": "Sover om dagen", **changes}


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_light_is_seen_and_stands_in_words(cast, headers):
    client = browser(cast.ida)

    response = client.post(address(cast, "light"), typed(), headers=headers)

    page = client.get(address(cast))
    if headers:
        assert element(response, "lys") == element(page, "lys")
    else:
        assert response["Location"] == f"{address(cast)}#lys"
    read = words(page)
    assert "Trafiklys: gul, i dag" in read
    assert "Gul Sover om dagen Ida, i dag" in read


def test_red_says_where_it_is_followed_up_and_the_page_agrees(cast):
    client = browser(cast.ida)

    response = client.post(address(cast, "light"), typed(colour="RED"), follow=True)

    read = words(response)
    assert "Lyset er gemt. Det ligger nu under Følg op." in read
    assert "Trafiklyset er rødt." in read
    assert "Intet venter" not in read


def test_former_lights_can_be_read(cast):
    client = browser(cast.ida)
    for colour in ("GREEN", "RED"):
        client.post(address(cast, "light"), typed(colour=colour, note=""))

    assert "Tidligere Grøn Ida, i dag" in words(client.get(address(cast)))
    timeline = reverse("staff:citizens:timeline", args=[cast.kim.citizen.pk])
    read = words(client.get(timeline))
    assert "Trafiklys: grøn" in read
    assert "Trafiklys: rød" in read


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"colour": ""}, "Hvordan er det lige nu: Dette felt er påkrævet."),
        ({"colour": "BLUE"}, "Valget findes ikke længere. Vælg igen."),
        ({"note": "a" * 2_001}, "Denne værdi må højst have 2000 tegn"),
    ],
)
@pytest.mark.parametrize("headers", [HTMX, {}])
def test_light_is_refused_in_danish_and_kept(cast, changes, said, headers):
    sent = typed(**changes)

    response = browser(cast.ida).post(address(cast, "light"), sent, headers=headers)

    assert response.status_code == 422
    assert said in words(response)
    assert sent["note"] in response.content.decode()


def test_board_tells_the_light_in_a_word(cast):
    before = words(browser(cast.ida).get("/tavlen/"))
    with acting(cast.ida.actor):
        see(cast.kim, cast.ida, Light.RED, at=now())

    assert "Ikke set på" in before
    assert "Rød i dag" in words(browser(cast.ida).get("/tavlen/"))


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_cadence_is_set_in_place(cast, headers):
    client, sent = browser(cast.ida), {"version": 1, "cadence": "MONTHLY"}

    response = client.post(address(cast, "cadence"), sent, headers=headers)

    assert response.status_code == (200 if headers else 302)
    assert "Tages op på teammødet: Hver måned" in words(client.get(address(cast)))
    with acting(cast.ida.actor):
        assert Course.objects.get(pk=cast.kim.course.pk).cadence == "MONTHLY"


def test_unknown_cadence_is_refused(cast):
    response = browser(cast.ida).post(address(cast, "cadence"), {"version": 1, "cadence": "NU"})

    assert response.status_code == 422
    assert "Valget findes ikke længere. Vælg igen." in words(response)


@pytest.mark.parametrize("name", ["light", "cadence"])
def test_another_teams_citizen_has_no_light_here(cast, name):
    sent = typed(version=1, cadence="RARELY")

    assert browser(cast.omar).post(address(cast, name), sent).status_code == 404
