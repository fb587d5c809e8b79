"""Find: by name or CPR number, within one's own teams, and never in an address."""

import pytest

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.foundation.actors import acting
from tests.factories.browsing import HTMX, browser, element, words
from tests.factories.cast import KIMS_CPR, start_case

URL = "/find/"
SEARCH_QUERIES = 13


def found(response):
    return [str(citizen) for citizen, _about in response.context["results"]]


@pytest.mark.parametrize(
    "looked_for", ["kim", "KROG", "krog kim", KIMS_CPR, "0707614285", "070761 4285"]
)
def test_search_finds_by_name_and_number(cast, looked_for):
    response = browser(cast.ida).post(URL, {"words": looked_for})

    assert found(response) == ["Kim Krog"]
    assert response["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("looked_for", ["Kim", "Krog", KIMS_CPR, "i"])
def test_search_finds_nobody_of_another_team(cast, looked_for):
    response = browser(cast.omar).post(URL, {"words": looked_for})

    assert found(response) == []
    assert "Ingen i dine teams passer til det" in words(response)


@pytest.mark.parametrize("citizens", [1, 3])
def test_search_asks_as_many_queries_whatever_the_number(cast, django_assert_num_queries, citizens):
    with acting(cast.ida.actor):
        for number in range(citizens - 1):
            start_case(cast.team_one, cast.ida, CitizenDetails(given_name=f"Kim {number}"))
    client = browser(cast.ida)

    with django_assert_num_queries(SEARCH_QUERIES):
        assert len(found(client.post(URL, {"words": "kim"}))) == citizens


def test_search_is_noted_for_those_it_shows(cast):
    browser(cast.ida).post(URL, {"words": "kim"})

    with acting(cast.ida.actor):
        assert list(Access.objects.values_list("citizen_id", "what")) == [
            (cast.kim.citizen.pk, "Fundet i søgning")
        ]


def test_search_takes_nothing_from_the_address(cast):
    response = browser(cast.ida).get(f"{URL}?words={KIMS_CPR}")

    assert "results" not in response.context
    assert KIMS_CPR not in response.content.decode()


def test_search_for_nothing_says_what_to_write(cast):
    response = browser(cast.ida).post(URL, {"words": " "})

    assert response.status_code == 422
    assert "Skriv et navn eller et CPR-nummer." in words(response)


def test_search_through_htmx_answers_with_the_region_of_the_whole_page(cast):
    client = browser(cast.ida)

    part = client.post(URL, {"words": "kim"}, headers=HTMX)

    assert element(part, "fundet") == element(client.post(URL, {"words": "kim"}), "fundet")
