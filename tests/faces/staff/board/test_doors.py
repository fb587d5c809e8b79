"""Tavlen: who has brought something through their own door, and what of it waits."""

import pytest
from django.urls import reverse

from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.sharing.actions import answer_suggestion, see_partners_messages
from hjemmebane.domain.sharing.choices import AnswerGiven
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from tests.faces.staff.board.test_board import BOARD_QUERIES, URL
from tests.faces.staff.board.test_wall import WALL
from tests.factories.browsing import browser, words
from tests.factories.partners import agree, say, write
from tests.factories.plans import Writing
from tests.factories.sharing import let_citizen_in, let_in, open_to
from tests.factories.voices import said_no, suggested

CITIZEN, PARTNER = "Nyt fra borgeren", "Nyt fra partner"


@pytest.fixture
def kim(cast):
    return let_citizen_in(cast.kim, cast.ida)


@pytest.fixture
def lise(cast):
    lise = let_in(cast.lise, cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida)
    return lise


def markers(cast):
    (row,) = browser(cast.ida).get(URL).context["page"].rows
    return [(one.label, one.what, one.url) for one in row.markers]


def url_of(cast, name, *more):
    return reverse(f"staff:{name}", args=[cast.kim.citizen.pk, *more])


def test_nothing_new_marks_nobody(cast):
    assert markers(cast) == []


def test_what_a_citizen_asks_for_marks_them_until_it_is_answered(cast, kim):
    with acting(kim.actor):
        suggestions = [suggested(cast.kim, kim.actor) for _ in range(2)]

    assert markers(cast) == [(CITIZEN, "2 venter på svar", url_of(cast, "voices:page"))]

    with acting(cast.ida.actor):
        for one in suggestions:
            answer_suggestion(suggestion=one, answer="Ja", version=1, by=cast.ida.actor, at=now())
    assert markers(cast) == []


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (AnswerGiven.DISAGREES, ["siger nej eller ikke nu"]),
        (AnswerGiven.NOT_NOW, ["siger nej eller ikke nu"]),
        (AnswerGiven.AGREES, []),
    ],
)
def test_a_no_marks_the_citizen(cast, kim, answer, told):
    with acting(kim.actor):
        said_no(cast.kim, kim.actor, answer=answer)

    assert [what for _, what, _ in markers(cast)] == told


def test_a_no_that_became_a_yes_marks_nobody(cast, kim):
    with acting(kim.actor):
        said_no(cast.kim, kim.actor)
        said_no(cast.kim, kim.actor, answer=AnswerGiven.AGREES)

    assert markers(cast) == []


def test_what_a_partner_wrote_leads_to_what_partners_did(cast, lise):
    write(cast.kim, lise)

    timeline = f"{url_of(cast, 'citizens:timeline')}?vis=partnere"
    assert markers(cast) == [(PARTNER, "har skrevet i planen", timeline)]


def test_what_the_team_wrote_for_a_partner_is_no_news(cast, lise):
    with acting(cast.ida.actor):
        who = {"responsible_kind": "PARTNER", "partner_person": lise.person}
        Writing(cast.kim.plan, cast.ida.actor).add(ItemKind.ACTIVITY, **who)

    assert markers(cast) == []


def test_appointment_of_a_partner_marks_the_citizen(cast, lise):
    agree(cast.kim, lise)

    assert [label for label, _, _ in markers(cast)] == [PARTNER]


def test_what_is_unread_leads_to_the_thread_of_the_oldest(cast, lise):
    first, second = write(cast.kim, lise), write(cast.kim, lise)
    say(lise, first)
    thread = url_of(cast, "messages:thread", first.pk)
    assert markers(cast) == [(PARTNER, "1 ulæst besked", thread)]
    say(lise, second)
    assert markers(cast) == [(PARTNER, "2 ulæste beskeder", thread)]

    with acting(cast.ida.actor):
        for one in (first, second):
            see_partners_messages(activity=one, by=cast.ida.actor, at=now())
    assert [what for _, what, _ in markers(cast)] == ["har skrevet i planen"]


def test_board_says_it_in_words_with_whose_it_is(cast, kim):
    with acting(kim.actor):
        suggested(cast.kim, kim.actor)

    assert "Nyt fra borgeren 1 venter på svar : Kim Krog" in words(browser(cast.ida).get(URL))


def test_wall_says_that_there_is_news_and_not_what(cast, kim, lise):
    with acting(kim.actor):
        suggested(cast.kim, kim.actor)
    say(lise, write(cast.kim, lise))

    read = words(browser(cast.ida).get(WALL))

    assert "KK Nyt fra borger og partner" in read
    for said in ("venter på svar", "ulæst", "Fodre", "praktik"):
        assert said not in read


def test_board_of_another_team_is_not_marked(cast, kim):
    with acting(kim.actor):
        suggested(cast.kim, kim.actor)

    assert CITIZEN not in words(browser(cast.omar).get(URL))


def test_news_ask_no_more_of_the_board(cast, kim, lise, django_assert_max_num_queries):
    with acting(kim.actor):
        suggested(cast.kim, kim.actor)
    say(lise, write(cast.kim, lise))
    client = browser(cast.ida)

    with django_assert_max_num_queries(BOARD_QUERIES):
        assert CITIZEN in words(client.get(URL))
