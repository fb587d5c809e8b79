"""Mit lys: a colour with one press, what is agreed in my words, and what I said."""

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.choices import RaisedBy
from hjemmebane.domain.contacts.models import FollowUp
from hjemmebane.domain.sharing.models import OwnLight
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import words
from tests.factories.reminders import light_agreement

URL = reverse("citizen:lights:page")
PLAN = reverse("citizen:plan:page")
PAGE_QUERIES = 17


def say(phone, **changes):
    return phone.post(URL, {"id": new_id(), "words": "", **changes}, follow=True)


def test_plan_leads_to_the_light_and_one_press_says_it(cast, kim, phone):
    assert f'href="{URL}"' in phone.get(PLAN).content.decode()
    assert "Rødt: jeg har brug for hjælp" in words(phone.get(URL))

    read = words(say(phone, colour="RED", words="Naboen råber"))

    assert "Du har sagt rødt. Dit team har fået besked." in read
    assert "Det har jeg sagt" in read
    assert "“Naboen råber”" in read
    with acting(cast.ida.actor):
        assert [one.why for one in FollowUp.objects.all()] == [RaisedBy.OWN_RED.label]


@pytest.mark.parametrize(
    ("colour", "said"), [("GREEN", "Du har sagt grønt."), ("YELLOW", "Du har sagt gult.")]
)
def test_each_colour_is_answered(kim, phone, colour, said):
    assert said in words(say(phone, colour=colour))


@pytest.mark.parametrize("colour", ["", "BLUE"])
def test_without_a_colour_the_words_are_kept(kim, phone, colour):
    answer = say(phone, colour=colour, words="Naboen råber")

    assert answer.status_code == 422
    assert "Tryk på en farve." in words(answer)
    assert "Naboen råber" in answer.content.decode()
    with acting(kim.actor):
        assert not OwnLight.objects.exists()


def test_agreement_is_read_in_my_words(cast, kim, phone):
    assert "Her kommer det, du og dit team aftaler" in words(phone.get(URL))
    with acting(cast.ida.actor):
        light_agreement(cast.kim, cast.ida)

    read = words(phone.get(URL))

    assert "Sådan kan det ses på mig: Jeg laver kaffe Jeg lukker op" in read
    assert "Det gør teamet: Vi ringer hver dag" in read


@pytest.mark.parametrize("times", [1, 3])
def test_any_number_of_lights_is_shown_in_as_many_queries(
    cast, kim, phone, django_assert_num_queries, times
):
    with acting(cast.ida.actor):
        light_agreement(cast.kim, cast.ida)
    for _ in range(times):
        say(phone, colour="RED")
    with django_assert_num_queries(PAGE_QUERIES):
        page = phone.get(URL)
    assert len(page.context["page"].said) == times
