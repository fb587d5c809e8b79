"""The agreement on the light: written line by line, read, replaced, ended, and on paper."""

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.choices import LightRefusal
from hjemmebane.domain.contacts.models import TrafficLightAgreement
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.reminders import light_agreement


def address(cast, name="page"):
    return reverse(f"staff:lights:{name}", args=[cast.kim.citizen.pk])


def typed(**changes):
    return {
        "id": new_id(),
        "former": "",
        "kind": "WELLBEING",
        "person": "Kim bor alene",
        "every_days": "3",
        "made_on": today().isoformat(),
        "made_with_citizen": "on",
        "without_why": "",
        "green_signs": "- Jeg laver kaffe\n\n Jeg lukker op",
        "red_signs": "Jeg svarer ikke",
        "red_actions": "Vi ringer hver dag",
        **changes,
    }


def made(cast):
    with acting(cast.ida.actor):
        return list(TrafficLightAgreement.objects.order_by("recorded_at"))


def test_agreement_is_written_a_line_a_sign_and_read(cast):
    client = browser(cast.ida)

    answer = client.post(address(cast, "agree"), typed(), follow=True)

    read = words(answer)
    assert "Aftalen om lyset er gemt." in read
    assert "mindst hver 3. dag" in read
    assert "Sådan ser det ud Jeg laver kaffe Jeg lukker op" in read
    assert "Det gør vi Vi ringer hver dag" in read
    assert "Kim bor alene" in read


def test_next_agreement_begins_with_the_former_which_can_still_be_read(cast):
    client = browser(cast.ida)
    client.post(address(cast, "agree"), typed())
    [former] = made(cast)

    form = client.get(address(cast, "agree")).context["form"]
    assert form["green_signs"].value() == "Jeg laver kaffe\nJeg lukker op"
    assert form["former"].value() == str(former.pk)

    client.post(address(cast, "agree"), typed(former=former.pk, green_signs="Jeg synger"))
    read = words(client.get(address(cast, "agreements")))
    assert "Jeg synger" in read
    assert "Jeg laver kaffe" in read


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"green_signs": "", "red_signs": " \n-"}, LightRefusal.NO_SIGN.label),
        ({"made_with_citizen": ""}, LightRefusal.WHY_MISSING.label),
        ({"red_signs": "x" * 301}, LightRefusal.LINE_TOO_LONG.label),
        ({"red_actions": "x\n" * 13}, LightRefusal.TOO_MANY_LINES.label),
        ({"every_days": "0"}, "0"),
        ({"kind": ""}, "Det er et lys for"),
    ],
    ids=["no sign", "alone", "long", "many", "never", "no kind"],
)
def test_what_is_no_agreement_is_refused_and_kept(cast, changes, said):
    answer = browser(cast.ida).post(address(cast, "agree"), typed(**changes))

    assert answer.status_code == 422
    if said[0].isupper() and said != "Det er et lys for":
        assert said in words(answer)
    assert "Kim bor alene" in answer.content.decode()
    assert made(cast) == []


def test_who_agrees_second_is_told_and_saves_knowingly(cast):
    client = browser(cast.ida)
    with acting(cast.bo.actor):
        light_agreement(cast.kim, cast.bo, at=now())

    refused = client.post(address(cast, "agree"), typed(person="Mine ord"))

    assert refused.status_code == 422
    assert LightRefusal.NEWER_MADE.label in words(refused)
    again = refused.context["form"].data["former"]
    assert (
        client.post(address(cast, "agree"), typed(person="Mine ord", former=again)).status_code
        == 302
    )
    assert [one.person for one in made(cast)] == ["", "Mine ord"]


def test_agreement_is_ended_with_a_reason(cast):
    client = browser(cast.ida)
    client.post(address(cast, "agree"), typed())

    refused = client.post(address(cast, "end"), {"version": 1, "why": ""})
    assert refused.status_code == 422
    ended = client.post(address(cast, "end"), {"version": 1, "why": "Kim vil ikke"}, follow=True)

    assert "Aftalen om lyset er slut." in words(ended)
    assert "Her er ingen aftale, der gælder." in words(ended)
    assert "Kim vil ikke" in words(client.get(address(cast, "agreements")))
    assert client.get(address(cast, "end")).status_code == 302


def test_agreement_on_paper(cast):
    client, paper = browser(cast.ida), reverse("staff:documents:light", args=[cast.kim.citizen.pk])
    assert client.get(paper).status_code == 404
    client.post(address(cast, "agree"), typed())

    answer = client.get(paper)

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


@pytest.mark.parametrize("name", ["page", "agree", "end", "agreements"])
def test_another_teams_citizen_has_no_light_here(cast, name):
    assert browser(cast.omar).get(address(cast, name)).status_code == 404
