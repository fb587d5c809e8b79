"""Skabeloner: read by the team, written by its coordinator."""

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.models import VisitTemplate
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words

PAGE, NEW = "/teamet/skabeloner/", "/teamet/skabeloner/ny/"
TEMPLATES_QUERIES = 7


def typed(**changes):
    return {
        "id": new_id(),
        "name": "Gåtur",
        "kind": "VISIT",
        "place": "OUTDOORS",
        "minutes": "40",
        "note": "Hvad lavede vi:",
        "position": "1",
        "is_active": "on",
        **changes,
    }


def templates(cast):
    with acting(cast.bo.actor):
        return list(VisitTemplate.objects.order_by("name"))


def test_coordinator_writes_and_puts_away(cast):
    bo = browser(cast.bo)

    assert bo.post(NEW, typed()).status_code == 302
    [template] = templates(cast)
    url = reverse("staff:contacts:template_edit", args=[template.pk])
    changed = {**typed(name="Lang gåtur", version=1), "is_active": ""}
    assert bo.post(url, changed).status_code == 302

    assert "Lang gåtur" in words(browser(cast.ida).get(PAGE))
    assert "Vises ikke" in words(browser(cast.ida).get(PAGE))
    assert [one.is_active for one in templates(cast)] == [False]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": ""}, "Navn: Dette felt er påkrævet."),
        ({"minutes": "tyve"}, "Skriv et helt antal minutter"),
        ({"minutes": "-5"}, "større end eller lig 0"),
        ({"note": "a" * 2001}, "højst have 2000 tegn"),
        ({"note": "Kim 010190-1234"}, "Skriv ikke CPR-numre i den."),
        ({"position": "100"}, "mindre end eller lig 99"),
    ],
)
def test_refusals_are_in_danish_and_keep_what_was_typed(cast, changes, said):
    response = browser(cast.bo).post(NEW, typed(**changes))

    assert response.status_code == 422
    assert said in words(response)
    assert templates(cast) == []


def test_members_read_and_do_not_write(cast):
    browser(cast.bo).post(NEW, typed())
    [template] = templates(cast)
    url = reverse("staff:contacts:template_edit", args=[template.pk])

    assert "Ny skabelon" not in words(browser(cast.ida).get(PAGE))
    for client in (browser(cast.ida), browser(cast.omar)):
        assert client.get(NEW).status_code == 404
        assert client.post(url, typed(version=1)).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_as_many_queries_whatever_the_number(cast, django_assert_num_queries, number):
    bo = browser(cast.bo)
    for place in range(number):
        bo.post(NEW, typed(name=f"Skabelon {place}"))
    bo.get(PAGE)

    with django_assert_num_queries(TEMPLATES_QUERIES):
        page = bo.get(PAGE).context["page"]

    assert len(page.templates) == number
