"""I dag and the citizen's page tell what partners did."""

import datetime as dt

from django.urls import reverse

from hjemmebane.foundation.clock import now
from tests.factories.browsing import browser, element, words
from tests.factories.partners import agree, say, write
from tests.factories.sharing import let_in, open_to

URL = "/i-dag/"


def opened(cast):
    lise = let_in(cast.lise, cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida)
    return lise


def test_messages_stand_first_and_lead_to_the_thread(cast):
    lise = opened(cast)
    activity = write(cast.kim, lise)
    agree(cast.kim, lise)
    say(lise, activity, "Kan I tage med? " * 20)

    told = browser(cast.ida).get(URL).context["page"].from_partners

    assert [one.what.split(" ")[0] for one in told] == ["Ny", "Ny", "Skrevet"]
    assert told[0].is_unread
    assert told[0].words.endswith("…")
    assert {one.who for one in told} == {"Lise, Jobcenter Aabenby"}
    assert told[0].url == reverse("staff:messages:thread", args=[cast.kim.citizen.pk, activity.pk])
    assert {one.name for one in told} == {"Kim Krog"}


def test_nothing_from_partners_is_no_panel(cast):
    assert "Fra samarbejdspartnere" not in words(browser(cast.ida).get(URL))


def test_partners_of_other_teams_are_not_told_of(cast):
    write(cast.kim, opened(cast))

    assert "Fra samarbejdspartnere" in words(browser(cast.ida).get(URL))
    assert "Fra samarbejdspartnere" not in words(browser(cast.omar).get(URL))


def test_citizens_page_shows_what_partners_have_agreed(cast):
    lise = opened(cast)
    agree(cast.kim, lise, place="Hos os")
    overview = reverse("staff:citizens:overview", args=[cast.kim.citizen.pk])

    panel = str(element(browser(cast.ida).get(overview), "aftaler"))

    assert "Med Lise, Jobcenter Aabenby" in panel
    assert "Samtale – Hos os" in panel


def test_today_asks_no_more_for_many_partners(cast, django_assert_num_queries):
    lise, client = opened(cast), browser(cast.ida)
    write(cast.kim, lise)
    with django_assert_num_queries(28):
        client.get(URL)
    for days in range(1, 4):
        agree(cast.kim, lise, starts_at=now() + dt.timedelta(days=days))
        say(lise, write(cast.kim, lise))
    with django_assert_num_queries(28):
        assert len(client.get(URL).context["page"].from_partners) == 10
