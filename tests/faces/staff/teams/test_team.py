"""Teamet: who, what and how many hours; for members and managers, and never a citizen."""

from decimal import Decimal

import pytest

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from tests.factories.browsing import browser, words
from tests.factories.cast import employ, let_join

URL = "/teamet/"
TEAM_QUERIES = 10


def test_team_tells_members_hours_and_what_is_not_covered(cast):
    (shown,) = browser(cast.ida).get(URL).context["teams"]

    assert [member.name for member in shown.members] == ["Bo", "Ida"]
    assert (shown.executing, shown.coordination, shown.positions) == (
        Decimal(74),
        Decimal(0),
        Decimal(2),
    )
    assert shown.uncovered == [CoreFunction.HEALTH.label, CoreFunction.AUTHORITY.label]


@pytest.mark.parametrize("reader", ["ida", "mette"])
def test_team_shows_no_citizen(cast, reader):
    response = browser(getattr(cast, reader)).get(URL)

    assert response.status_code == 200
    assert "Krog" not in words(response)
    with acting(cast.ida.actor):
        assert not Access.objects.exists()


def test_team_of_a_manager_is_the_one_they_answer_for(cast):
    response = browser(cast.mette).get(URL)

    assert [shown.team.name for shown in response.context["teams"]] == ["Team et"]
    assert [link.label for link in response.context["navigation"]()] == [
        "Teamet",
        "Samarbejde",
        "Styregruppe",
        "Metoden",
        "Økonomi",
    ]


@pytest.mark.parametrize("more", [0, 2])
def test_team_asks_as_many_queries_whatever_the_number(cast, django_assert_num_queries, more):
    with acting(OPERATIONS):
        for number in range(more):
            let_join(cast.team_one, employ(f"Ny{number}", "Peer"), CoreFunction.HEALTH)
    client = browser(cast.ida)

    with django_assert_num_queries(TEAM_QUERIES):
        (shown,) = client.get(URL).context["teams"]

    assert len(shown.members) == 2 + more


@pytest.mark.parametrize("reader", ["ida", "mette"])
def test_team_on_paper_is_of_the_team_that_was_chosen(cast, reader):
    client = browser(getattr(cast, reader))
    [shown] = client.get(URL).context["teams"]

    paper = client.get(f"/teamet/papir.pdf?team={shown.team.pk}")

    assert paper["Content-Disposition"] == 'inline; filename="team-et.pdf"'
    assert client.get(f"/teamet/papir.pdf?team={cast.team_two.pk}").status_code == 404


def test_somebody_without_a_team_is_met_kindly(cast):
    with acting(OPERATIONS):
        newcomer = employ("Nanna", "Peer")

    response = browser(newcomer).get(URL, follow=True)

    assert response.redirect_chain == [("/", 302)]
    assert "Velkommen, Nanna Du er ikke med i et team endnu" in words(response)
