"""Akut: two taps to call, one to take, and the contact closes it."""

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.choices import CallRefusal
from hjemmebane.domain.contacts.models import HelpCall
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.reminders import call

TODAY = reverse("staff:today:page")


def url(cast, name="call", *keys):
    return reverse(f"staff:calls:{name}", args=[cast.kim.citizen.pk, *keys])


def calls(cast):
    with acting(cast.ida.actor):
        rows = HelpCall.objects.order_by("pk")
        return list(rows.values_list("words", "asked__name", "taken_by__name", "closed_words"))


def sent(**changes):
    return {"id": new_id(), "caller": "CITIZEN", "urgency": "NOW", "words": "", **changes}


@pytest.fixture
def waiting(cast):
    with acting(cast.ida.actor):
        return call(cast.kim, cast.ida, at=now())


def test_two_taps_from_the_citizen_ask_a_colleague(cast):
    client = browser(cast.ida)
    assert (
        url(cast)
        in client.get(reverse("staff:contacts:page", args=[cast.kim.citizen.pk])).content.decode()
    )
    read = words(client.get(url(cast)))
    assert "Bo Ledig nu Har ikke mødt borgeren for nylig" in read

    values = sent(asked=cast.bo.staff_member.pk)
    for _ in range(2):
        assert client.post(url(cast), values)["Location"] == TODAY

    assert calls(cast) == [("", "Bo", None, "")]
    assert "Du er spurgt" in words(browser(cast.bo).get(TODAY))
    assert "Bo er spurgt" in words(client.get(TODAY))


def test_two_taps_from_i_dag_ask_the_whole_team(cast):
    client = browser(cast.ida)
    choose = reverse("staff:calls:choose")
    assert choose in client.get(TODAY).content.decode()
    page = client.get(choose).content.decode()
    assert f'action="{url(cast)}"' in page

    client.post(url(cast), sent())

    assert calls(cast) == [("", None, None, "")]
    assert "Hele teamet er spurgt" in words(client.get(TODAY))


def test_who_takes_it_has_it_and_logs_the_contact(cast, waiting):
    client = browser(cast.bo)

    client.post(url(cast, "take", waiting.pk), {"version": 1})

    page = client.get(TODAY)
    assert "Du har den" in words(page)
    log_url = f"{reverse('staff:contacts:new', args=[cast.kim.citizen.pk])}?akut=1"
    assert log_url in page.content.decode()
    assert client.get(log_url).context["form"].initial["is_acute"] is True
    assert "Bo har den" in words(browser(cast.ida).get(TODAY))
    told = browser(cast.ida).post(url(cast, "take", waiting.pk), {"version": 1}, follow=True)
    assert CallRefusal.ALREADY_TAKEN.label in words(told)


def test_short_visit_to_who_called_closes_it_as_the_form_begins(cast, waiting):
    """A quarter before would be before the call, and the answer to nothing."""
    client = browser(cast.ida)
    client.post(url(cast, "take", waiting.pk), {"version": 1})
    log_url = f"{reverse('staff:contacts:new', args=[cast.kim.citizen.pk])}?akut=1"

    form = client.get(log_url).context["form"]
    values = {
        "id": new_id(),
        "kind": "VISIT",
        "place": "HOME",
        "outcome": "MET",
        "started_at": form["started_at"].value().strftime("%Y-%m-%dT%H:%M"),
        "direct_minutes": "1",
        "staff": [cast.ida.staff_member.pk],
        "initiated_by": form["initiated_by"].value(),
        "is_acute": "on",
    }
    assert values["initiated_by"] == "CITIZEN"
    assert client.post(log_url, values).status_code == 302

    with acting(cast.ida.actor):
        assert HelpCall.objects.get().reached_at is not None


def test_acute_contact_closes_it_and_the_minutes_show(cast, waiting):
    client = browser(cast.ida)
    met = {
        "id": new_id(),
        "kind": "PHONE",
        "place": "REMOTE",
        "outcome": "MET",
        "started_at": now().astimezone(COPENHAGEN).strftime("%Y-%m-%dT%H:%M"),
        "direct_minutes": "10",
        "staff": [cast.ida.staff_member.pk],
        "initiated_by": "CITIZEN",
        "is_acute": "on",
    }

    client.post(reverse("staff:contacts:new", args=[cast.kim.citizen.pk]), met)

    assert "Ingen kalder på hjælp lige nu." in words(client.get(TODAY))
    read = words(client.get(reverse("staff:contacts:page", args=[cast.kim.citizen.pk])))
    assert "Tør ikke være alene" in read
    assert "Nået" in read


def test_closing_asks_for_words_and_keeps_none_less(cast, waiting):
    client, here = browser(cast.ida), url(cast, "close", waiting.pk)
    assert "(valgfrit)" not in words(client.get(here))

    refused = client.post(here, {"version": 1, "words": ""})
    client.post(here, {"version": 1, "words": "Naboen blev hos hende"})

    assert refused.status_code == 422
    assert CallRefusal.WORDS_MISSING.label in words(refused)
    assert calls(cast) == [("Tør ikke være alene", None, None, "Naboen blev hos hende")]


def test_buttons_of_two_calls_are_told_apart(cast, waiting):
    with acting(cast.ida.actor):
        call(cast.kim, cast.ida, at=now(), words="Igen")

    page = browser(cast.ida).get(TODAY).content.decode()

    assert page.count("Jeg går<span") == 2
    assert page.count(f" til {cast.kim.citizen}") == 2


def test_call_of_another_team_does_not_exist_here(cast, waiting):
    client = browser(cast.omar)

    for name in ("take", "close"):
        assert client.post(url(cast, name, waiting.pk), {"version": 1}).status_code == 404
    assert client.get(url(cast)).status_code == 404
    assert "Tør ikke være alene" not in words(client.get(TODAY))


def test_manager_reads_figures_and_no_call(cast, waiting):
    read = words(browser(cast.mette).get(reverse("staff:workload:page")))

    assert "1 akut kald de sidste 90 dage. For få borgere til at vise, hvor længe der gik." in read
    assert "Tør ikke" not in read
    assert browser(cast.mette).get(reverse("staff:calls:choose")).status_code == 404
