"""Anna writes in Jonas' plan, logs a visit, prints it; Peter of another team finds nothing.

The same prose is worked in three ways: with a mouse, without JavaScript, and by keyboard alone.
"""

import io
import re

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.journeys.conftest import DEMO_PASSWORD
from tests.journeys.hands import Keyboard, Mouse
from tests.journeys.inspection import DESK, HEIGHTS

CITIZEN = "Jonas Katvang"
WISH = "Bade i havet, inden det bliver vinter"
GOAL = "En tur til stranden hver anden uge"
FIRST_STEP = "Finde badebukserne frem"
SECOND_STEP = "Køre med derud og blive i bilen"
PARTNERS_PART = "Holder onsdagen fri for samtaler"
HIS_OWN_PART = "Pakker tasken aftenen før"
NOTE = "Vi fandt badebukserne bag vaskemaskinen og grinede."
PARTNER = "Lise Havreholt"

WAYS = {
    "mouse": (Mouse, {}),
    "no scripts": (Mouse, {"java_script_enabled": False}),
    "keyboard": (Keyboard, {}),
}


class SharedPlan:
    """What Anna does, and what Peter then cannot do."""

    def __init__(self, anna: Mouse, peter: Mouse) -> None:
        self.anna, self.peter = anna, peter
        self.page: Page = anna.page
        self.visited: list[str] = []

    # ------------------------------------------------------------ given

    def given_anna_has_logged_in(self) -> None:
        log_in_by_hand(self.anna, "bostoette1")

    # ------------------------------------------------------------ when

    def when_she_opens_jonas_from_the_board(self) -> None:
        expect(self.heading("I dag", level=1)).to_be_visible()
        menu = self.page.get_by_role("navigation", name="Hovedmenu")
        self.anna.press(menu.get_by_role("link", name="Tavlen"))
        expect(self.heading("Tavlen", level=1)).to_be_visible()
        expect(self.row_on_the_board()).not_to_contain_text("i dag")
        self.anna.press(self.row_on_the_board().get_by_role("link", name=CITIZEN, exact=True))
        expect(self.heading(CITIZEN, level=1)).to_be_visible()
        self.remember_the_address()

    def when_she_opens_the_plan(self) -> None:
        self.open_tab("Plan")

    def when_she_writes_his_wish(self) -> None:
        self.anna.press(self.button("Tilføj et ønske"))
        self.anna.write(self.field("Med borgerens egne ord"), WISH)
        self.save()
        expect(self.page.get_by_role("blockquote").filter(has_text=WISH)).to_be_visible()

    def when_she_hangs_a_goal_on_it(self) -> None:
        self.anna.press(self.button("Tilføj et mål"))
        self.anna.write(self.field("Mål"), GOAL)
        self.anna.tick(self.field(WISH))
        self.anna.choose(self.field("Ansvarlig"), "Anna Kornvig")
        self.save()
        expect(self.goal()).to_contain_text(WISH)
        expect(self.goal()).to_contain_text("Anna Kornvig")

    def when_she_adds_the_step(self, step: str) -> None:
        self.anna.press(self.goal().get_by_role("button", name="Tilføj et delmål"))
        self.anna.write(self.field("Et lille skridt"), step)
        self.save()
        expect(self.step(step)).to_be_visible()

    def when_she_adds_what_is_done(self, what: str, by: str) -> None:
        self.anna.press(self.goal().get_by_role("button", name="Tilføj en aktivitet").last)
        self.anna.write(self.field("Hvad skal der ske?"), what)
        self.anna.choose(self.field("Hvem gør det?"), by)
        self.save()
        expect(self.goal()).to_contain_text(what)

    def when_she_logs_a_visit_that_reaches(self, step: str) -> None:
        self.anna.press(self.page.get_by_role("link", name="Log kontakt"))
        self.anna.write(self.page.get_by_label("Minutter med borgeren"), "45")
        self.anna.write(self.page.get_by_label("Notat"), NOTE)
        self.anna.press(self.page.get_by_text("Delmål, I arbejdede med"))
        moved = self.page.get_by_role("group", name=step)
        self.anna.tick(moved.get_by_role("radio", name="Nået"))
        self.anna.press(self.button("Gem kontakten"))
        expect(self.page.get_by_text("Kontakten er gemt.")).to_be_visible()
        expect(self.page.get_by_role("listitem").filter(has_text=NOTE)).to_contain_text(step)
        self.remember_the_address()

    # ------------------------------------------------------------ then

    def then_the_timeline_shows_it(self) -> None:
        self.open_tab("Tidslinje")
        expect(self.page.get_by_role("listitem").filter(has_text=NOTE)).to_contain_text("i dag kl.")

    def then_the_plan_shows_the_step_reached(self) -> None:
        self.open_tab("Plan")
        expect(self.step(FIRST_STEP)).to_contain_text("Nået")
        expect(self.step(SECOND_STEP)).to_contain_text("I gang")
        expect(self.goal()).to_contain_text("1 af 2")

    def then_the_board_shows_that_they_met(self) -> None:
        menu = self.page.get_by_role("navigation", name="Hovedmenu")
        self.anna.press(menu.get_by_role("link", name="Tavlen"))
        expect(self.row_on_the_board()).to_contain_text("i dag")

    def then_both_papers_carry_the_new_words(self) -> None:
        whole = self.paper("Hele planen")
        for words in (WISH, GOAL, FIRST_STEP, SECOND_STEP, PARTNERS_PART, PARTNER, HIS_OWN_PART):
            assert words in whole
        simple = self.paper("Enkel plan")
        for words in (WISH, FIRST_STEP, SECOND_STEP):
            assert words in simple

    def then_peter_of_another_team_finds_nothing(self) -> None:
        log_in_by_hand(self.peter, "bostoette2")
        page = self.peter.page
        for address in self.visited:
            answer = page.goto(address)
            assert answer is not None
            assert answer.status == 404, address
            assert "Jonas" not in page.content()
        page.goto("/find/")
        self.peter.write(page.get_by_label("Navn eller CPR-nummer"), "Jonas")
        self.peter.press(page.get_by_role("button", name="Find", exact=True))
        expect(page.get_by_text("Ingen i dine teams passer til det")).to_be_visible()
        expect(page.get_by_text("Katvang")).to_have_count(0)

    # ------------------------------------------------------------ where things are

    def heading(self, name: str, *, level: int) -> Locator:
        return self.page.get_by_role("heading", name=name, level=level)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(label, exact=True)

    def row_on_the_board(self) -> Locator:
        return self.page.get_by_role("row").filter(has_text=CITIZEN)

    def goal(self) -> Locator:
        named = self.page.get_by_role("heading", name=GOAL)
        return self.page.get_by_role("article").filter(has=named)

    def step(self, words: str) -> Locator:
        return self.goal().get_by_role("listitem").filter(has_text=words)

    # ------------------------------------------------------------ small things

    def save(self) -> None:
        self.anna.press(self.button("Gem"))

    def open_tab(self, name: str) -> None:
        tabs = self.page.get_by_role("navigation", name="Borgerens sider")
        self.anna.press(tabs.get_by_role("link", name=name))
        expect(tabs.get_by_role("link", name=name)).to_have_attribute("aria-current", "page")
        self.remember_the_address()

    def remember_the_address(self) -> None:
        self.visited.append(self.page.url)

    def paper(self, name: str) -> str:
        """The text of a PDF, which must be tagged for reading aloud and say that it is Danish."""
        link = self.page.get_by_role("link", name=re.compile(f"^{name}"))
        self.visited.append(str(link.get_attribute("href")))
        content = self.anna.open_file(link)
        pdf = PdfReader(io.BytesIO(content))
        assert pdf.root_object["/MarkInfo"]["/Marked"].value is True
        assert "/StructTreeRoot" in pdf.root_object
        assert str(pdf.root_object["/Lang"]).startswith("da")
        return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def log_in_by_hand(hand: Mouse, username: str) -> None:
    hand.page.goto("/")
    hand.write(hand.page.get_by_label("Brugernavn"), username)
    hand.write(hand.page.get_by_label("Adgangskode"), DEMO_PASSWORD)
    hand.press(hand.page.get_by_role("button", name="Log ind"))
    expect(hand.page.get_by_role("navigation", name="Hovedmenu")).to_be_visible()


@pytest.fixture(params=WAYS)
def story(request, demo_db, new_context):
    hand, arguments = WAYS[request.param]
    desk = {"width": DESK, "height": HEIGHTS[DESK]}
    anna, peter = (hand(new_context(viewport=desk, **arguments).new_page()) for _ in range(2))
    return SharedPlan(anna, peter)


def test_a_plan_is_written_shown_printed_and_stays_in_the_team(story):
    story.given_anna_has_logged_in()
    story.when_she_opens_jonas_from_the_board()
    story.when_she_opens_the_plan()
    story.when_she_writes_his_wish()
    story.when_she_hangs_a_goal_on_it()
    story.when_she_adds_the_step(FIRST_STEP)
    story.when_she_adds_the_step(SECOND_STEP)
    story.when_she_adds_what_is_done(PARTNERS_PART, by=PARTNER)
    story.when_she_adds_what_is_done(HIS_OWN_PART, by=f"{CITIZEN} selv")
    story.when_she_logs_a_visit_that_reaches(FIRST_STEP)
    story.then_the_timeline_shows_it()
    story.then_the_plan_shows_the_step_reached()
    story.then_both_papers_carry_the_new_words()
    story.then_the_board_shows_that_they_met()
    story.then_peter_of_another_team_finds_nothing()
