"""One plan in three browsers: Ida of the team, Lise of the job centre, and Kim whose plan it is.

Ida shares two of three goals. Lise writes what she does, and when they meet. Kim says no to one of
the two and speaks a suggestion, which the team takes in at its meeting. Then Kim stops the sharing.
"""

import datetime as dt
from http import HTTPStatus

import pytest
from playwright.sync_api import Page, expect

from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import today
from tests.factories.cast import add_to_plan
from tests.factories.sharing import let_citizen_in
from tests.journeys.doors import come_in_by_link, log_in_as_citizen
from tests.journeys.inspection import DESK, HEIGHTS, PHONE, take_picture

SHARED, KEPT = "Komme af sted om morgenen", "Tale med sin søster igen"
DOES, MEETS, TYPED = "Finder en praktik med dyr", "Samtale om praktik", "Ringer til stedet"
STEP = "Gå en tur med hunden"
PRESSED_LONG = 1_200  # milliseconds
FEWEST_ADDRESSES = 5


class ManyHands:
    def __init__(self, cast, *, ida: Page, lise: Page, kim: Page) -> None:
        self.cast, self.ida, self.lise, self.kim = cast, ida, lise, kim

    def about_kim(self, page: str) -> str:
        return f"/borgere/{self.cast.kim.citizen.pk}/{page}"

    # -------------------------------------------------------------- the team opens
    def when_the_team_lets_lise_in(self) -> None:
        self.ida.goto(f"/samarbejde/personer/{self.cast.lise.pk}/adgang/")
        self.ida.get_by_role("button", name="Inviter").click()
        come_in_by_link(self.lise, self.ida.get_by_label("Linket").input_value())
        expect(self.lise.get_by_role("heading", name="Mine borgere")).to_be_visible()
        expect(self.lise.get_by_text("Kim Krog")).to_have_count(0)

    def when_it_shares_two_of_three_goals(self) -> None:
        form = self.ida
        form.goto(self.about_kim("samtykke/ny/"))
        form.get_by_label("Til", exact=True).select_option(label="Alle hos Jobcenter Aabenby")
        for part in ("Mål og delmål", "Aktiviteter", "Aftaler"):
            form.get_by_role("checkbox", name=part, exact=True).check()
        for goal in (str(self.cast.kim.goal), SHARED):
            form.get_by_role("checkbox", name=goal).check()
        form.get_by_label("Hvad skal det bruges til").fill(
            "Så Kim slipper for at forklare det to gange"
        )
        form.get_by_label("Sådan er det givet").select_option(index=1)
        form.get_by_role("button", name="Gem samtykket").click()
        expect(form.get_by_text("Jobcenter Aabenby").first).to_be_visible()

    # -------------------------------------------------------------- the partner writes
    def then_lise_sees_the_two_and_no_more(self) -> None:
        self.lise.goto("/partner/")
        self.lise.get_by_role("link", name="Kim Krog").click()
        for goal in (str(self.cast.kim.goal), SHARED):
            expect(self.lise.get_by_role("heading", name=goal)).to_be_visible()
        assert KEPT not in self.lise.content()

    def when_lise_writes_what_she_does_and_when_they_meet(self) -> None:
        self.press_beside(SHARED)
        self.lise.get_by_label("Hvad gør I?").fill(DOES)
        self.lise.get_by_role("button", name="Gem", exact=True).click()
        expect(self.lise.get_by_text(DOES, exact=True)).to_be_visible()
        self.lise.get_by_role("link", name="Ny aftale").click()
        self.lise.get_by_label("Hvad", exact=True).fill(MEETS)
        begins = dt.datetime.combine(today() + dt.timedelta(days=3), dt.time(13))
        self.lise.get_by_label("Hvornår").first.fill(f"{begins:%Y-%m-%dT%H:%M}")
        self.lise.get_by_role("button", name="Gem aftalen").click()
        expect(self.lise.get_by_text(MEETS).first).to_be_visible()
        take_picture(self.lise, "many-hands-partner")

    def press_beside(self, goal: str) -> None:
        link = self.lise.get_by_role("link", name="Skriv, hvad I gør")
        link.filter(has_text=goal).click()

    # -------------------------------------------------------------- the citizen answers
    def then_kim_sees_both_by_name_and_says_no_to_one(self) -> None:
        self.kim.goto("/mine-skridt/")
        goal = self.kim.get_by_role("region", name=SHARED)
        goal.get_by_text("Hvem gør hvad?").tap()
        expect(goal.get_by_role("listitem").filter(has_text=DOES)).to_contain_text(
            f"Lise fra Jobcenter Aabenby: {DOES}"
        )
        take_picture(self.kim, "many-hands-citizen")
        self.kim.goto("/mine-aftaler/")
        meeting = self.kim.get_by_role("region").filter(has_text=MEETS)
        expect(meeting.get_by_text("Lise fra Jobcenter Aabenby").first).to_be_visible()
        meeting.get_by_role("link", name="Sig ja eller nej").tap()
        self.kim.get_by_role("button", name="Nej").tap()
        expect(self.kim.get_by_text("Du har sagt nej").first).to_be_visible()

    def when_kim_speaks_a_suggestion(self) -> None:
        self.kim.goto("/skriv/skridt/")
        self.kim.get_by_label(SHARED).tap()
        self.kim.get_by_role("button", name="Tryk, og tal").tap()
        expect(self.kim.get_by_text("Vi lytter.")).to_be_visible()
        self.kim.wait_for_timeout(PRESSED_LONG)
        self.kim.get_by_role("button", name="Stop – jeg er færdig").tap()
        expect(self.kim.get_by_text("Vi har hørt dig")).to_be_visible()
        self.kim.get_by_role("button", name="Send", exact=True).tap()
        expect(self.kim.get_by_text("Sendt. Tak, fordi du siger det.")).to_be_visible()

    # -------------------------------------------------------------- the team's meeting
    def when_the_team_takes_it_in_at_its_meeting(self) -> None:
        page = self.ida
        page.goto("/moede/")
        page.get_by_role("checkbox", name="Ida").check()
        page.get_by_role("button", name="Begynd mødet").click()
        page.locator("#borgerne").get_by_role("link", name="Kim Krog").click()
        heard = page.locator("#fra-borgeren")
        sound = heard.locator("audio").get_attribute("src")
        assert page.request.get(f"{page.url.split('/moede/')[0]}{sound}").ok
        heard.get_by_role("link", name="Tag med").click()
        form = page.locator("#beslut-tag-med")
        form.get_by_label("Sådan står det i planen").fill(STEP)
        form.get_by_role("button", name="Tag med som delmål").click()
        expect(page.locator("#besluttet")).to_contain_text(f"Nyt delmål: “{STEP}”")
        self.kim.goto("/mine-skridt/")
        expect(self.kim.get_by_text(STEP).first).to_be_visible()

    # -------------------------------------------------------------- the citizen stops
    def when_kim_stops_while_lise_is_writing(self) -> None:
        self.press_beside(SHARED)
        self.lise.get_by_label("Hvad gør I?").fill(TYPED)
        self.kim.goto("/hvem-ser-hvad/")
        self.kim.get_by_role("link", name="Stop for Jobcenter Aabenby").tap()
        self.kim.get_by_role("button", name="Ja, stop").tap()
        expect(self.kim.get_by_text("Det er stoppet.")).to_be_visible()

    def then_lise_is_refused_and_finds_nothing(self, addresses: list[str]) -> None:
        self.lise.get_by_role("button", name="Gem", exact=True).click()
        expect(self.lise.get_by_role("heading", level=1)).to_have_text(
            "Det her er ikke åbent for dig længere"
        )
        expect(self.lise.get_by_label("Hvad gør I?")).to_have_value(TYPED)
        for address in addresses:
            assert self.lise.request.get(address).status == HTTPStatus.NOT_FOUND, address
        self.lise.goto("/partner/")
        assert "Kim" not in self.lise.locator("main").inner_text()

    def addresses_of_lise(self) -> list[str]:
        """Where Kim is, for Lise: the page she stands on, and all it leads to."""
        here = self.lise.url.split("#")[0]
        links = [str(link.get_attribute("href")) for link in self.lise.locator("main a").all()]
        base = here.split("/partner/")[0]
        about = [f"{base}{link}" for link in links if str(self.cast.kim.citizen.pk) in link]
        assert len(about) >= FEWEST_ADDRESSES
        return [here, *about]


@pytest.fixture
def story(cast, come_in, new_context):
    with acting(cast.ida.actor):
        cast.lise.save_changes({"email": "lise@partner.example"}, version=cast.lise.version)
        for text in (SHARED, KEPT):
            add_to_plan(cast.kim.plan, cast.ida, ItemKind.GOAL, text=text)
    desk = {"viewport": {"width": DESK, "height": HEIGHTS[DESK]}}
    phone = {"viewport": {"width": PHONE, "height": HEIGHTS[PHONE]}, "has_touch": True}
    kim = new_context(**phone).new_page()
    log_in_as_citizen(kim, let_citizen_in(cast.kim, cast.ida).user.username)
    return ManyHands(cast, ida=come_in("ida", **desk), lise=new_context(**desk).new_page(), kim=kim)


def test_one_plan_is_shared_answered_taken_in_and_closed_again(story):
    story.when_the_team_lets_lise_in()
    story.when_it_shares_two_of_three_goals()
    story.then_lise_sees_the_two_and_no_more()
    story.when_lise_writes_what_she_does_and_when_they_meet()
    story.then_kim_sees_both_by_name_and_says_no_to_one()
    story.when_kim_speaks_a_suggestion()
    story.when_the_team_takes_it_in_at_its_meeting()
    addresses = story.addresses_of_lise()
    story.when_kim_stops_while_lise_is_writing()
    story.then_lise_is_refused_and_finds_nothing(addresses)
