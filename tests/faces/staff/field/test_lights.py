"""A light that was seen on the road: with its signs, at its time, and in two versions."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.choices import Light, LightRefusal
from hjemmebane.domain.contacts.models import FollowUp, TrafficLightObservation
from hjemmebane.domain.field.actions.intake import KEPT_BESIDE
from hjemmebane.domain.field.models import FieldConflict
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.field import Phone, a_light, other
from tests.factories.reminders import agreed

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone(cast):
    return Phone(cast.ida)


def seen_by(employee, model):
    with acting(employee.actor):
        return list(model.objects.order_by("pk"))


@pytest.fixture
def light(cast):
    """What Kim and the team have agreed."""
    with acting(cast.ida.actor):
        return agreed(cast.kim, cast.ida, at=now())


def keys(lines):
    return [str(line.pk) for line in lines]


def test_light_is_kept_with_its_signs_at_its_time_and_once(cast, phone, light):
    signs, actions = keys(light.signs[Light.RED]), keys(light.actions[Light.RED])
    sent = a_light(cast.kim, cast.ida, colour="RED", signs=signs, actions=actions)
    for _ in range(3):
        assert phone.send(sent).json()["status"] == "received"

    [seen] = seen_by(cast.ida, TrafficLightObservation)
    assert (str(seen.pk), seen.colour, seen.note) == (sent["id"], "RED", "Kim er træt")
    assert seen.observed_at == dt.datetime.fromisoformat(sent["body"]["observed_at"])
    assert ([str(one) for one in seen.signs], [str(one) for one in seen.actions]) == (
        signs,
        actions,
    )
    assert len(seen_by(cast.ida, FollowUp)) == 1


@pytest.mark.parametrize(
    ("body", "reason", "field"),
    [
        ({"observed_at": "2999-01-01T10:00:00Z"}, LightRefusal.FUTURE, "observed_at"),
        ({"observed_at": "1999-01-01T10:00:00Z"}, LightRefusal.BEFORE_COURSE, "observed_at"),
        ({"signs": [str(new_id())]}, LightRefusal.FOREIGN_LINE, "signs"),
    ],
    ids=["future", "before", "foreign"],
)
def test_light_that_a_form_would_refuse_is_refused(cast, phone, body, reason, field):
    response = phone.send(a_light(cast.kim, cast.ida, **body))

    assert response.status_code == 422
    assert (response.json()["reason"], response.json()["field"]) == (reason.label, field)
    assert seen_by(cast.ida, TrafficLightObservation) == []


def test_two_versions_of_a_light_are_kept_and_the_chosen_takes_the_others_place(cast, phone, light):
    sent = a_light(cast.kim, cast.ida)
    phone.send(sent)
    signs = keys(light.signs[Light.GREEN])[:1]
    changed = other(sent, colour="GREEN", note="Kim sang", signs=signs)
    assert phone.send(changed).json()["conflict"] == KEPT_BESIDE

    [conflict] = seen_by(cast.ida, FieldConflict)
    client = browser(cast.bo)
    address = reverse("staff:field:conflict", args=[cast.kim.citizen.pk, conflict.pk])
    shown = words(client.get(address))
    for pair in ("Gul Grøn", "Kim er træt Kim sang", "– Vi drikker kaffe"):
        assert pair in shown
    chosen = client.post(address, {"settlement": "TAKEN", "version": 1})

    assert chosen.status_code == 302
    first, second = seen_by(cast.ida, TrafficLightObservation)
    newest = first if first.replaces_id else second
    assert (newest.colour, str(newest.replaces_id)) == ("GREEN", sent["id"])
    assert client.get(address).status_code == 200
