"""Anna comes in the morning: whom she meets, what the others did, and a task that is done."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.hands import Keyboard, Mouse
from tests.journeys.inspection import DESK, PHONE, assert_accessible, look_at

CITIZEN = "Susanne Lyngmose"
TASK, WHY = "Hent nøglen hos viceværten", "Har ikke sovet siden fredag"


class Morning:
    """What Anna does with her day, by mouse or with nothing but the keyboard."""

    def __init__(self, anna: Mouse, *, scripts: bool) -> None:
        self.anna, self.scripts = anna, scripts
        self.page: Page = anna.page

    def given_the_day_is_where_she_begins(self) -> None:
        expect(self.page.get_by_role("heading", name="I dag", level=1)).to_be_visible()
        self.look_for_barriers()

    def when_she_writes_down_a_task_for_herself(self) -> None:
        self.anna.press(self.page.get_by_role("link", name="Ny opgave i teamet"))
        self.anna.write(self.page.get_by_label("Hvad skal gøres"), TASK)
        self.anna.press(self.page.get_by_role("button", name="Gem opgaven"))
        expect(self.page.get_by_role("heading", name="I dag", level=1)).to_be_visible()

    def then_it_waits_for_her(self) -> None:
        expect(self.row()).to_contain_text("Team Havnen")
        expect(self.button("Gjort")).to_be_visible()

    def when_she_ticks_it(self) -> None:
        self.anna.press(self.button("Gjort"))

    def then_it_is_done_and_she_may_think_again(self) -> None:
        expect(self.row()).to_contain_text("Gjort i dag")
        self.look_for_barriers()
        self.anna.press(self.button("Fortryd"))
        expect(self.button("Gjort")).to_be_visible()

    def when_she_asks_for_a_follow_up(self) -> None:
        self.page.goto("/tavlen/")
        self.anna.press(self.page.get_by_role("link", name=CITIZEN, exact=True))
        tabs = self.page.get_by_role("navigation", name="Borgerens sider")
        self.anna.press(tabs.get_by_role("link", name="Kontakt"))
        self.anna.press(self.page.get_by_role("link", name="Ny opfølgning"))
        self.anna.write(self.page.get_by_label("Hvad skal følges op"), WHY)
        self.anna.press(self.page.get_by_role("button", name="Gem opfølgningen"))
        expect(self.page.get_by_text(WHY).first).to_be_visible()

    def when_she_sees_a_red_light(self) -> None:
        self.anna.press(self.page.get_by_text("Hvordan er det nu?"))
        self.anna.tick(self.page.get_by_role("radio", name="Rød"))
        self.anna.press(self.page.get_by_role("button", name="Gem lyset"))

    def then_the_light_is_told_in_a_word(self) -> None:
        region = self.page.get_by_role("region", name="Trafiklys")
        expect(region).to_contain_text("Anna Kornvig, i dag")
        self.page.reload()
        expect(self.page.get_by_text("Trafiklys: rød, i dag")).to_be_visible()
        self.look_for_barriers()

    def look_for_barriers(self) -> None:
        """Axe is a script, and waits for ever in a browser that runs none."""
        if self.scripts:
            assert_accessible(self.page)

    def row(self):
        return self.page.get_by_role("listitem").filter(has_text=TASK)

    def button(self, label: str):
        return self.row().get_by_role("button", name=label)


@pytest.mark.parametrize(
    ("hands", "width", "scripts"),
    [(Mouse, PHONE, True), (Keyboard, DESK, True), (Mouse, PHONE, False)],
    ids=["thumb", "keyboard", "without-javascript"],
)
def test_a_day(demo_db, come_in, hands, width, scripts):
    page = come_in("bostoette1", java_script_enabled=scripts)
    look_at(page, width)
    morning = Morning(hands(page), scripts=scripts)
    morning.given_the_day_is_where_she_begins()
    morning.when_she_writes_down_a_task_for_herself()
    morning.then_it_waits_for_her()
    morning.when_she_ticks_it()
    morning.then_it_is_done_and_she_may_think_again()
    morning.when_she_asks_for_a_follow_up()
    morning.when_she_sees_a_red_light()
    morning.then_the_light_is_told_in_a_word()
