"""Seeing a light: a colour, its signs above the button, and put right by another."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.choices import Light, LightRefusal
from hjemmebane.domain.contacts.models import FollowUp, TrafficLightObservation
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.reminders import agreed, see

EMPTY = {"note": "", "observed_at": ""}
PAGE_QUERIES = 26


def page(cast):
    return reverse("staff:lights:page", args=[cast.kim.citizen.pk])


def colour(cast, word, query=""):
    return reverse("staff:lights:see", args=[cast.kim.citizen.pk, word]) + query


@pytest.fixture
def agreement(cast):
    with acting(cast.ida.actor):
        return agreed(cast.kim, cast.ida, at=now())


def seen(cast):
    with acting(cast.ida.actor):
        return list(TrafficLightObservation.objects.order_by("recorded_at"))


def test_two_taps_save_a_light_and_say_that_it_is_followed_up(cast):
    client = browser(cast.ida)
    assert f'href="{colour(cast, "roed")}"' in client.get(page(cast)).content.decode()

    answer = client.post(colour(cast, "roed"), {"id": new_id(), **EMPTY}, follow=True)

    assert "Lyset er gemt. Det ligger nu under Følg op." in words(answer)
    assert [one.colour for one in seen(cast)] == [Light.RED]


def test_green_lets_go_of_what_the_red_asked_for(cast):
    client = browser(cast.ida)
    client.post(colour(cast, "roed"), {"id": new_id(), **EMPTY})
    client.post(colour(cast, "groen"), {"id": new_id(), **EMPTY})

    with acting(cast.ida.actor):
        [red] = FollowUp.objects.filter(concerns="light")
    assert red.status == "DONE"


def test_signs_stand_above_the_button_and_are_kept(cast, agreement):
    client = browser(cast.ida)
    read = words(client.get(colour(cast, "gul")))
    assert read.index("Jeg sover om dagen") < read.index("Gem lyset")
    assert "Jeg svarer ikke" not in read
    line, done = agreement.signs[Light.YELLOW][0], agreement.actions[Light.YELLOW][0]

    sent = {"id": new_id(), **EMPTY, "signs": [line.pk], "actions": [done.pk]}
    answer = client.post(colour(cast, "gul"), sent, follow=True)

    assert "Tegn: Jeg sover om dagen" in words(answer)
    assert "Det gjorde vi: Vi kommer to gange om ugen" in words(answer)


def test_sign_that_is_not_in_the_agreement_is_refused(cast, agreement):
    sent = {"id": new_id(), **EMPTY, "note": "Mine ord", "signs": [str(new_id())]}

    answer = browser(cast.ida).post(colour(cast, "gul"), sent)

    assert answer.status_code == 422
    assert "Mine ord" in answer.content.decode()
    assert seen(cast) == []


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (dt.timedelta(hours=2), LightRefusal.FUTURE.label),
        (dt.timedelta(days=-4_000), LightRefusal.BEFORE_COURSE.label),
    ],
    ids=["to come", "before the course"],
)
def test_moment_outside_the_course_is_refused_in_danish(cast, ahead, said):
    when = (now() + ahead).astimezone(COPENHAGEN).strftime("%Y-%m-%dT%H:%M")

    answer = browser(cast.ida).post(
        colour(cast, "gul"), {"id": new_id(), "note": "Mine ord", "observed_at": when}
    )

    assert answer.status_code == 422
    assert said in words(answer)
    assert "Mine ord" in answer.content.decode()


def test_light_is_put_right_and_both_can_be_read(cast):
    with acting(cast.ida.actor):
        wrong = see(cast.kim, cast.ida, Light.GREEN, note="Forkert", at=now())
    client, query = browser(cast.ida), f"?retter={wrong.pk}"
    assert query in client.get(page(cast)).content.decode()

    answer = client.post(
        colour(cast, "gul", query), {"id": new_id(), **EMPTY, "note": "Rigtigt"}, follow=True
    )

    read = words(answer)
    assert "Trafiklys: gul, i dag" in read
    assert "Rettet af et nyt" in read
    assert "Forkert" in read
    again = client.post(colour(cast, "roed", query), {"id": new_id(), **EMPTY})
    assert LightRefusal.REPLACED.label in words(again)


@pytest.mark.parametrize("query", ["?retter=nej", "?retter=00000000-0000-0000-0000-000000000000"])
def test_what_is_not_there_is_not_put_right(cast, query):
    assert browser(cast.ida).get(colour(cast, "gul", query)).status_code == 404


def test_there_are_three_colours_and_only_ours(cast):
    assert browser(cast.ida).get(colour(cast, "blaa")).status_code == 404
    assert browser(cast.omar).get(colour(cast, "gul")).status_code == 404


@pytest.mark.parametrize("times", [1, 3])
def test_page_asks_as_many_queries_whatever_was_seen(
    cast, agreement, django_assert_num_queries, times
):
    with acting(cast.ida.actor):
        for _ in range(times):
            signs = [agreement.signs[Light.RED][0].pk]
            actions = [agreement.actions[Light.RED][0].pk]
            see(cast.kim, cast.ida, Light.RED, signs=signs, actions=actions, at=now())
    client = browser(cast.ida)
    with django_assert_num_queries(PAGE_QUERIES):
        answer = client.get(page(cast))
    assert len(answer.context["page"].seen) == times
    assert f"rød {times}" in words(answer)


@pytest.mark.parametrize("period", ["uger", "maaneder", "aar", "evigt"])
def test_each_period_is_a_picture_and_a_table(cast, period):
    with acting(cast.ida.actor):
        see(cast.kim, cast.ida, Light.YELLOW, at=now())
    answer = browser(cast.ida).get(page(cast), {"periode": period})
    assert "<svg" in answer.content.decode()
    assert "gul 1" in words(answer)
