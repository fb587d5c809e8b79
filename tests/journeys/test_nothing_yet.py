"""Before anything is written: every page says kindly what may come here, and how to begin."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.consents.choices import HowGiven
from hjemmebane.domain.courses.actions import CourseStart, start_course_for_new_citizen
from hjemmebane.domain.teams.actions import add_team
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, STARTED_ON, Cast, employ, let_join
from tests.journeys.inspection import inspect

PAGES = {
    "staff:citizens:overview": "Ingen ønsker endnu",
    "staff:plans:page": "Der er ingen plan endnu",
    "staff:contacts:page": "Ingen kontakter endnu",
    "staff:citizens:timeline": "Samtykke til Team et",
    "staff:citizens:network": "Ingen i netværket endnu",
}


@pytest.fixture
def somebody_new(cast: Cast) -> object:
    """The key of a citizen of whom nothing is known but a name."""
    with acting(cast.ida.actor):
        course = start_course_for_new_citizen(
            citizen_id=new_id(),
            course_id=new_id(),
            details=CitizenDetails(given_name="Liv"),
            team=cast.team_one,
            start=CourseStart(started_on=STARTED_ON, consent_how_given=HowGiven.ORALLY),
            by=cast.ida.actor,
            at=NOW,
        )
    return course.citizen_id


@pytest.fixture
def ida(cast, come_in):
    return come_in("ida")


@pytest.mark.parametrize("route", PAGES)
def test_page_about_somebody_new(ida, somebody_new, route):
    ida.goto(reverse(route, args=[somebody_new]))
    expect(ida.get_by_text(PAGES[route]).first).to_be_visible()
    inspect(ida, f"empty-{route.split(':')[1]}-{route.split(':')[2]}")


def test_plan_that_has_just_begun(ida, somebody_new):
    ida.goto(reverse("staff:plans:page", args=[somebody_new]))
    ida.get_by_role("button", name="Begynd planen").click()
    expect(ida.get_by_text("Ingen ønsker endnu")).to_be_visible()
    inspect(ida, "empty-plan-begun")
    ida.goto(reverse("staff:plans:compare", args=[somebody_new]))
    inspect(ida, "empty-plan-compare")


def test_board_of_a_new_team(cast, come_in):
    with acting(OPERATIONS):
        team = add_team(municipality=cast.municipality, name="Team tre", by=OPERATIONS, at=NOW)
        let_join(team, employ("Sif", "Bostøtte"), CoreFunction.SOCIAL_PRACTICAL)
    page = come_in("sif")
    expect(page.get_by_text("Ingen aftaler i dag")).to_be_visible()
    inspect(page, "empty-today")
    page.goto("/tavlen/")
    expect(page.get_by_text("Ingen borgere endnu")).to_be_visible()
    inspect(page, "empty-board")


def test_somebody_without_a_team(cast, new_context):
    with acting(OPERATIONS):
        employ("Tue", "Bostøtte")
    page = new_context().new_page()
    page.goto("/login/")
    page.get_by_label("Brugernavn").fill("tue")
    page.get_by_label("Adgangskode").fill("en-lang-adgangskode")
    page.get_by_role("button", name="Log ind").click()
    expect(page.get_by_text("Du er ikke med i et team endnu")).to_be_visible()
    inspect(page, "empty-without-a-team")


def test_search_that_finds_nothing(ida):
    ida.goto("/find/")
    ida.get_by_label("Navn eller CPR-nummer").fill("Noor")
    ida.get_by_role("button", name="Find", exact=True).click()
    expect(ida.get_by_text("Ingen i dine teams passer til det")).to_be_visible()
    inspect(ida, "empty-search")


def test_search_that_finds_somebody(ida):
    ida.goto("/find/")
    ida.get_by_label("Navn eller CPR-nummer").fill("kim")
    ida.get_by_role("button", name="Find", exact=True).click()
    expect(ida.get_by_role("link", name="Kim Krog")).to_be_visible()
    inspect(ida, "search-found")
