"""Mine svar: one question on a page, kept at once, with pauses; and my own path."""

import re

import pytest
from django.urls import reverse

from hjemmebane.domain.measurements.actions import import_wording, say_fit
from hjemmebane.domain.measurements.choices import Fit
from hjemmebane.domain.measurements.models import Response
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import words
from tests.factories.cast import STARTED_ON
from tests.factories.measuring import answered, counted, official

URL = reverse("citizen:measurements:page")
PLAN = reverse("citizen:plan:page")
PAGE_QUERIES = 17


def at(name, *keys):
    return reverse(f"citizen:measurements:{name}", args=keys)


def start(phone, code="BRIEF_INSPIRE_O", **changes):
    sent = {"id": new_id(), "wording": "WORKING 1", **changes}
    return phone.post(at("begin", code), sent, follow=True)


def press(phone, page, points="", **more):
    version = page.context["form"]["version"].value()
    sent = {"version": version, "points": points, **more}
    return phone.post(page.request["PATH_INFO"], sent, follow=True)


def mine(kim):
    with acting(kim.actor):
        return Response.objects.latest("recorded_at")


def test_plan_leads_to_questions_and_one_press_begins(kim, phone):
    assert f'href="{URL}"' in phone.get(PLAN).content.decode()
    read = words(phone.get(URL))
    assert "Dit liv lige nu" in read
    assert "5 korte spørgsmål. Du kan springe over." in read
    assert "VUM" not in read

    page = start(phone)

    assert "Spørgsmål 1 af 5." in words(page)
    source = page.content.decode()
    assert source.count('type="radio"') == 5
    assert re.findall(r"#face-(\d)", source) == ["1", "2", "3", "4", "5"]
    assert "Læs højt" in words(page)


def test_faces_turn_round_where_a_high_answer_is_worse(kim, phone):
    start(phone, "PROGRESSION", wording="OWN 1")
    page = phone.get(at("question", mine(kim).pk, "MENTAL_STRAIN"))
    assert re.findall(r"#face-(\d)", page.content.decode()) == ["5", "4", "3", "2", "1"]


def test_answers_lead_to_my_own_path_and_whether_it_fits(cast, kim, phone):
    with acting(cast.ida.actor):
        counted(cast.kim, cast.ida, 1, 1, 1, 1, 1)
    page = start(phone)
    for points in ("3", "2", "4", "1", "0"):
        page = press(phone, page, points)
    assert "Du har svaret på 5 af 5." in words(page)
    response = mine(kim)

    page = phone.post(at("end", response.pk), {"version": response.version}, follow=True)

    read = words(page)
    assert "50 ud af 100. Jo højere, jo bedre." in read
    assert "i dag: 50 ud af 100 2. juni 2025: 25 ud af 100" in read
    assert "Jeg håber noget og drømmer om noget i min fremtid I nogen grad" in read
    sent = {"version": mine(kim).version, "fits": "PARTLY", "fits_comment": "Mest det med håb"}
    page = phone.post(at("fit", response.pk), sent, follow=True)
    assert "Du har sagt: Det passer lidt. “Mest det med håb”" in words(page)
    with acting(cast.ida.actor):
        assert Response.objects.get(pk=response.pk).fits == Fit.PARTLY


def test_my_way_is_told_and_drawn_once_there_are_two_that_count(cast, kim, phone):
    assert "Min vej" not in words(phone.get(URL))
    with acting(cast.ida.actor):
        counted(cast.kim, cast.ida, 1, 1, 1, 1, 1, measured_on=STARTED_ON)
    read = words(phone.get(URL))
    assert "Du har svaret én gang, 3. marts 2025: 25 ud af 100. Jo højere, jo bedre." in read

    with acting(cast.ida.actor):
        newest = counted(cast.kim, cast.ida, 3, 2, 4, 1, 0)
        waits = answered(cast.kim, cast.ida, 4, 4, 4, 4, 4)
    read = words(phone.get(URL))

    told = (
        "Du har svaret 2 gange. Første gang var 3. marts 2025: 25 ud af 100."
        " Sidste gang var 2. juni 2025: 50 ud af 100. Jo højere, jo bedre."
    )
    assert told in read
    page = phone.get(at("response", newest.pk))
    assert told in words(page)
    assert "2. juni 2025 100 ud af 100 Ikke sagt endnu" in words(page)
    chart = page.context["page"].picture
    assert [dot.value for dot in chart.panels[0].dots] == [25.0, 50.0]
    assert chart.svg in page.content.decode()
    assert "Højt" in chart.svg
    assert not waits.counts


def test_what_does_not_fit_is_no_part_of_my_way(cast, kim, phone):
    with acting(cast.ida.actor):
        for points, fits in ((1, Fit.YES), (4, Fit.NO)):
            mine_ = answered(cast.kim, cast.ida, *[points] * 5)
            say_fit(response=mine_, fits=fits, version=mine_.version, by=cast.ida.actor, at=now())
    assert "Du har svaret én gang, 2. juni 2025: 25 ud af 100." in words(phone.get(URL))
    assert phone.get(at("response", mine_.pk)).context["page"].picture is None


def test_lower_is_said_to_be_better_where_it_is(cast, kim, phone):
    with acting(cast.ida.actor):
        drunk = counted(cast.kim, cast.ida, *[2] * 10, code="AUDIT")
    read = words(phone.get(at("response", drunk.pk)))
    assert "20 ud af 40. Jo lavere, jo bedre." in read
    assert "højere" not in read


def test_new_words_leave_a_gap_in_my_way(cast, kim, phone):
    with acting(cast.ida.actor):
        counted(cast.kim, cast.ida, 1, 1, 1, 1, 1, measured_on=STARTED_ON)
    with acting(OPERATIONS):
        import_wording(id=new_id(), content=official(), by=OPERATIONS, at=now())
    with acting(cast.ida.actor):
        newest = counted(cast.kim, cast.ida, 3, 3, 3, 3, 3)
    page = phone.get(at("response", newest.pk))
    assert "Vi har spurgt med nye ord undervejs." in words(page)
    dots = page.context["page"].picture.panels[0].dots
    assert len({dot.line for dot in dots}) == 2


def test_pause_keeps_everything_and_goes_on_where_i_left(kim, phone):
    press(phone, press(phone, start(phone), "3"), skip="spring-over")

    read = words(phone.get(URL))

    assert "Du er i gang: Dit liv lige nu" in read
    assert "Du har svaret på 1 af 5. Det er gemt." in read
    page = phone.get(at("response", mine(kim).pk))
    assert "Sprunget over" in words(page)
    assert at("question", mine(kim).pk, "IDENTITY") in page.content.decode()


def test_stop_is_always_there_and_is_no_failure(kim, phone):
    press(phone, start(phone), "3")
    response = mine(kim)

    page = phone.post(at("end", response.pk), {"version": response.version}, follow=True)

    read = words(page)
    assert "Det er for lidt til et tal. Det er helt i orden." in read
    assert "Passer det?" not in read


@pytest.mark.parametrize("points", ["", "9", "x"], ids=["none", "9", "x"])
def test_without_an_answer_one_is_asked_for(kim, phone, points):
    page = press(phone, start(phone), points)

    assert page.status_code == 422
    assert "Vælg et svar, eller spring over." in words(page)
    assert mine(kim).answers == {}


def test_same_press_twice_is_one(kim, phone):
    page = start(phone)
    press(phone, page, "3")
    assert "Spørgsmål 2 af 5." in words(press(phone, page, "3"))
    assert press(phone, page, "1").status_code == 409
    assert mine(kim).answers == {"CONNECTEDNESS": 3}


def test_begin_pressed_twice_is_one_and_old_words_are_told(kim, phone):
    key = new_id()
    start(phone, id=key)
    start(phone, id=key)
    assert "Begynd igen med de nye." in words(start(phone, "GSE", wording="WORKING 0"))
    with acting(kim.actor):
        assert Response.objects.count() == 1


def test_fit_is_asked_for_before_it_is_kept(cast, kim, phone):
    with acting(cast.ida.actor):
        paper = answered(cast.kim, cast.ida, 3, 2, 4, 1, 0)
    assert "Passer det? Dit liv lige nu" in words(phone.get(URL))

    page = phone.post(at("fit", paper.pk), {"version": paper.version, "fits_comment": "Hm"})

    assert page.status_code == 422
    assert "Vælg et af svarene." in words(page)
    assert "Hm" in page.content.decode()


def test_what_is_not_mine_is_not_there(cast, kim, phone):
    with acting(cast.ida.actor):
        rated = answered(cast.kim, cast.ida, *[2] * 11, code="VUM")
    assert phone.get(at("response", rated.pk)).status_code == 404
    assert phone.get(at("response", new_id())).status_code == 404
    start(phone)
    assert phone.get(at("question", mine(kim).pk, "LUCK")).status_code == 404


@pytest.mark.parametrize("times", [1, 3])
def test_any_number_of_answers_is_shown_in_as_many_queries(
    cast, kim, phone, django_assert_num_queries, times
):
    with acting(cast.ida.actor):
        for _ in range(times):
            counted(cast.kim, cast.ida, 3, 2, 4, 1, 0, measured_on=today(), at=now())
    with django_assert_num_queries(PAGE_QUERIES):
        page = phone.get(URL)
    assert len(page.context["page"].given) == times
