"""Læring: who knows the method, when there was supervision, and writing it down."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from hjemmebane.domain.teams.actions import record_training
from hjemmebane.domain.teams.choices import CoreFunction, TrainingKind, TrainingRefusal
from hjemmebane.domain.teams.queries import participants_of, trainings_of
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import employ, let_join

URL = "/teamet/laering/"
NEW = f"{URL}ny/"
QUERIES = 11
DAY = dt.timedelta(days=1)


def learn(cast, *staff, by=None, **changes):
    values = {
        "kind": TrainingKind.METHOD_COURSE,
        "held_on": today() - 9 * DAY,
        "hours": Decimal(7),
        "led_by": "Bo",
        "about": "De tre værdier",
        **changes,
    }
    writer = by or cast.ida
    with acting(writer.actor):
        return record_training(
            id=new_id(),
            team=cast.team_one,
            values=values,
            staff=[one.staff_member for one in staff],
            by=writer.actor,
            at=now(),
        )


def typed(*staff, **changes):
    return {
        "id": new_id(),
        "kind": "SUPERVISION",
        "held_on": today().isoformat(),
        "hours": "2,5",
        "led_by": "Psykolog Vibe",
        "about": "At holde ud",
        "staff": [one.staff_member.pk for one in staff],
        **changes,
    }


def test_page_tells_who_is_trained_and_who_is_not_yet(cast):
    learn(cast, cast.ida)

    page = browser(cast.ida).get(URL).context["page"]

    assert (page.trained, page.not_yet) == ("1 af 2", ["Bo"])
    assert (page.supervision, page.supervision_note) == ("Aldrig", "")
    assert page.hours == [("Oplæring i metoden", "7 timer")]
    assert page.learned[0].facts == [("Stod for det", "Bo"), ("Var med", "Ida")]


def test_those_who_took_part_are_in_the_order_of_the_danish_alphabet(cast):
    with acting(OPERATIONS):
        aage = employ("Aage", "Peer")
        let_join(cast.team_one, aage, CoreFunction.HEALTH)
    learn(cast, aage, cast.ida)

    page = browser(cast.ida).get(URL).context["page"]

    assert page.learned[0].facts[-1] == ("Var med", "Ida, Aage")


def test_page_tells_the_last_supervision(cast):
    for days in (40, 9):
        learn(cast, cast.ida, kind=TrainingKind.SUPERVISION, held_on=today() - days * DAY)

    assert browser(cast.ida).get(URL).context["page"].supervision == "For 9 dage siden"


def test_everybody_trained_is_said_so(cast):
    learn(cast, cast.ida, cast.bo)

    assert "Alle i teamet er oplært i metoden." in words(browser(cast.ida).get(URL))


def test_manager_reads_and_writes_nothing(cast):
    training = learn(cast, cast.ida)
    client = browser(cast.mette)

    page = client.get(URL).context["page"]

    assert [one.url for one in page.learned] == [""]
    assert client.get(reverse("staff:teams:training_edit", args=[training.pk])).status_code == 404


def test_form_saves_who_took_part(cast):
    response = browser(cast.ida).post(NEW, typed(cast.ida, cast.bo), follow=True)

    assert "Det er skrevet." in words(response)
    with acting(cast.ida.actor):
        [kept] = trainings_of(cast.team_one.pk)
        assert (kept.hours, len(participants_of(kept.pk))) == (Decimal("2.5"), 2)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"held_on": (dt.date(2190, 1, 1)).isoformat()}, TrainingRefusal.FUTURE.label),
        ({"hours": "0"}, TrainingRefusal.NO_HOURS.label),
        ({"hours": "24,5"}, TrainingRefusal.TOO_MANY_HOURS.label),
        ({"hours": "mange"}, "Skriv et tal med højst én decimal"),
        ({"staff": []}, TrainingRefusal.NOBODY.label),
        ({"held_on": "2020-01-01"}, TrainingRefusal.NOT_IN_TEAM.label),
    ],
)
def test_refusal_keeps_what_was_typed(cast, changes, told):
    response = browser(cast.ida).post(NEW, typed(cast.ida, **changes))

    assert response.status_code == 422
    assert told in words(response)
    assert response.context["form"]["about"].value() == "At holde ud"


def test_somebody_of_another_team_is_not_on_offer(cast):
    assert browser(cast.ida).post(NEW, typed(cast.omar)).status_code == 422


def test_correcting_and_removing(cast):
    training, client = learn(cast, cast.ida), browser(cast.bo)
    url = reverse("staff:teams:training_edit", args=[training.pk])
    assert client.get(url).context["form"]["staff"].value() == [str(cast.ida.staff_member.pk)]

    told = client.post(url, typed(cast.bo, version=1), follow=True)
    assert "Det er rettet." in words(told)
    assert told.context["page"].learned[0].facts[1] == ("Var med", "Bo")
    assert client.post(url, typed(cast.bo, version=1)).status_code == 409

    gone = client.post(f"{url}slet/", {"version": 2}, follow=True)
    assert "Det er slettet." in words(gone)
    assert gone.context["page"].learned == []


def test_removing_what_was_mended_meanwhile_is_told(cast):
    training, client = learn(cast, cast.ida), browser(cast.bo)
    url = reverse("staff:teams:training_edit", args=[training.pk])
    client.post(url, typed(cast.bo, version=1))

    told = client.post(f"{url}slet/", {"version": 1}, follow=True)

    assert "En anden har rettet det imens." in words(told)
    assert len(told.context["page"].learned) == 1


@pytest.mark.parametrize("more", [0, 2])
def test_page_asks_as_many_queries_whatever_the_number(cast, django_assert_num_queries, more):
    learn(cast, cast.ida)
    with acting(OPERATIONS):
        new = [employ(f"Ny{number}", "Peer") for number in range(more)]
        for one in new:
            let_join(cast.team_one, one, CoreFunction.HEALTH)
    for one in new:
        learn(cast, *new, by=one)
    client = browser(cast.ida)

    with django_assert_num_queries(QUERIES):
        page = client.get(URL).context["page"]

    assert (len(page.learned), page.trained) == (1 + more, f"{1 + more} af {2 + more}")
