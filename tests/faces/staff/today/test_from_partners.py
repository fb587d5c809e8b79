"""I dag and the citizen's page tell what partners did."""

import datetime as dt

from django.urls import reverse

from hjemmebane.domain.sharing.actions import (
    cancel_own_appointment,
    change_own_activity,
    write_activity,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, element, words
from tests.factories.partners import WHAT, agree, say, write
from tests.factories.sharing import let_in, open_to

URL = "/i-dag/"
# Six of them are savepoints of the test; colleagues wrote nothing that asks for its courses.
NO_NEWS_QUERIES = 31


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


def test_what_was_changed_and_called_off_is_told(cast):
    lise = opened(cast)
    long_ago = now() - dt.timedelta(days=30)
    given = {"id": new_id(), "course_id": cast.kim.course.pk, "goal": cast.kim.goal}
    appointment = agree(cast.kim, lise)
    with acting(lise.actor):
        activity = write_activity(**given, values=WHAT, by=lise.actor, at=long_ago)
        who = {"version": 1, "by": lise.actor, "at": now()}
        cancel_own_appointment(appointment=appointment, **who)
        change_own_activity(activity=activity, values={"status": "DONE"}, **who)

    told = browser(cast.ida).get(URL).context["page"].from_partners

    assert sorted(" ".join(one.what.split(" ")[:2]) for one in told) == [
        "Aflyst aftale",
        "Ændret i",
    ]
    (changed,) = (one for one in told if one.what == "Ændret i planen")
    assert changed.url.endswith(f"#aktivitet-{activity.pk}")


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
    with django_assert_num_queries(NO_NEWS_QUERIES):
        client.get(URL)
    for days in range(1, 4):
        agree(cast.kim, lise, starts_at=now() + dt.timedelta(days=days))
        say(lise, write(cast.kim, lise))
    with django_assert_num_queries(NO_NEWS_QUERIES):
        assert len(client.get(URL).context["page"].from_partners) == 10
