"""Målinger: what is due, one question on a page, the result in words, and putting off."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.measurements.actions import import_wording
from hjemmebane.domain.measurements.choices import Manner, MeasurementRefusal
from hjemmebane.domain.measurements.models import Postponement, Response
from hjemmebane.faces.staff.measurements.pages.words import RELEVANT
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.measuring import answer, answered, begin, counted, official

PAGE_QUERIES = 17
DAY = dt.timedelta(days=1)


def url(cast, name="page", *more):
    return reverse(f"staff:measurements:{name}", args=[cast.kim.citizen.pk, *more])


def newest(cast):
    with acting(cast.ida.actor):
        return Response.objects.latest("recorded_at")


def start(client, cast, code="BRIEF_INSPIRE_O", query="", **changes):
    place = url(cast, "begin", code) + query
    form = client.get(place).context["form"]
    given = {
        "id": new_id(),
        "wording": form["wording"].value(),
        "manner": "PAPER",
        "measured_on": today().isoformat(),
    }
    return client.post(place, given | changes, follow=True)


def press(client, page, points):
    version = page.context["form"]["version"].value()
    return client.post(
        page.request["PATH_INFO"], {"version": version, "points": points}, follow=True
    )


def test_answers_from_paper_go_one_press_a_question_to_a_result_talked_about(cast):
    client = browser(cast.ida)
    page = start(client, cast)
    assert "spørgsmål 1 af 5" in words(page)
    for points in ("3", "2", "4", "1", "0"):
        page = press(client, page, points)
    assert "5 af 5 besvaret" in words(page)

    response = newest(cast)
    version = {"version": response.version}
    page = client.post(url(cast, "complete", response.pk), version, follow=True)
    assert "50 på en skala fra 0 til 100. Højere er bedre." in words(page)
    assert "Skal tales om" in words(client.get(url(cast)))

    said = {"version": newest(cast).version, "fits": "PARTLY", "fits_comment": "Mest håbet"}
    page = client.post(url(cast, "fit", response.pk), said, follow=True)

    read = words(page)
    assert "Skal tales om" not in read
    assert "50 på en skala fra 0 til 100. Højere er bedre. (n = 1)" in read
    assert f"En ændring på 8 eller mere er {RELEVANT}. Kilde: Soc Psychiatry" in read
    shown = words(client.get(url(cast, "response", response.pk)))
    assert "Passer det? Det passer lidt. “Mest håbet”" in shown


def test_pause_keeps_what_was_answered_and_goes_on_where_one_left(cast):
    client = browser(cast.ida)
    page = press(client, start(client, cast), "3")
    assert "spørgsmål 2 af 5" in words(page)

    again = client.get(url(cast))

    assert "I gang, 1 af 5 besvaret" in words(again)
    page = client.get(url(cast, "response", newest(cast).pk))
    assert "Rigtig meget" not in words(page)
    assert "En hel del" in words(page)


def test_skipped_beyond_the_rule_is_told_and_stopped_without_a_figure(cast):
    client = browser(cast.ida)
    page = start(client, cast)
    for points in ("3", "2", "4", "1", "spring-over"):
        page = press(client, page, points)
    response = newest(cast)
    version = {"version": response.version}

    page = client.post(url(cast, "complete", response.pk), version, follow=True)
    assert str(MeasurementRefusal.TOO_FEW.label) in words(page)
    page = client.post(url(cast, "stop", response.pk), version, follow=True)

    assert "Ikke nok svar til et tal (4 af 5 besvaret)." in words(page)
    assert "Ikke nok data endnu (n = 0)." in words(client.get(url(cast)))


@pytest.mark.parametrize("points", ["", "5", "99", "x"], ids=["none", "5", "99", "x"])
def test_answer_that_is_not_there_is_refused_beside_the_question(cast, points):
    client = browser(cast.ida)
    answer_page = press(client, start(client, cast), points)
    assert answer_page.status_code == 422
    assert "Vælg et af svarene, eller spring over." in words(answer_page)
    assert newest(cast).answers == {}


def test_same_press_twice_is_one_and_a_stale_page_is_told(cast):
    client = browser(cast.ida)
    page = start(client, cast)
    press(client, page, "3")
    assert "spørgsmål 2 af 5" in words(press(client, page, "3"))
    stale = press(client, page, "1")
    assert stale.status_code == 409
    assert newest(cast).answers == {"CONNECTEDNESS": 3}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"measured_on": "1999-01-01"}, MeasurementRefusal.BEFORE_COURSE),
        ({"measured_on": (today() + 2 * DAY).isoformat()}, MeasurementRefusal.FUTURE),
        ({"wording": "WORKING 0"}, MeasurementRefusal.OLD_WORDING),
    ],
    ids=["before", "to come", "old words"],
)
def test_beginning_is_refused_in_danish_and_keeps_what_was_typed(cast, changes, said):
    page = start(browser(cast.ida), cast, **changes)
    assert page.status_code == 422
    assert str(said.label) in words(page)
    assert page.context["form"]["manner"].value() == "PAPER"


def test_form_sent_twice_is_one(cast):
    client, key = browser(cast.ida), new_id()
    start(client, cast, id=key)
    start(client, cast, id=key)
    with acting(cast.ida.actor):
        assert Response.objects.count() == 1


def test_rating_has_its_rule_at_hand_and_hides_the_last_one_until_it_is_done(cast):
    with acting(cast.ida.actor):
        answered(cast.kim, cast.ida, *[4] * 11, code="VUM")
    client = browser(cast.ida)
    page = start(client, cast, "VUM")
    assert "vurderes med medicin og hjælpemidler, men uden støtte fra andre" in words(page)
    for _ in range(11):
        assert "Sidst," not in words(page)
        page = press(client, page, "1")
    assert "Sidst," not in words(page)
    response = newest(cast)
    assert response.manner == Manner.RATED

    page = client.post(
        url(cast, "complete", response.pk), {"version": response.version}, follow=True
    )

    assert "Sidst, 2. juni 2025" in words(page)
    assert "Fuldstændigt problem" in words(page)


def test_mistake_is_put_right_and_both_are_read(cast):
    with acting(cast.ida.actor):
        wrong = counted(cast.kim, cast.ida, 3, 2, 4, 1, 0)
    client, query = browser(cast.ida), f"?retter={wrong.pk}"
    assert query in client.get(url(cast, "response", wrong.pk)).content.decode()
    missing = start(client, cast, query=query, corrects_why="")
    assert missing.status_code == 422

    page = start(client, cast, query=query, corrects_why="Læst forkert")
    right = newest(cast)
    client.post(url(cast, "complete", right.pk), {"version": right.version})

    assert "Læst forkert" in words(page)
    assert "Rettet af et nyt" in words(client.get(url(cast)))
    assert "Se det, der retter" in words(client.get(url(cast, "response", wrong.pk)))


def test_correction_under_way_or_stopped_leaves_the_first_as_it_was(cast):
    with acting(cast.ida.actor):
        wrong = answered(cast.kim, cast.ida, 3, 2, 4, 1, 0)
    client, query = browser(cast.ida), f"?retter={wrong.pk}"
    start(client, cast, query=query, corrects_why="Læst forkert")
    under_way = newest(cast)
    page = words(client.get(url(cast, "response", wrong.pk)))
    assert "Vis borgeren resultatet" in page
    assert "Se det, der retter" not in page

    client.post(url(cast, "stop", under_way.pk), {"version": under_way.version})

    assert "Rettelsen blev stoppet. Den gælder ikke" in words(client.get(url(cast)))
    stopped = words(client.get(url(cast, "response", under_way.pk)))
    assert "svarene, der skulle rettes, står ved magt." in stopped
    assert "Ret svarene" not in stopped
    assert "Ret svarene" in words(client.get(url(cast, "response", wrong.pk)))


@pytest.mark.parametrize("query", ["?retter=nej", "?retter=00000000-0000-0000-0000-000000000000"])
def test_what_is_not_there_is_not_put_right(cast, query):
    assert browser(cast.ida).get(url(cast, "begin", "GSE") + query).status_code == 404


def test_what_is_due_is_put_off_with_a_reason(cast):
    client, place = browser(cast.ida), url(cast, "postpone", "PROGRESSION")
    assert place in client.get(url(cast)).content.decode()
    sent = {"id": new_id(), "reason": "OTHER", "note": "", "until_on": today() + 9 * DAY}
    refused = client.post(place, sent)
    assert refused.status_code == 422
    assert str(MeasurementRefusal.NOTE_MISSING.label) in words(refused)

    page = client.post(place, {**sent, "id": new_id(), "note": "Flytter"}, follow=True)

    assert "Udskudt: Noget andet: Flytter" in words(page)
    with acting(cast.ida.actor):
        assert Postponement.objects.get().until_on == today() + 9 * DAY


def test_what_is_not_due_is_not_put_off(cast):
    page = browser(cast.ida).get(url(cast, "postpone", "WHO_5"), follow=True)
    assert "Der er ikke noget at udskyde." in words(page)


def test_mixed_words_are_told(cast):
    with acting(cast.ida.actor):
        counted(cast.kim, cast.ida, 1, 1, 1, 1, 1)
    with acting(OPERATIONS):
        import_wording(id=new_id(), content=official(), by=OPERATIONS, at=now())
    with acting(cast.ida.actor):
        counted(cast.kim, cast.ida, 3, 3, 3, 3, 3)

    assert "Svarene er givet med forskellige ord" in words(browser(cast.ida).get(url(cast)))


def test_what_the_citizen_is_answering_alone_is_not_looked_into(cast):
    with acting(cast.ida.actor):
        mine = answer(begin(cast.kim, cast.ida, manner=Manner.ALONE), cast.ida, 3)
    client = browser(cast.ida)

    page = client.get(url(cast, "question", mine.pk, "HOPE"), follow=True)

    assert "Borgeren er i gang på Min plan." in words(page)
    assert "En hel del" not in words(page)


def test_there_is_nothing_of_others_and_no_unknown(cast):
    with acting(cast.ida.actor):
        mine = begin(cast.kim, cast.ida)
    client = browser(cast.ida)
    assert client.get(url(cast, "begin", "LUCK")).status_code == 404
    assert client.get(url(cast, "question", mine.pk, "LUCK")).status_code == 404
    assert client.get(url(cast, "response", new_id())).status_code == 404
    assert browser(cast.omar).get(url(cast, "response", mine.pk)).status_code == 404


@pytest.mark.parametrize("times", [1, 3])
def test_any_number_of_answers_is_shown_in_as_many_queries(cast, django_assert_num_queries, times):
    with acting(cast.ida.actor):
        for number in range(times):
            on = today() - number * DAY
            counted(cast.kim, cast.ida, 3, 2, 4, 1, 0, measured_on=on, at=now())
    client = browser(cast.ida)
    with django_assert_num_queries(PAGE_QUERIES):
        page = client.get(url(cast))
    assert len(page.context["page"].given) == times
