"""Susanne's people come together at her kitchen table; Anna writes on her phone, also without
JavaScript. Each goes home with the minutes in the version they may see.
"""

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, now
from tests.journeys.inspection import HEIGHTS, PHONE

WISH = "De skal høre det fra mig selv."
FIRST, ANSWER = "Jeg vil gerne sove.", "Jeg kan tage hunden om aftenen."
KEPT, PROMISED = "Jeg er bange for mørket.", "Går tur med hunden"


class Kitchen:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.actor = User.objects.get(username="bostoette1").actor
        with acting(self.actor):
            self.citizen = Citizen.objects.get(given_name="Susanne")
        self.meeting = ""

    def given_she_calls_a_meeting(self) -> None:
        self.page.goto(f"/borgere/{self.citizen.pk}/netvaerk/")
        self.page.get_by_role("link", name="Netværksmøder").click()
        self.page.get_by_role("link", name="Nyt netværksmøde").click()
        self.page.get_by_label("Det vil borgeren bruge mødet til").fill(WISH)
        started = now().astimezone(COPENHAGEN) - dt.timedelta(minutes=1)
        self.page.get_by_label("Hvornår").fill(f"{started:%Y-%m-%dT%H:%M}")
        self.page.get_by_label("Hvor", exact=True).fill("Ved køkkenbordet")
        self.page.get_by_role("button", name="Gem mødet").click()
        expect(self.page.get_by_text(WISH)).to_be_visible()
        self.meeting = self.page.url

    def when_her_sister_is_asked_and_both_are_here(self) -> None:
        self.page.locator("#inviter summary").click()
        self.page.get_by_label("Hvem vil borgeren have med?").select_option(label="Lene, Søster")
        self.page.get_by_role("button", name="Invitér", exact=True).click()
        for name in ("Susanne Lyngmose", "Lene"):
            here = self.page.get_by_role("button", name=re.compile(f"Er med ?{name}"))
            here.click()
            expect(here).to_have_count(0)

    def when_one_of_the_team_is_here_too(self) -> None:
        """Somebody of the team leads the talk; without them it cannot be closed."""
        self.page.locator("#inviter summary").click()
        person = self.page.get_by_label("Hvem vil borgeren have med?")
        colleague = person.locator("optgroup[label='Teamet'] option").first
        name = str(colleague.inner_text()).partition(",")[0]
        person.select_option(value=str(colleague.get_attribute("value")))
        self.page.get_by_role("button", name="Invitér", exact=True).click()
        here = self.page.get_by_role("button", name=re.compile(f"Er med ?{name}"))
        here.click()
        expect(here).to_have_count(0)

    def then_nobody_without_a_consent_is_offered(self) -> None:
        self.page.locator("#inviter summary").click()
        person = self.page.get_by_label("Hvem vil borgeren have med?")
        without = person.locator("optgroup[label='Samarbejdspartnere uden samtykke']")
        expect(without).to_have_count(0)
        expect(person.locator("option")).not_to_have_count(0)
        expect(self.page.get_by_text("når borgeren har givet samtykke").first).to_be_visible()

    def when_they_talk(self) -> None:
        self.page.get_by_role("link", name="3. Runden").click()
        expect(self.page.get_by_role("radio", name="Susanne Lyngmose")).to_be_checked()
        self.say(FIRST)
        expect(self.page.get_by_role("radio", name="Lene")).to_be_checked()
        self.say(ANSWER)
        self.page.get_by_role("radio", name="Susanne Lyngmose").check()
        self.page.get_by_role("checkbox", name="vil ikke have det sagt videre").check()
        self.say(KEPT)

    def say(self, words: str) -> None:
        self.page.get_by_label("Det blev sagt").fill(words)
        self.page.get_by_role("button", name="Gem ordene").click()
        expect(self.page.locator("#ord")).to_contain_text(words)

    def when_her_sister_promises_something(self) -> None:
        self.page.goto(self.meeting)
        self.page.get_by_role("link", name="Skriv en aftale").click()
        self.page.get_by_role("radio", name="Lene").check()
        self.page.get_by_label("Hvad?").fill(PROMISED)
        self.page.get_by_role("button", name="Skriv i planen").click()
        expect(self.page.locator("#aftalt")).to_contain_text(PROMISED)

    def then_it_is_hers_in_the_plan(self) -> None:
        with acting(self.actor):
            activity = PlanActivity.objects.select_related("network_person").get(what=PROMISED)
        assert str(activity.network_person) == "Lene"

    def when_it_is_closed(self) -> None:
        self.page.goto(self.meeting)
        self.page.get_by_text("Afslut mødet …").click()
        self.page.get_by_role("button", name="Afslut mødet", exact=True).click()
        expect(self.page.get_by_text("Referatet står her")).to_be_visible()

    def then_each_gets_their_own_version(self) -> None:
        for name, sees_it_all in (("Susanne Lyngmose", True), ("Lene", False)):
            self.page.goto(self.meeting)
            self.page.get_by_role("link", name=f"Referat til {name}").click()
            minutes = self.page.locator("#indhold")
            for words in (FIRST, ANSWER, PROMISED):
                expect(minutes).to_contain_text(words)
            assert (KEPT in minutes.inner_text()) is sees_it_all
            self.page.get_by_role("button", name="Jeg har givet referatet videre").click()
            expect(self.page.get_by_text("af Anna Kornvig")).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_people_meet_around_the_kitchen_table(demo_db, come_in, script):
    phone = {"width": PHONE, "height": HEIGHTS[PHONE]}
    kitchen = Kitchen(come_in("bostoette1", viewport=phone, java_script_enabled=script))
    kitchen.given_she_calls_a_meeting()
    kitchen.when_her_sister_is_asked_and_both_are_here()
    kitchen.when_one_of_the_team_is_here_too()
    kitchen.then_nobody_without_a_consent_is_offered()
    kitchen.when_they_talk()
    kitchen.when_her_sister_promises_something()
    kitchen.then_it_is_hers_in_the_plan()
    kitchen.when_it_is_closed()
    kitchen.then_each_gets_their_own_version()
