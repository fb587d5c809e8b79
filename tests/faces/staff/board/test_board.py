"""Tavlen: exactly the team's citizens, everything in words, in as many queries for all."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from hjemmebane.domain.audit.models import Access, Change
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import ContactDetails, log_contact, make_appointment
from hjemmebane.domain.contacts.choices import Outcome
from hjemmebane.domain.courses.actions import (
    agree_on_intensity,
    choose_primary_contact,
    open_end_form,
    open_start_form,
    put_on_hold,
)
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.practice.actions import place_course
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import day_of, now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import Case, Cast, let_join, start_case
from tests.factories.courses import HOLD, LOW, end_today

URL = "/tavlen/"
# Six of them are savepoints of the test.
BOARD_QUERIES = 23


def fill(case: Case, cast: Cast, *, days_ago: int, attempts: int = 0) -> None:
    """A case with one of everything the board shows."""
    ida = cast.ida
    on = {"course": case.course, "by": ida.actor, "at": now()}
    outcomes = [(days_ago, Outcome.MET), *((0, Outcome.NOT_MET) for _ in range(attempts))]
    for days, outcome in outcomes:
        started_at = now() - dt.timedelta(days=days, minutes=1)
        details = ContactDetails(started_at=started_at, outcome=outcome)
        log_contact(id=new_id(), details=details, staff=[ida.staff_member], sub_goals={}, **on)
    choose_primary_contact(id=new_id(), staff_member=ida.staff_member, chosen_by_citizen=True, **on)
    place_course(id=new_id(), part="BRIDGING", reason="Er klar", from_on=today(), **on)
    make_appointment(
        id=new_id(),
        what="Gåtur",
        starts_at=now() + dt.timedelta(days=1),
        ends_at=None,
        place=Place.OUTDOORS,
        staff_member=ida.staff_member,
        **on,
    )


def names(response) -> list[str]:
    return [row.name for row in response.context["page"].rows]


def test_board_shows_the_citizens_of_ones_own_team_and_no_other(cast):
    assert names(browser(cast.ida).get(URL)) == ["Kim Krog"]
    assert names(browser(cast.omar).get(URL)) == ["Noor"]


def test_board_says_everything_in_words(cast):
    with acting(cast.ida.actor):
        fill(cast.kim, cast, days_ago=12, attempts=2)

    read = words(browser(cast.ida).get(URL))

    assert "for 12 dage siden 2 forsøg derefter" in read
    assert "i morgen kl." in read
    assert "Brobygning" in read
    assert "Mangler alt" in read


def test_board_of_an_empty_case_says_what_is_not_there_yet(cast):
    read = words(browser(cast.ida).get(URL))

    assert "Ikke set på Ingen Ikke endnu Ingen Ikke valgt Ikke valgt Mangler alt" in read


def pause(cast, do, **changes):
    """Put Kim's course on hold or turn it down, forty days ago."""
    at = now() - dt.timedelta(days=40)
    values = {**(HOLD if do is put_on_hold else LOW), "from_on": day_of(at), **changes}
    with acting(cast.ida.actor):
        do(id=new_id(), course=cast.kim.course, values=values, by=cast.ida.actor, at=at)


def test_board_says_when_a_hold_is_looked_at(cast):
    pause(cast, put_on_hold, review_on=today() + dt.timedelta(days=7))

    read = words(browser(cast.ida).get(URL))

    assert "I bero Ses på igen" in read
    assert "dagen er gået" not in read


def test_board_says_that_a_hold_should_have_been_looked_at(cast):
    pause(cast, put_on_hold, review_on=today() - dt.timedelta(days=1))

    read = words(browser(cast.ida).get(URL))

    assert "I bero Skulle være set på igen" in read
    assert "– dagen er gået" in read


def test_board_does_not_call_low_intensity_a_hold(cast):
    pause(cast, agree_on_intensity)

    read = words(browser(cast.ida).get(URL))

    assert "Lav intensitet" in read
    assert "I bero" not in read


def test_board_shows_forms_until_they_are_done(cast):
    client = browser(cast.ida)
    assert "Ikke færdig" not in words(client.get(URL))
    with acting(cast.ida.actor):
        open_start_form(id=new_id(), course=cast.kim.course, by=cast.ida.actor, at=now())

    page = client.get(URL)

    assert "Ikke færdig: Startskema: Kim Krog, begyndt i dag" in words(page)
    assert [form.url for form in page.context["page"].drafts] == [
        reverse("staff:courses:start_form", args=[cast.kim.citizen.pk])
    ]
    assert browser(cast.omar).get(URL).context["page"].drafts == []


def test_one_who_is_named_for_an_end_form_alone_was_read(cast):
    with acting(cast.ida.actor):
        open_end_form(id=new_id(), course=cast.kim.course, by=cast.ida.actor, at=now())
        end_today(cast.kim, cast.ida)

    page = browser(cast.ida).get(URL)

    assert "Ikke færdig: Slutskema: Kim Krog" in words(page)
    assert page.context["page"].rows == []
    with acting(cast.ida.actor):
        read = list(Access.objects.values_list("citizen_id", "what"))
    assert read == [(cast.kim.citizen.pk, "Tavlen")]


@pytest.mark.parametrize("citizens", [1, 3])
def test_board_asks_as_many_queries_whatever_the_number(cast, django_assert_num_queries, citizens):
    with acting(cast.ida.actor):
        fill(cast.kim, cast, days_ago=1)
        for number in range(citizens - 1):
            details = CitizenDetails(given_name=f"Borger {number}")
            fill(start_case(cast.team_one, cast.ida, details), cast, days_ago=2)
    client = browser(cast.ida)

    with django_assert_num_queries(BOARD_QUERIES):
        response = client.get(URL)

    assert len(names(response)) == citizens


def test_board_is_noted_as_a_reading_of_each_citizen_on_it(cast):
    browser(cast.ida).get(URL)

    with acting(cast.ida.actor):
        read = list(Access.objects.values_list("citizen_id", "what", "actor"))
    assert read == [(cast.kim.citizen.pk, "Tavlen", cast.ida.actor.key)]


def test_board_switches_between_ones_teams(cast):
    with acting(OPERATIONS):
        let_join(cast.team_two, cast.ida, CoreFunction.HEALTH)
    client = browser(cast.ida)

    page = client.get(URL)

    assert names(page) == ["Kim Krog"]
    assert [link.label for link in page.context["page"].switch] == ["Team et", "Team to"]
    assert names(client.get(page.context["page"].switch[1].url)) == ["Noor"]


@pytest.mark.parametrize("team", ["hovsa", "01890000-0000-7000-8000-000000000000", "team_two"])
def test_board_of_another_team_does_not_exist(cast, team):
    wanted = cast.team_two.pk if team == "team_two" else team

    assert browser(cast.ida).get(f"{URL}?team={wanted}").status_code == 404


def test_board_is_not_for_managers(cast):
    response = browser(cast.mette).get(URL, follow=True)

    assert response.redirect_chain == [("/", 302), ("/teamet/", 302)]


def test_board_is_behind_the_login(db):
    response = Client().get(URL)

    assert (response.status_code, response["Location"]) == (302, "/login/?next=/tavlen/")


def test_board_writes_nothing(cast):
    """A name is sought by POST, to keep it out of the address; nothing else is sent there."""
    browser(cast.ida).post(URL, {"words": "Kim"})

    assert browser(cast.ida).put(URL).status_code == 405
    with acting(cast.ida.actor):
        assert not Change.objects.filter(table_name="teams_boardlayout").exists()
