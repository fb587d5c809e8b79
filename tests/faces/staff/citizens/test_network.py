"""Netværk og samtykke: people, what is allowed, and who has read what."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.citizens.choices import CitizenRefusal
from hjemmebane.domain.citizens.models import NetworkPerson, Representative
from hjemmebane.domain.contacts.actions import make_appointment
from hjemmebane.domain.plans.actions import add_item
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words

NETWORK_QUERIES = 20


def address(cast, name="network", *args):
    return reverse(f"staff:citizens:{name}", args=[cast.kim.citizen.pk, *args])


def somebody(**changes):
    return {
        "id": new_id(),
        "name": "Inge Krog",
        "relation": "Mor",
        "kind": "PRIVATE",
        "closeness": "CLOSE",
        "wish_for_contact": "Hver søndag",
        "phone": "",
        **changes,
    }


def add(client, cast, **changes):
    return client.post(address(cast, "around_new", "person"), somebody(**changes))


def test_somebody_in_the_network_is_added_once(cast):
    client, key = browser(cast.ida), new_id()

    for _ in range(2):
        assert add(client, cast, id=key).status_code == 302

    assert "Inge Krog Mor" in words(client.get(address(cast)))
    with acting(cast.ida.actor):
        assert NetworkPerson.objects.count() == 1


def test_a_representative_is_added(cast):
    client = browser(cast.ida)
    sent = {"id": new_id(), "name": "Poul", "kind": "GUARDIAN", "phone": "", "note": ""}

    client.post(address(cast, "around_new", "repraesentant"), sent)

    with acting(cast.ida.actor):
        assert Representative.objects.get().name == "Poul"
    assert "Poul Værge" in words(client.get(address(cast)))


def test_an_unknown_kind_of_person_does_not_exist(cast):
    assert browser(cast.ida).get(address(cast, "around_new", "ven")).status_code == 404


@pytest.mark.parametrize("missing", ["name", "relation"])
def test_somebody_without_a_needed_word_is_refused_and_kept(cast, missing):
    response = add(browser(cast.ida), cast, **{missing: ""})

    assert response.status_code == 422
    assert "Dette felt er påkrævet." in words(response)
    assert "Hver søndag" in response.content.decode()


def test_two_who_correct_the_same_person_lose_nothing(cast):
    ida, bo, key = browser(cast.ida), browser(cast.bo), new_id()
    add(ida, cast, id=key)
    url = address(cast, "around_edit", "person", key)
    bo.post(url, somebody(wish_for_contact="Aldrig mere", version=1))

    conflict = ida.post(url, somebody(wish_for_contact="Hver dag", version=1))

    assert conflict.status_code == 409
    assert "Aldrig mere" in words(conflict)
    assert "Hver dag" in words(conflict)
    assert ida.post(url, somebody(wish_for_contact="Hver dag", version=2)).status_code == 302


def test_somebody_is_taken_out_only_as_they_were_seen(cast):
    client, key = browser(cast.ida), new_id()
    add(client, cast, id=key)
    url = address(cast, "around_remove", "person", key)

    stale = client.post(url, {"version": 7})
    gone = client.post(url, {"version": 1})

    assert (stale.status_code, gone.status_code) == (409, 302)
    assert "En anden har rettet det imens." in words(stale)
    with acting(cast.ida.actor):
        assert not NetworkPerson.objects.exists()


def test_network_tells_who_read_what_and_how_often(cast):
    client = browser(cast.bo)
    for _ in range(2):
        client.get(reverse("staff:citizens:overview", args=[cast.kim.citizen.pk]))

    page = browser(cast.ida).get(address(cast))

    readings = page.context["page"].readings
    assert [(one.who, one.what, one.times) for one in readings] == [("Bo", "Overblik", 2)]
    assert "Bo: Overblik · i dag kl." in words(page)


def test_who_looked_at_their_day_is_told_apart_from_the_day(cast):
    with acting(cast.bo.actor):
        make_appointment(
            id=new_id(),
            course=cast.kim.course,
            what="Besøg",
            starts_at=now() + dt.timedelta(days=1),
            ends_at=None,
            place="HOME",
            staff_member=cast.bo.staff_member,
            by=cast.bo.actor,
            at=now(),
        )
    browser(cast.bo).get(reverse("staff:today:page"))

    assert "Bo: Siden I dag · i dag kl." in words(browser(cast.ida).get(address(cast)))


@pytest.mark.parametrize("people", [1, 3])
def test_network_asks_as_many_queries_whatever_the_number(cast, django_assert_num_queries, people):
    client = browser(cast.ida)
    for number in range(people):
        add(client, cast, id=new_id(), name=f"Ven {number}")

    with django_assert_num_queries(NETWORK_QUERIES):
        page = client.get(address(cast)).context["page"]

    assert len(page.people) == people


def test_network_of_another_team_does_not_exist(cast):
    assert browser(cast.omar).get(address(cast)).status_code == 404


def test_somebody_the_plan_needs_is_not_taken_out(cast):
    client, key = browser(cast.ida), new_id()
    add(client, cast, id=key)
    with acting(cast.ida.actor):
        add_item(
            id=new_id(),
            plan=cast.kim.plan,
            kind=ItemKind.ACTIVITY,
            values={
                "what": "Kaffe om søndagen",
                "responsible_kind": "NETWORK",
                "network_person": NetworkPerson.objects.get(pk=key),
            },
            by=cast.ida.actor,
            at=now(),
        )

    response = client.post(address(cast, "around_remove", "person", key), {"version": 1})

    assert response.status_code == 422
    assert CitizenRefusal.IN_USE.label in words(response)
