"""The team's board: filtered, grouped, given other columns, put on paper and hung on the wall."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.hands import Keyboard, Mouse
from tests.journeys.inspection import DESK, PHONE, assert_accessible, look_at

CITIZEN = "Susanne Lyngmose"
WALL = {"width": 1920, "height": 1080}


class Board:
    """What Karen does with the board, by mouse, thumb or with nothing but the keyboard."""

    def __init__(self, karen: Mouse, *, scripts: bool) -> None:
        self.karen, self.scripts = karen, scripts
        self.page: Page = karen.page

    def given_the_whole_board(self) -> None:
        self.page.goto("/tavlen/")
        expect(self.rows()).to_have_count(15)
        self.look_for_barriers()

    def when_she_chooses_the_red_lights(self) -> None:
        self.unfold()
        self.choose("Lys", "Rødt lys")

    def then_only_those_are_there_and_the_board_says_so(self) -> None:
        expect(self.page.get_by_text("Viser 5 af 15 borgere: rødt lys")).to_be_visible()
        expect(self.rows()).to_have_count(5)
        assert "lys=roed" in self.page.url
        self.look_for_barriers()

    def when_she_groups_them_by_part(self) -> None:
        self.unfold()
        self.choose("Gruppér efter", "Del")

    def then_they_stand_under_their_part(self) -> None:
        expect(self.page.get_by_text("Grupperet efter del")).to_be_visible()
        expect(
            self.page.get_by_role("rowheader", name="Målrettet arbejde 3 borgere")
        ).to_be_visible()
        expect(self.rows()).to_have_count(5)
        self.look_for_barriers()

    def when_the_address_is_given_to_a_colleague(self) -> None:
        self.page.goto(self.page.url)

    def then_one_tap_shows_everybody_again(self) -> None:
        self.karen.press(self.page.get_by_role("link", name="Vis hele tavlen igen"))
        expect(self.rows()).to_have_count(15)

    def when_she_looks_for_a_name(self) -> None:
        self.unfold()
        self.karen.write(self.page.get_by_label("Navn", exact=True), "lyng")
        self.karen.press(self.page.get_by_role("button", name="Find på tavlen"))

    def then_the_name_is_not_in_the_address(self) -> None:
        expect(self.rows()).to_have_count(1)
        expect(self.rows()).to_contain_text(CITIZEN)
        assert "lyng" not in self.page.url

    def when_the_team_wants_to_see_what_the_citizens_want(self) -> None:
        self.page.goto("/tavlen/")
        self.unfold()
        self.karen.press(self.page.get_by_role("link", name="Vælg kolonner"))
        expect(self.page.get_by_label("Borgeren ønsker")).to_be_visible()
        self.look_for_barriers()
        self.karen.tick(self.page.get_by_label("Borgeren ønsker"))
        self.karen.press(self.page.get_by_role("button", name="Ryk op Borgeren ønsker"))
        expect(self.page.get_by_label("Borgeren ønsker")).to_be_checked()
        self.karen.press(self.page.get_by_role("button", name="Gem kolonnerne"))

    def then_it_stands_on_the_board_before_the_last(self) -> None:
        expect(self.page.get_by_text("Kolonnerne er gemt")).to_be_visible()
        headings = self.page.locator("thead th").all_text_contents()
        assert headings[-2:] == ["Borgeren ønsker", "Udredning"]
        assert headings[0] == "Borger"
        self.look_for_barriers()

    def when_it_hangs_on_the_wall(self) -> None:
        self.unfold()
        self.karen.press(self.page.get_by_role("link", name="Vis på en skærm på væggen"))
        self.page.set_viewport_size(WALL)

    def then_nobody_is_named_and_all_are_seen_at_once(self) -> None:
        expect(self.rows()).to_have_count(15)
        assert "Susanne" not in self.page.content()
        assert "Lyngmose" not in self.page.content()
        height = self.page.evaluate("document.documentElement.scrollHeight")
        assert height <= WALL["height"], "fifteen citizens do not fit the screen"
        self.look_for_barriers()

    def rows(self):
        return self.page.locator("tbody tr:has(td)")

    def unfold(self) -> None:
        """On a desk the choices lie open."""
        summary = self.page.get_by_text("Vælg, hvad tavlen viser")
        if summary.is_visible() and not self.page.get_by_label("Gruppér efter").is_visible():
            self.karen.press(summary)

    def choose(self, label: str, option: str) -> None:
        """Nothing changes under somebody who goes through a list with the arrows."""
        self.karen.choose(self.page.get_by_label(label, exact=True), option)
        self.karen.press(self.page.get_by_role("button", name="Vis", exact=True))

    def look_for_barriers(self) -> None:
        """Axe is a script, and waits for ever in a browser that runs none."""
        if self.scripts:
            assert_accessible(self.page)


@pytest.mark.parametrize(
    ("hands", "width", "scripts"),
    [
        (Mouse, DESK, True),
        (Mouse, PHONE, True),
        (Keyboard, DESK, True),
        (Mouse, PHONE, False),
    ],
    ids=["mouse", "thumb", "keyboard", "without-javascript"],
)
def test_a_real_board(demo_db, come_in, hands, width, scripts):
    page = come_in("koordinator1", java_script_enabled=scripts)
    look_at(page, width)
    board = Board(hands(page), scripts=scripts)
    board.given_the_whole_board()
    board.when_she_chooses_the_red_lights()
    board.then_only_those_are_there_and_the_board_says_so()
    board.when_she_groups_them_by_part()
    board.then_they_stand_under_their_part()
    board.when_the_address_is_given_to_a_colleague()
    board.then_one_tap_shows_everybody_again()
    board.when_she_looks_for_a_name()
    board.then_the_name_is_not_in_the_address()
    board.when_the_team_wants_to_see_what_the_citizens_want()
    board.then_it_stands_on_the_board_before_the_last()
    board.when_it_hangs_on_the_wall()
    board.then_nobody_is_named_and_all_are_seen_at_once()


def test_wall_renews_itself_where_one_has_scrolled(shared_demo, come_in):
    """The clock is turned on; the screen asks, and is told that there is nothing new."""
    page = come_in("koordinator1", viewport={"width": 1280, "height": 400})
    page.clock.install()
    page.goto("/tavlen/skaerm/")
    page.evaluate("scrollTo(0, 60)")

    with page.expect_response(lambda answer: "set=" in answer.url) as asked:
        page.clock.fast_forward("01:05")

    assert asked.value.status == 204
    assert page.evaluate("scrollY") == 60


def test_board_is_one_sheet_of_paper(shared_demo, come_in):
    page = come_in("koordinator1", viewport={"width": DESK, "height": 900})
    page.goto("/tavlen/")

    paper = page.pdf(prefer_css_page_size=True)

    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") == 1
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Tavlen")).to_be_visible()
    expect(page.locator(".hb-page-meta")).to_contain_text("Team Havnen")
    for unseen in ("Vælg kolonner", "Udredninger"):
        expect(page.get_by_text(unseen, exact=True)).to_be_hidden()
    for menu in page.locator("nav").all():
        expect(menu).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.querySelector('thead')).display") == (
        "table-header-group"
    )
    assert page.evaluate("getComputedStyle(document.querySelector('tbody tr')).breakInside") == (
        "avoid"
    )
