"""The board on a wall: initials, no names anywhere in it, and news only when there are any."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.courses.actions import put_on_hold
from hjemmebane.domain.meetings.models import BoardEntry
from hjemmebane.domain.teams.actions import choose_columns
from hjemmebane.domain.teams.choices import BoardColumn
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.faces.staff.board.test_board import fill
from tests.factories.boards import gather_crowd
from tests.factories.browsing import HTMX, browser, element, words
from tests.factories.cast import let_join, start_case
from tests.factories.courses import HOLD
from tests.factories.reminders import see

WALL = "/tavlen/skaerm/"
WALL_QUERIES = 18
NAMES = ("Kim", "Krog", "Åse", "Lund", "Aage", "Holm", "Ida", "Bo")


@pytest.fixture
def crowd(cast):
    return gather_crowd(cast)


def called(page):
    return [row.called for row in page.context["page"].rows]


def read(cast):
    with acting(cast.ida.actor):
        return Access.objects.filter(what="Tavlen på en skærm").count()


def test_no_name_and_no_key_is_in_the_page(cast, crowd):
    with acting(cast.ida.actor):
        fill(crowd.aage, cast, days_ago=1)

    source = browser(cast.ida).get(WALL).content.decode()

    for name in NAMES:
        assert not re.search(rf"\b{name}\b", source), name
    for case in (crowd.kim, crowd.aage, crowd.aase):
        assert str(case.citizen.pk) not in source
        assert str(case.course.pk) not in source
    assert "Sover på gaden" not in source
    assert set(re.findall(r'<a [^>]*href="([^"]*)"', source)) == {
        f"{reverse('staff:board:page')}?team={cast.team_one.pk}"
    }


def test_wall_says_in_words_what_calls_for_the_team(cast, crowd):
    page = browser(cast.ida).get(WALL)

    assert called(page) == ["AH", "KK", "ÅL"]
    assert "KK Rød i dag Krise for 2 dage siden Ingen Brobygning I" in words(page)
    assert "AH Ikke set på – Ikke endnu Ingen Ikke valgt Ingen" in words(page)


def test_wall_says_that_a_reason_should_have_been_looked_at(cast, crowd):
    with acting(cast.ida.actor):
        entry = BoardEntry.objects.get(course=crowd.kim.course)
        entry.save_changes(
            {
                "from_on": today() - dt.timedelta(days=9),
                "review_on": today() - dt.timedelta(days=1),
            },
            version=entry.version,
        )

    assert "Krise skal ses på igen" in words(browser(cast.ida).get(WALL))


def test_wall_says_who_is_on_hold(cast):
    values = {**HOLD, "from_on": today(), "review_on": today() + dt.timedelta(days=7)}
    with acting(cast.ida.actor):
        put_on_hold(id=new_id(), course=cast.kim.course, values=values, by=cast.ida.actor, at=now())

    assert "KK I bero" in words(browser(cast.ida).get(WALL))


def test_colleague_with_a_citizens_initials_is_told_apart(cast, crowd):
    """By words, which need no colour and are read aloud."""
    with acting(cast.ida.actor):
        fill(crowd.aage, cast, days_ago=1)

    page = browser(cast.ida).get(WALL)

    assert page.context["page"].headings[-1] == "Kollega"
    aage = next(row for row in page.context["page"].rows if row.called == "AH")
    assert dict(aage.cells)["Næste aftale"].small == "kollega I"


def test_who_share_initials_are_told_apart(cast, crowd):
    with acting(cast.ida.actor):
        start_case(cast.team_one, cast.ida, CitizenDetails(given_name="Karl", family_name="Kok"))

    assert called(browser(cast.ida).get(WALL)) == ["AH", "KK 1", "KK 2", "ÅL"]


def test_choice_of_columns_does_not_reach_the_wall(cast, crowd):
    with acting(cast.ida.actor):
        choose_columns(
            id=new_id(),
            team=cast.team_one,
            columns=[BoardColumn.WISH],
            by=cast.ida.actor,
            at=now(),
        )

    assert "gerne ud at gå" not in words(browser(cast.ida).get(WALL))


def test_wall_asks_for_news_and_is_told_when_there_are_none(cast, crowd):
    client = browser(cast.ida)
    page = client.get(WALL)
    address = page.context["page"].news_url
    assert f'hx-get="{address.replace("&", "&amp;")}"' in page.content.decode()

    answers = [client.get(address, headers=HTMX) for _ in range(3)]

    assert [(answer.status_code, answer.content) for answer in answers] == [(204, b"")] * 3
    assert read(cast) == 3, "the three citizens, once each"


def test_wall_is_sent_anew_and_noted_when_something_has_changed(cast, crowd):
    client = browser(cast.ida)
    address = client.get(WALL).context["page"].news_url
    with acting(cast.ida.actor):
        see(crowd.aage, cast.ida, Light.YELLOW, at=now())

    answer = client.get(address, headers=HTMX)

    assert "<html" not in answer.content.decode()
    assert "AH Gul i dag" in words(answer)
    assert element(answer, "skaerm") == element(client.get(WALL), "skaerm")
    assert read(cast) == 9, "opened, changed, and opened for the comparison"


def test_mark_that_was_guessed_shows_nothing_unnoted(cast, crowd):
    answer = browser(cast.ida).get(f"{WALL}?set=hovsa")

    assert answer.status_code == 200
    assert read(cast) == 3


def test_wall_of_the_chosen_team_is_shown_and_of_another_does_not_exist(cast):
    assert browser(cast.ida).get(f"{WALL}?team={cast.team_two.pk}").status_code == 404
    with acting(OPERATIONS):
        let_join(cast.team_two, cast.ida, "HEALTH")

    assert called(browser(cast.ida).get(f"{WALL}?team={cast.team_two.pk}")) == ["N"]


def test_wall_is_for_those_who_work_in_a_team(cast):
    assert browser(cast.mette).get(WALL).status_code == 404
    assert Client().get(WALL)["Location"] == f"/login/?next={WALL}"
    assert browser(cast.ida).post(WALL).status_code == 405


def test_wall_of_a_team_without_citizens_says_so(cast):
    with acting(OPERATIONS):
        let_join(cast.team_two, cast.bo, "HEALTH")
    with acting(cast.omar.actor):
        course = cast.noor.course
        course.save_changes({"status": "ENDED", "ended_on": today()}, version=course.version)

    assert "Ingen borgere endnu" in words(browser(cast.omar).get(WALL))


@pytest.mark.parametrize("citizens", [1, 3])
def test_wall_asks_as_many_queries_whatever_the_number(cast, django_assert_num_queries, citizens):
    with acting(cast.ida.actor):
        fill(cast.kim, cast, days_ago=1)
        for number in range(citizens - 1):
            details = CitizenDetails(given_name=f"Borger {number}")
            fill(start_case(cast.team_one, cast.ida, details), cast, days_ago=2)
    client = browser(cast.ida)

    with django_assert_num_queries(WALL_QUERIES):
        response = client.get(WALL)

    assert len(called(response)) == citizens
