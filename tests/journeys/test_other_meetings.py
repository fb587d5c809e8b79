"""Sparring, a treatment meeting and the steering group, each from beginning to minutes.

With and without JavaScript: they are plain forms.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.inspection import DESK, HEIGHTS

WITH_AND_WITHOUT = pytest.mark.parametrize("scripted", [True, False], ids=["scripted", "plain"])


@pytest.fixture
def sit_down(demo_db, come_in):
    def sit_down(who: str, *, scripted: bool) -> Page:
        desk = {"width": DESK, "height": HEIGHTS[DESK]}
        return come_in(who, viewport=desk, java_script_enabled=scripted)

    return sit_down


def begin(page: Page, kind: str) -> None:
    page.goto("/moede/")
    page.get_by_role("navigation", name="Slags møde").get_by_role("link", name=kind).click()
    expect(page.get_by_role("heading", name=kind, level=1)).to_be_visible()
    page.get_by_role("checkbox", name="Karen Tindmose").check()


def close(page: Page) -> None:
    page.get_by_text("Luk mødet …").click()
    page.get_by_role("button", name="Luk mødet", exact=True).click()
    expect(page.get_by_text("Referatet står her")).to_be_visible()


@WITH_AND_WITHOUT
def test_sparring_goes_home_with_something_to_try(sit_down, scripted):
    page = sit_down("koordinator1", scripted=scripted)
    begin(page, "Sparring")
    page.get_by_label("Hvad tager I op?").fill("Aftaler, der bliver glemt")
    page.get_by_role("button", name="Begynd mødet").click()
    expect(page.get_by_text("Aftaler, der bliver glemt")).to_be_visible()

    point = page.locator("details").filter(has_text="Det, vi vil prøve")
    point.locator("summary").click()
    point.get_by_label("Det blev sagt").fill("Vi ringer samme morgen")
    point.get_by_role("button").click()
    expect(page.get_by_text("Vi ringer samme morgen")).to_be_visible()
    close(page)
    expect(page.get_by_text("Vi ringer samme morgen")).to_be_visible()


@WITH_AND_WITHOUT
def test_treatment_meeting_sets_a_goal_in_depth(sit_down, scripted):
    page = sit_down("koordinator1", scripted=scripted)
    begin(page, "Behandlingsmøde")
    waiting = page.get_by_role("checkbox", name="ikke gennemgået i dybden endnu").first
    waiting.check()
    page.get_by_role("button", name="Begynd mødet").click()
    page.get_by_role("button", name="Tag op").click()
    expect(page.get_by_role("heading", name="Planen i dybden")).to_be_visible()

    form = page.locator("details").filter(has_text="Nyt mål")
    form.locator("summary").click()
    form.get_by_label("Mål", exact=True).fill("Svømme en gang om ugen")
    form.get_by_role("button").click()
    expect(page.locator("#besluttet")).to_contain_text("Nyt mål: “Svømme en gang om ugen”")

    page.get_by_role("link", name="Mødets liste").click()
    close(page)
    expect(page.locator("#referat")).to_contain_text("Nyt mål: “Svømme en gang om ugen”")


@WITH_AND_WITHOUT
def test_manager_and_coordinator_keep_the_way_free(sit_down, scripted):
    manager = sit_down("leder1", scripted=scripted)
    manager.get_by_role("navigation", name="Hovedmenu").get_by_role(
        "link", name="Styregruppe"
    ).click()
    manager.get_by_role("link", name="Skriv et møde ned").click()
    manager.get_by_role("checkbox", name="Gitte Engtorn").check()
    manager.get_by_label("Hvem var ellers med?").fill("Jobcentret, afdelingsleder")
    manager.get_by_role("button", name="Gem").click()
    manager.get_by_role("radio", name="Aftale").check()
    manager.get_by_label("Kort sagt").fill("Én fast kontakt i jobcentret")
    manager.get_by_label("Hvem sørger for det?").fill("Jobcentret")
    manager.get_by_role("button", name="Gem").click()
    expect(manager.locator("#fra-moedet")).to_contain_text("Én fast kontakt i jobcentret")

    coordinator = sit_down("koordinator1", scripted=scripted)
    coordinator.goto("/styregruppe/")
    coordinator.get_by_role("link", name="Håndteret").filter(has_text="Én fast kontakt").click()
    coordinator.get_by_label("Hvad kom der ud af det?").fill("Hun hedder Lise")
    coordinator.get_by_role("button", name="Det er håndteret").click()
    expect(coordinator.get_by_text("Håndteret. Punktet står ikke på flere møder")).to_be_visible()
    expect(coordinator.locator("#aabent")).not_to_contain_text("Én fast kontakt")

    manager.reload()
    expect(manager.locator("#fra-moedet")).to_contain_text("Hun hedder Lise")
