"""Opfølgning: raised by hand, and settled with what came of it."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.actions import raise_due_follow_ups
from hjemmebane.domain.contacts.choices import ReminderRefusal
from hjemmebane.domain.contacts.models import FollowUp
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.courses import end_today
from tests.factories.reminders import follow


def contacts_page(cast):
    return reverse("staff:contacts:page", args=[cast.kim.citizen.pk])


def url(cast, follow_up=None):
    if follow_up is None:
        return reverse("staff:tasks:follow_up_new", args=[cast.kim.citizen.pk])
    return reverse("staff:tasks:follow_up", args=[cast.kim.citizen.pk, follow_up.pk])


def typed(**changes):
    values = {"id": new_id(), "why": "Svarer ikke", "due_on": today(), "staff_member": ""}
    return {**values, **changes}


def follow_ups(cast):
    with acting(cast.ida.actor):
        return list(FollowUp.objects.order_by("pk").values_list("why", "status", "settled_note"))


@pytest.fixture
def waiting(cast):
    with acting(cast.ida.actor):
        return follow(cast.kim, cast.ida, at=now(), why="Svarer ikke")


def test_follow_up_is_raised_once_and_waits_on_the_page(cast):
    client, sent = browser(cast.ida), typed()

    for _ in range(2):
        assert client.post(url(cast), sent).status_code == 302

    assert follow_ups(cast) == [("Svarer ikke", "OPEN", "")]
    assert "Svarer ikke Hele teamet · senest i dag" in words(client.get(contacts_page(cast)))


def test_follow_up_is_proposed_for_next_week(cast):
    form = browser(cast.ida).get(url(cast)).context["form"]

    assert form.initial["due_on"] == today() + dt.timedelta(days=7)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"why": ""}, "Hvad skal følges op, og hvorfor: Dette felt er påkrævet."),
        ({"why": "a" * 301}, "Denne værdi må højst have 300 tegn"),
        ({"due_on": ""}, "Senest: Dette felt er påkrævet."),
        ({"due_on": "2025-05-05"}, ReminderRefusal.DUE_PAST.label),
    ],
)
def test_follow_up_is_refused_in_danish_and_kept(cast, changes, said):
    response = browser(cast.ida).post(url(cast), typed(**changes))

    assert response.status_code == 422
    assert said in words(response)
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == changes
    assert follow_ups(cast) == []


def test_follow_up_is_settled_with_what_came_of_it(cast, waiting):
    client = browser(cast.ida)

    response = client.post(
        url(cast, waiting), {"version": 1, "status": "DONE", "note": "Var hos sin søster"}
    )

    assert response["Location"] == contacts_page(cast)
    assert follow_ups(cast) == [("Svarer ikke", "DONE", "Var hos sin søster")]
    assert "Gjort op Svarer ikke Gjort i dag" in words(client.get(contacts_page(cast)))


def test_follow_up_is_dropped_with_a_reason(cast, waiting):
    client = browser(cast.ida)

    response = client.post(url(cast, waiting), {"version": 1, "status": "DROPPED", "note": ""})

    assert response.status_code == 422
    read = words(response)
    assert f"Hvorfor lader I den ligge: {ReminderRefusal.WHY_MISSING.label}" in read
    assert "Hvorfor lader I den ligge (valgfrit)" not in read
    assert follow_ups(cast) == [("Svarer ikke", "OPEN", "")]


def test_follow_up_let_be_leads_back_where_one_came_from(cast, waiting):
    client, here = browser(cast.ida), f"{url(cast, waiting)}?fra=i-dag"
    assert here in client.get(reverse("staff:today:page")).content.decode()

    response = client.post(here, {"version": 1, "status": "DROPPED", "note": "Kim ringede selv"})

    assert response["Location"] == reverse("staff:today:page")
    assert follow_ups(cast) == [("Svarer ikke", "DROPPED", "Kim ringede selv")]


def test_follow_up_shows_what_was_tried_and_the_next_step(cast):
    with acting(cast.ida.actor):
        [raised] = raise_due_follow_ups(course_id=cast.kim.course.pk, by=cast.ida.actor, at=now())
    client, here = browser(cast.ida), url(cast, raised)
    form = client.get(f"{here}").content.decode()
    log_url = f"{reverse('staff:contacts:new', args=[cast.kim.citizen.pk])}?opfoelgning={raised.pk}"
    assert log_url in form
    tried = {
        "id": new_id(),
        "kind": "VISIT",
        "place": "HOME",
        "outcome": "NOT_MET",
        "started_at": now().strftime("%Y-%m-%dT%H:%M"),
        "staff": [cast.ida.staff_member.pk],
        "initiated_by": "TEAM",
    }

    response = client.post(log_url, tried)

    assert response["Location"] == here
    read = words(client.get(here))
    with acting(cast.ida.actor):
        raised.refresh_from_db()
    assert f"Næste skridt: {raised.suggestion}" in read
    assert "Forsøgt, siden I mødtes Log kontakt eller forsøg Besøg: traf ikke borgeren Ida" in read


def test_follow_up_settled_by_another_meanwhile_keeps_both(cast, waiting):
    sent = {"version": 1, "status": "DONE"}
    browser(cast.bo).post(url(cast, waiting), {**sent, "note": "Bos"})

    response = browser(cast.ida).post(url(cast, waiting), {**sent, "note": "Idas"})

    assert response.status_code == 422
    read = words(response)
    assert ReminderRefusal.ALREADY_SETTLED.label in read
    assert response.context["form"]["note"].value() == "Idas"
    assert follow_ups(cast) == [("Svarer ikke", "DONE", "Bos")]


def test_settled_follow_up_can_be_read_and_no_more(cast, waiting):
    client = browser(cast.ida)
    client.post(url(cast, waiting), {"version": 1, "status": "DONE", "note": "Fundet"})

    read = words(client.get(url(cast, waiting)))

    assert "Fundet" in read
    assert "Lad den ligge" not in read


def again(cast, follow_up):
    keys = [cast.kim.citizen.pk, follow_up.pk]
    return reverse("staff:tasks:follow_up_reopen", args=keys)


def test_follow_up_settled_by_mistake_is_opened_again_in_one_tap(cast, waiting):
    client = browser(cast.ida)
    client.post(url(cast, waiting), {"version": 1, "status": "DONE", "note": "Hov"})
    for page in (contacts_page(cast), url(cast, waiting)):
        assert again(cast, waiting) in client.get(page).content.decode()

    response = client.post(again(cast, waiting), {"version": 2}, follow=True)

    assert "Opfølgningen er åben igen." in words(response)
    assert follow_ups(cast) == [("Svarer ikke", "OPEN", "")]


def test_opened_again_meanwhile_is_told(cast, waiting):
    client = browser(cast.ida)

    still_open = client.post(again(cast, waiting), {"version": 1}, follow=True)
    client.post(url(cast, waiting), {"version": 1, "status": "DONE", "note": ""})
    stale = client.post(again(cast, waiting), {"version": 1}, follow=True)

    assert ReminderRefusal.NOT_SETTLED.label in words(still_open)
    assert "En anden har rettet det imens." in words(stale)
    assert follow_ups(cast) == [("Svarer ikke", "DONE", "")]


def test_settled_of_an_ended_course_has_no_way_back(cast, waiting):
    client = browser(cast.ida)
    client.post(url(cast, waiting), {"version": 1, "status": "DONE", "note": ""})
    with acting(cast.ida.actor):
        end_today(cast.kim, cast.ida)

    assert again(cast, waiting) not in client.get(contacts_page(cast)).content.decode()
    assert "aaben" not in client.get(url(cast, waiting)).content.decode()
    assert browser(cast.omar).post(again(cast, waiting), {"version": 2}).status_code == 404


def test_follow_up_of_another_citizen_does_not_exist_here(cast, waiting):
    elsewhere = reverse("staff:tasks:follow_up", args=[cast.noor.citizen.pk, waiting.pk])

    assert browser(cast.ida).get(elsewhere).status_code == 404
    assert browser(cast.omar).get(elsewhere).status_code == 404
    assert browser(cast.omar).get(url(cast, waiting)).status_code == 404
