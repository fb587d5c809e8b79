"""Hvordan har du det: a face, a word for who wants to, and who may see it."""

import pytest
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.sharing.models import Mood
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.sharing import open_to

URL = reverse("citizen:mood:page")
PLAN = reverse("citizen:plan:page")
PAGE_QUERIES = 15


def say(phone, **changes):
    return phone.post(URL, {"id": new_id(), "feeling": "4", "shown_to": "TEAM", **changes})


def kept(kim):
    with acting(kim.actor):
        return list(Mood.objects.order_by("recorded_at"))


def keep(phone, mood, version=1):
    return phone.post(
        reverse("citizen:mood:keep", args=[mood.pk]), {"version": version}, follow=True
    )


def test_face_on_the_front_page_is_chosen_on_the_next(phone):
    front = phone.get(PLAN).content.decode()
    assert f'href="{URL}?ansigt=4"' in front

    page = phone.get(f"{URL}?ansigt=4")

    assert page.context["form"]["feeling"].value() == "4"
    assert "Intet svar er forkert." in words(page)
    assert phone.get(f"{URL}?ansigt=x").status_code == 200


def test_face_is_said_once_and_stands_on_the_page(cast, kim, phone):
    key = new_id()
    for _ in range(2):
        answer = say(phone, id=key, word="Solen kom ind")
        assert (answer.status_code, answer["Location"]) == (302, URL)

    [mood] = kept(kim)
    assert (mood.feeling, mood.word, mood.shown_to) == (4, "Solen kom ind", "TEAM")
    read = words(phone.get(URL))
    assert "Godt “Solen kom ind” I dag" in read
    assert "Dit team ser det." in read
    with acting(cast.ida.actor):
        assert "Hvordan jeg har det" in set(Access.objects.values_list("what", flat=True))


@pytest.mark.parametrize("changes", [{"feeling": ""}, {"feeling": "9"}])
def test_without_a_face_the_word_is_kept(kim, phone, changes):
    answer = say(phone, word="Træt", **changes)

    assert answer.status_code == 422
    assert "Tryk på et ansigt." in words(answer)
    assert 'value="Træt"' in answer.content.decode()
    assert kept(kim) == []


def test_others_than_the_team_are_offered_when_somebody_is_shown_answers(cast, kim, phone):
    assert "dem, jeg deler svar med" not in words(phone.get(URL))
    assert say(phone, shown_to="SHARED").status_code == 422

    open_to(cast.job_centre, cast.kim, cast.ida, scope=["MEASUREMENTS"], goals=[])

    assert say(phone, shown_to="SHARED").status_code == 302
    assert kept(kim)[0].shown_to == "SHARED"


def test_it_is_kept_to_oneself_after_all(cast, kim, phone):
    say(phone)
    [mood] = kept(kim)

    for version in (1, 2):
        assert "Nu er det kun dig, der ser det." in words(keep(phone, mood, version))

    assert kept(kim)[0].shown_to == "ME"
    assert "Kun du ser det." in words(phone.get(URL))


def test_stale_press_is_told(kim, phone):
    say(phone)
    assert "Det blev ikke ændret. Prøv igen." in words(keep(phone, kept(kim)[0], version=9))
    assert kept(kim)[0].shown_to == "TEAM"


def test_somebody_elses_is_not_there(phone):
    missing = reverse("citizen:mood:keep", args=[new_id()])
    assert phone.post(missing, {"version": 1}).status_code == 404


def test_team_sees_a_row_of_what_is_shown_to_it(cast, phone):
    say(phone, feeling="2", word="Kun for mig", shown_to="ME")
    say(phone, feeling="4", word="Solen kom ind")

    for page in ("staff:voices:page", "staff:citizens:overview"):
        read = words(browser(cast.ida).get(reverse(page, args=[cast.kim.citizen.pk])))
        assert "Sådan har borgeren det" in read
        assert "Godt “Solen kom ind”" in read
        assert "Kun for mig" not in read


@pytest.mark.parametrize("times", [1, 8])
def test_row_costs_as_many_queries_however_long(phone, django_assert_num_queries, times):
    for _ in range(times):
        say(phone)
    with django_assert_num_queries(PAGE_QUERIES):
        phone.get(URL)


def test_what_is_kept_to_oneself_is_not_on_a_lent_device(cast, kim, phone):
    """Handing a device over asks nobody: its owner could read it alone."""
    say(phone, word="Til mig selv", shown_to="ME")
    say(phone, word="Til jer")
    lent = browser(cast.ida)
    lent.post(reverse("staff:doors:hand_over", args=[cast.kim.citizen.pk]))

    page = lent.get(URL)

    assert "Til mig selv" not in words(page)
    assert "Til jer" in words(page)
    assert "Det, kun du må se, vises ikke her." in words(page)
    assert "Vis det kun til mig" not in words(page)
    assert say(lent, shown_to="ME").status_code == 422
    assert len(kept(kim)) == 2
