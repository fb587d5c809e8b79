"""Vedholdenhed on Kontakt, and follow-ups that come and go as something is written."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.actions import ContactDetails, log_contact
from hjemmebane.domain.contacts.choices import Outcome
from hjemmebane.domain.contacts.models import FollowUp
from hjemmebane.domain.courses.actions import agree_on_contact
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.courses import CONTACT_AGREEMENT, end_today


def page(cast):
    return reverse("staff:contacts:page", args=[cast.kim.citizen.pk])


def log(cast, days, outcome, who):
    log_contact(
        id=new_id(),
        course=cast.kim.course,
        details=ContactDetails(started_at=now() - dt.timedelta(days=days), outcome=outcome),
        staff=[who.staff_member],
        sub_goals={},
        by=cast.ida.actor,
        at=now(),
    )


@pytest.fixture
def withdrawn(cast):
    with acting(cast.ida.actor):
        log(cast, 9, Outcome.MET, cast.ida)
        log(cast, 4, Outcome.NOT_MET, cast.ida)
        log(cast, 2, Outcome.NOT_MET, cast.bo)
        values = {
            **CONTACT_AGREEMENT,
            "withdrawn_how": "Sms først; bank på tirsdag",
            "talked_on": today(),
            "days_between": 5,
        }
        course = cast.kim.course
        agree_on_contact(id=new_id(), course=course, values=values, by=cast.ida.actor, at=now())


def test_page_says_how_the_team_keeps_at_it(cast, withdrawn):
    read = words(browser(cast.ida).get(page(cast)))

    assert "Vedholdenhed" in read
    for told in (
        "Sidst mødt for 9 dage siden",
        "I regner med Højst 5 dage mellem vi ses",
        "Forsøg siden 2",
        "Hvem har prøvet Bo, Ida",
        "Når borgeren trækker sig Ser efter lys i vinduet",
        "Næste skridt: Sms først; bank på tirsdag",
    ):
        assert told in read


def test_page_says_when_contact_is_as_agreed(cast):
    with acting(cast.ida.actor):
        log(cast, 1, Outcome.MET, cast.ida)

    assert "Kontakten er, som I har aftalt." in words(browser(cast.ida).get(page(cast)))


def test_ended_course_asks_for_nothing(cast, withdrawn):
    with acting(cast.ida.actor):
        end_today(cast.kim, cast.ida)

    assert "Vedholdenhed" not in words(browser(cast.ida).get(page(cast)))


def test_red_light_and_a_meeting_raise_and_let_go_at_once(cast, withdrawn):
    client = browser(cast.ida)
    light = reverse("staff:contacts:light", args=[cast.kim.citizen.pk])
    client.post(light, {"id": new_id(), "colour": "RED", "note": ""})
    with acting(cast.ida.actor):
        raised = set(FollowUp.objects.values_list("rule", "status"))
    met = {
        "id": new_id(),
        "kind": "VISIT",
        "place": "HOME",
        "outcome": "MET",
        "started_at": now().strftime("%Y-%m-%dT%H:%M"),
        "direct_minutes": "30",
        "staff": [cast.ida.staff_member.pk],
        "initiated_by": "TEAM",
    }
    client.post(reverse("staff:contacts:new", args=[cast.kim.citizen.pk]), met)

    assert ("TRY_AGAIN", "OPEN") in raised
    with acting(cast.ida.actor):
        assert set(FollowUp.objects.exclude(concerns="light").values_list("status")) == {("DONE",)}
