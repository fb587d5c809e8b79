"""A made-up method with other parts, elements, agendas and functions walks through the product."""

from pathlib import Path

import pytest
from django.urls import reverse

from hjemmebane.domain.method import queries
from hjemmebane.domain.practice.actions import place_course
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words

PACKS = Path(__file__).parents[3] / "packs"


@pytest.fixture
def naboskab(settings):
    settings.METHOD_PACKS_DIR = str(PACKS)
    queries.packs.cache_clear()
    yield queries.pack("naboskab")
    queries.packs.cache_clear()


def move(cast, to):
    with acting(cast.bo.actor):
        version = Team.objects.get(pk=cast.team_one.pk).version
    sent = {"id": new_id(), "version": version, "to": to}
    return browser(cast.bo).post(reverse("staff:method:move"), sent)


@pytest.fixture
def moved(cast, naboskab):
    """Team one works after the made-up method, and Kim sits at the table."""
    assert move(cast, naboskab.code).status_code == 302
    with acting(cast.ida.actor):
        cast.kim.course.team.refresh_from_db()
        place_course(
            id=new_id(),
            course=cast.kim.course,
            part="TABLE",
            reason="Kaffen er klar",
            from_on=today(),
            by=cast.ida.actor,
            at=now(),
        )
    return cast


# route, whether it is about Kim, and what the method puts there
PAGES = (
    ("staff:today:page", False, ""),
    ("staff:board:page", False, ""),
    ("staff:method:page", False, "Metoden: Naboskab"),
    ("staff:method:move", False, "Nu: Naboskab"),
    ("staff:meetings:page", False, "Vejmøde"),
    ("staff:meetings:agenda", False, "Hele vejen"),
    ("staff:fidelity:page", False, "En bænk"),
    ("staff:fidelity:logged", False, "Bank på"),
    ("staff:teams:page", False, "Nabohjælp"),
    ("staff:teams:roles", False, ""),
    ("staff:workload:page", False, "Havehjælp"),
    ("staff:steering:page", False, ""),
    ("staff:assessments:page", False, ""),
    ("staff:citizens:overview", True, "Ved bordet"),
    ("staff:practice:page", True, "Over hækken"),
    ("staff:plans:page", True, ""),
    ("staff:courses:page", True, ""),
    ("staff:contacts:page", True, ""),
    ("staff:citizens:network", True, ""),
    ("staff:measurements:page", True, ""),
)


@pytest.mark.django_db
@pytest.mark.parametrize(("route", "about_kim", "told"), PAGES, ids=[one[0] for one in PAGES])
def test_every_main_page_is_walked(moved, route, about_kim, told):
    keys = [moved.kim.citizen.pk] if about_kim else []
    page = browser(moved.bo).get(reverse(route, args=keys))

    assert page.status_code == 200
    assert told in words(page)


@pytest.mark.django_db
def test_a_citizen_placed_before_is_asked_to_be_placed_anew(cast, naboskab):
    with acting(cast.ida.actor):
        place_course(
            id=new_id(),
            course=cast.kim.course,
            part="GOAL_WORK",
            reason="Planen er lavet",
            from_on=today(),
            by=cast.ida.actor,
            at=now(),
        )
    move(cast, naboskab.code)

    page = browser(cast.ida).get(reverse("staff:practice:page", args=[cast.kim.citizen.pk]))
    asked = "Borgeren stod i “Målrettet arbejde med ønsker, håb og drømme” i M-ACT."
    assert asked in words(page)
    assert "Målrettet arbejde (før)" in page.content.decode()


@pytest.mark.django_db
def test_only_the_coordinator_is_offered_the_button(cast):
    as_member = browser(cast.ida).get(reverse("staff:method:move"))
    as_coordinator = browser(cast.bo).get(reverse("staff:method:move"))

    assert "Teamets koordinator vælger metoden." in words(as_member)
    assert "Skift metode" in words(as_coordinator)
    assert "Borgere, der følger med" in words(as_coordinator)


@pytest.mark.django_db
def test_a_member_who_sends_it_anyway_is_refused(cast):
    with acting(cast.ida.actor):
        version = Team.objects.get(pk=cast.team_one.pk).version
    sent = {"id": new_id(), "version": version, "to": "act"}
    page = browser(cast.ida).post(reverse("staff:method:move"), sent)

    assert page.status_code == 422
