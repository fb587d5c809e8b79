"""Forudsætninger: what the system knows beside what the coordinator says, and where they part."""

import datetime as dt

import pytest

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.fidelity.actions import judge_precondition
from hjemmebane.domain.fidelity.choices import JudgementRefusal, Word
from hjemmebane.domain.fidelity.queries.preconditions import judgements_of
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import employ, let_join

URL = "/teamet/forudsaetninger/"
FUNCTIONS = f"{URL}core-functions/"
QUERIES, MANAGER_QUERIES = 23, 18
DAY = dt.timedelta(days=1)


def judge(cast, *, precondition="CORE_FUNCTIONS", **changes):
    said = {
        "word": Word.MET,
        "sentence": "Alle er her",
        "judged_on": today() - 9 * DAY,
        "look_again_on": today() + 9 * DAY,
        **changes,
    }
    with acting(cast.bo.actor):
        return judge_precondition(
            id=new_id(),
            team=cast.team_one,
            precondition=precondition,
            **said,
            by=cast.bo.actor,
            at=now(),
        )


def shown(reader):
    return browser(reader).get(URL).context["page"]


def row(reader, place=0):
    return shown(reader).rows[place]


def typed(**changes):
    return {
        "id": new_id(),
        "word": "PARTLY",
        "sentence": "Vi leder efter en sygeplejerske",
        "judged_on": today().isoformat(),
        "look_again_on": (today() + 90 * DAY).isoformat(),
        **changes,
    }


def test_seven_preconditions_with_what_the_system_knows(cast):
    page = shown(cast.ida)

    assert len(page.rows) == 7
    first = page.rows[0].evidence[0]
    assert first.stance == "Taler imod"
    assert first.words == "Ingen har: Specialiseret helbredsindsats og Administrativ støtte."
    assert first.source == "Teamet"
    assert page.counts == [("Opfyldt", 0), ("Delvist", 0), ("Ikke endnu", 0), ("Ikke sagt", 7)]


def test_what_the_system_cannot_see_is_said_so(cast):
    place = row(cast.ida, 5)

    assert (place.precondition.code, place.evidence) == ("SHARED_PLACE", [])
    assert "Det her kan systemet ikke se." in words(browser(cast.ida).get(URL))


def test_word_that_says_met_beside_an_uncovered_function_is_marked(cast):
    judge(cast)

    page = shown(cast.ida)

    assert page.rows[0].said.word == "Opfyldt"
    assert "noget af det, systemet ved, taler imod" in page.rows[0].gap
    assert page.gaps == 1
    assert "Ord og tal er ikke enige" in words(browser(cast.mette).get(URL))


def test_latest_word_is_shown_and_the_earlier_can_be_read(cast):
    judge(cast, sentence="Først")
    judge(cast, sentence="Siden", word=Word.PARTLY)

    first = row(cast.ida)

    assert (first.said.sentence, [one.sentence for one in first.earlier]) == ("Siden", ["Først"])
    assert first.gap == ""


def test_word_whose_day_has_come_is_to_be_looked_at_again(cast):
    judge(cast, look_again_on=today())

    assert row(cast.ida).said.is_due
    assert "Tid til at se på det igen" in words(browser(cast.ida).get(URL))


@pytest.mark.parametrize(("reader", "may"), [("ida", False), ("bo", True), ("mette", False)])
def test_only_the_coordinator_finds_the_way_to_say_it(cast, reader, may):
    client = browser(getattr(cast, reader))

    assert bool(client.get(URL).context["page"].rows[0].url) == may
    assert client.get(FUNCTIONS).status_code == (200 if may else 404)


def test_manager_reads_sums_and_no_citizen(cast):
    response = browser(cast.mette).get(URL)

    text = words(response)
    assert "0,5 borgere pr. 37 udførende timer" in text
    assert "dagsorden" not in text
    assert "Her er ingen tal, du kan se." in text
    assert "er ikke med her" in text
    assert "planen ændret" not in text
    assert "Krog" not in text
    with acting(cast.ida.actor):
        assert not Access.objects.exists()


def test_saying_it_leads_back_to_its_place(cast):
    response = browser(cast.bo).post(FUNCTIONS, typed())

    assert response["Location"].endswith("#forudsaetning-core-functions")
    with acting(cast.ida.actor):
        [said] = judgements_of(cast.team_one.pk)["CORE_FUNCTIONS"]
    assert (said.word, said.sentence) == (Word.PARTLY, "Vi leder efter en sygeplejerske")


def test_double_submit_is_said_once(cast):
    client, once = browser(cast.bo), typed()
    for _ in range(2):
        assert client.post(FUNCTIONS, once).status_code == 302

    assert row(cast.ida).earlier == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"sentence": ""}, JudgementRefusal.NOTHING_SAID.label),
        ({"judged_on": (today() + DAY).isoformat()}, JudgementRefusal.FUTURE.label),
        ({"look_again_on": today().isoformat()}, JudgementRefusal.LOOKS_BACK.label),
        ({"word": ""}, "Vælg, hvordan det står til."),
        ({"judged_on": "1850-01-02"}, "Skriv et årstal mellem"),
        ({"look_again_on": "2199-01-02"}, "Skriv et årstal mellem"),
    ],
)
def test_refusal_keeps_what_was_typed_and_shows_the_figures(cast, changes, told):
    response = browser(cast.bo).post(FUNCTIONS, typed(**changes))

    assert response.status_code == 422
    assert told in words(response)
    assert "Ingen har:" in words(response)
    for name, value in {**typed(), **changes}.items():
        if name != "id":
            assert response.context["form"][name].value() == value


def test_what_is_no_precondition_does_not_exist(cast):
    assert browser(cast.bo).get(f"{URL}kaffe/").status_code == 404
    assert browser(cast.bo).get(f"{URL}?team={cast.team_two.pk}").status_code == 404


@pytest.mark.parametrize("more", [0, 2])
def test_page_asks_as_many_queries_whatever_the_number(cast, django_assert_num_queries, more):
    with acting(OPERATIONS):
        for number in range(more):
            let_join(cast.team_one, employ(f"Ny{number}", "Peer"), CoreFunction.HEALTH)
    for _ in range(1 + more):
        judge(cast)
    ida, mette = browser(cast.ida), browser(cast.mette)

    with django_assert_num_queries(QUERIES):
        ida.get(URL)
    with django_assert_num_queries(MANAGER_QUERIES):
        mette.get(URL)


def test_who_is_in_no_team_is_sent_to_the_front(cast):
    with acting(OPERATIONS):
        newcomer = employ("Nanna", "Peer")

    assert browser(newcomer).get(URL)["Location"] == "/"
    assert browser(newcomer).get(FUNCTIONS).status_code == 404
