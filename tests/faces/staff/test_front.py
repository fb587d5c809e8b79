"""The front door, and those it is the answer to."""

import pytest
from django.urls import reverse

from hjemmebane.faces.staff.front import FOR_THE_TEAM
from hjemmebane.foundation.actors import OPERATIONS, acting
from tests.factories.browsing import browser, words
from tests.factories.cast import employ

PAGES = ("today:page", "board:page", "meetings:page", "assessments:page", "citizens:search")


@pytest.mark.parametrize("page", PAGES)
def test_manager_is_told_that_the_page_is_the_teams_own(cast, page):
    response = browser(cast.mette).get(reverse(f"staff:{page}"), follow=True)

    assert response.redirect_chain == [("/", 302), ("/teamet/", 302)]
    assert FOR_THE_TEAM in words(response)


def test_manager_who_searches_is_told_too(cast):
    response = browser(cast.mette).post(
        reverse("staff:citizens:search"), {"words": "Kim"}, follow=True
    )

    assert FOR_THE_TEAM in words(response)
    assert "Kim Krog" not in words(response)


def test_who_is_in_no_team_is_told_how_to_get_into_one(cast):
    with acting(OPERATIONS):
        newcomer = employ("Nanna", "Peer")
    response = browser(newcomer).get(reverse("staff:citizens:search"), follow=True)

    assert "Du er ikke med i et team endnu" in words(response)
    assert FOR_THE_TEAM not in words(response)
