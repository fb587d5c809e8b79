"""Henvisninger: what waits for the team, in words, and never another team's."""

import pytest

from hjemmebane.domain.courses.actions import lay_aside, log_early_attempt, open_assessment
from hjemmebane.domain.courses.models import EarlyContact, Referral
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import NOW, let_join
from tests.factories.courses import ATTEMPT, assessed, matched, spotted
from tests.factories.intake import referred, taken_up

URL = "/henvisninger/"
# Four of them are savepoints of the test.
LISTING_QUERIES = 9


def names(response):
    page = response.context["page"]
    return [row.name for row in page.referrals], [row.called for row in page.early]


@pytest.fixture
def in_both(cast):
    """Ida works in both teams, and somebody was spotted and referred to the second."""
    with acting(OPERATIONS):
        let_join(cast.team_two, cast.ida, CoreFunction.HEALTH)
    referred(cast.team_two)
    with acting(cast.ida.actor):
        return spotted(cast.team_two, cast.ida)


def test_who_works_in_two_teams_comes_back_to_the_list_they_came_from(cast, address, in_both):
    client, key = browser(cast.ida), new_id()
    listing = f"{URL}?team={cast.team_two.pk}"
    client.post(address("assessment_begin", in_both.pk), {"id": key})

    kept = client.post(
        address("assessment", in_both.pk, key), {"version": 1, "AGE": "YES"}, follow=True
    )

    assert f'href="{listing}"' in kept.content.decode()
    assert names(client.get(listing)) == (["Viggo Skov"], [in_both.called])
    with acting(cast.ida.actor):
        received = Referral.objects.get(team=cast.team_two)
    assert f'href="{listing}"' in client.get(address("referral", received.pk)).content.decode()


def test_whom_one_lays_aside_one_leaves_on_their_own_list(cast, address, in_both):
    sent = {"version": in_both.version, "because": "Er flyttet"}

    response = browser(cast.ida).post(address("lay_aside", in_both.pk), sent)

    assert response["Location"] == f"{URL}?team={cast.team_two.pk}"


def test_listing_shows_what_waits_in_words(cast):
    referred(cast.team_one)
    with acting(cast.ida.actor):
        early = spotted(cast.team_one, cast.ida)
        log_early_attempt(
            id=new_id(),
            early_contact=early,
            values=ATTEMPT,
            staff_member=cast.ida.staff_member,
            by=cast.ida.actor,
            at=NOW,
        )
        open_assessment(id=new_id(), early_contact=early, by=cast.ida.actor, at=NOW)

    read = words(browser(cast.ida).get(URL))

    assert "Viggo Skov Modtaget Mia Holm, Varmestuen" in read
    assert "Manden ved stationen Stationen Set første gang" in read
    assert "Mødt for " in read
    assert "ikke færdig" in read


def test_listing_of_nothing_says_so(cast):
    read = words(browser(cast.ida).get(URL))

    assert "Ingen henvisninger venter" in read
    assert "Ingen spottede borgere" in read


def test_listing_tells_how_far_the_team_is(cast):
    with acting(cast.ida.actor):
        assessed(spotted(cast.team_one, cast.ida), cast.ida)
        matched(cast.team_one, cast.ida, called="Kvinden i parken")

    states = {row.state for row in browser(cast.ida).get(URL).context["page"].early}

    assert states == {"Vurderet – beslutningen mangler", "Indsatsen passer"}


def test_what_is_settled_stands_among_the_closed(cast):
    with acting(cast.ida.actor):
        early = spotted(cast.team_one, cast.ida)
        lay_aside(early_contact=early, because="Flyttet", version=1, by=cast.ida.actor, at=NOW)
        spotted(cast.team_one, cast.ida, called="Kvinden i parken")
    client = browser(cast.ida)

    assert names(client.get(URL)) == ([], ["Kvinden i parken"])
    assert names(client.get(URL, {"vis": "lukkede"})) == ([], ["Manden ved stationen"])


def test_referrals_nobody_took_up_stand_first(cast):
    old, new = referred(cast.team_one), referred(cast.team_one)
    with acting(cast.ida.actor):
        taken_up(new, cast.ida)

    rows = browser(cast.ida).get(URL).context["page"].referrals

    assert [row.url for row in rows] == [f"{URL}{old}/", f"{URL}{new}/"]


@pytest.mark.parametrize("count", [1, 3])
def test_listing_asks_as_many_queries_whatever_the_number(cast, django_assert_num_queries, count):
    for _ in range(count):
        referred(cast.team_one)
        with acting(cast.ida.actor):
            assessed(spotted(cast.team_one, cast.ida), cast.ida)
    client = browser(cast.ida)

    with django_assert_num_queries(LISTING_QUERIES):
        response = client.get(URL)

    assert [len(rows) for rows in names(response)] == [count, count]


def test_listing_of_another_team_does_not_exist(cast):
    referred(cast.team_one)
    with acting(cast.ida.actor):
        spotted(cast.team_one, cast.ida)
    omar = browser(cast.omar)

    assert names(omar.get(URL)) == ([], [])
    assert omar.get(URL, {"team": str(cast.team_one.pk)}).status_code == 404


def test_manager_has_no_listing(cast):
    mette = browser(cast.mette)

    assert mette.get(URL).status_code == 404
    assert mette.get(f"{URL}spottet/ny/").status_code == 404
    assert "Henvisninger" not in words(mette.get("/teamet/"))


def test_double_submit_spots_one_person(cast, address):
    client, url = browser(cast.ida), address("early_new")
    typed = {
        "id": new_id(),
        "called": "Manden ved stationen",
        "spotted_on": "2025-06-01",
        "team": cast.team_one.pk,
    }

    answers = [client.post(url, typed) for _ in range(2)]

    assert {answer["Location"] for answer in answers} == {address("early", typed["id"])}
    with acting(cast.ida.actor):
        assert EarlyContact.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"called": ""}, "Hvem er det?: Dette felt er påkrævet."),
        ({"called": "x" * 121}, "Denne værdi må højst have 120 tegn"),
        ({"spotted_on": "2099-01-01"}, "Dagen kan ikke ligge ude i fremtiden."),
        ({"spotted_on": "i går"}, "Skriv en dato, der findes"),
        ({"note": "x" * 10_001}, "Denne værdi må højst have 10000 tegn"),
        ({"team": str(new_id())}, "Valget findes ikke længere. Vælg igen."),
    ],
)
def test_spotting_is_refused_in_danish_and_kept(cast, address, changes, said):
    typed = {
        "id": new_id(),
        "called": "Manden ved stationen",
        "spotted_on": "2025-06-01",
        "where": "Under broen",
        "team": str(cast.team_one.pk),
        **changes,
    }
    response = browser(cast.ida).post(address("early_new"), typed)

    assert response.status_code == 422
    assert said in words(response)
    assert "Under broen" in response.content.decode()
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == changes
