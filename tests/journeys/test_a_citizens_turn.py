"""One citizen's turn at a board meeting: a small step changed and a task given, in few presses.

The same prose is worked in three ways: with a mouse, without JavaScript, and by keyboard alone.
"""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.hands import Mouse
from tests.journeys.inspection import DESK, HEIGHTS
from tests.journeys.test_a_shared_plan import WAYS

CITIZEN = "Jonas Katvang"
STEP = "Aftale en ordning på 200 kroner om måneden"
TASK = "Ringe til gældsrådgiveren"
# From opening the citizen until the step is changed and the task given; typing not counted.
MOST_PRESSES = 6


class Turn:
    def __init__(self, karen: Mouse) -> None:
        self.karen, self.page = karen, karen.page
        self.presses = 0

    def press(self, target: Locator) -> None:
        self.karen.press(target)
        self.presses += 1

    def given_a_meeting(self) -> None:
        self.page.goto("/moede/")
        self.karen.tick(self.page.get_by_role("checkbox", name="Karen Tindmose"))
        self.karen.press(self.page.get_by_role("button", name="Begynd mødet"))
        expect(self.page.get_by_role("heading", name="Siden sidst")).to_be_visible()

    def when_she_takes_up_jonas(self) -> None:
        self.press(self.page.get_by_role("button", name="Tag op").filter(has_text=CITIZEN))
        expect(self.page.get_by_role("heading", name=CITIZEN, level=1)).to_be_visible()

    def when_she_says_that_a_step_is_reached(self) -> None:
        self.press(self.page.get_by_role("button", name="Nået").filter(has_text=STEP))
        expect(self.decided).to_contain_text(f"Delmål nået: “{STEP}”")

    def when_she_gives_a_task(self) -> None:
        form = self.page.locator("details").filter(has_text="Giv en opgave")
        self.press(form.locator("summary"))
        self.karen.write(form.get_by_label("Hvad skal gøres"), TASK)
        self.karen.choose(form.get_by_label("Hvem"), "Samir Lærkedam")
        self.presses += 1
        self.press(form.get_by_role("button"))
        expect(self.decided).to_contain_text(f"Opgave: Samir Lærkedam: {TASK}")

    def when_she_closes_the_meeting(self) -> None:
        self.karen.press(self.page.get_by_role("link", name="Mødets liste"))
        self.karen.press(self.page.locator("summary").filter(has_text="Luk mødet"))
        self.karen.press(self.page.get_by_role("button", name="Luk mødet", exact=True))

    def then_the_minutes_say_it(self) -> None:
        minutes = self.page.locator("#referat")
        expect(minutes).to_contain_text(f"Delmål nået: “{STEP}”")
        expect(minutes).to_contain_text(TASK)
        expect(self.page.get_by_text("Karen Tindmose").last).to_be_visible()

    @property
    def decided(self) -> Locator:
        return self.page.locator("#besluttet")


@pytest.fixture(params=WAYS)
def story(request, demo_db, come_in):
    hands, settings = WAYS[request.param]
    desk = {"width": DESK, "height": HEIGHTS[DESK]}
    page: Page = come_in("koordinator1", viewport=desk, **settings)
    return Turn(hands(page))


def test_a_turn_takes_few_presses(story):
    story.given_a_meeting()
    story.when_she_takes_up_jonas()
    story.when_she_says_that_a_step_is_reached()
    story.when_she_gives_a_task()

    assert story.presses <= MOST_PRESSES
    story.when_she_closes_the_meeting()
    story.then_the_minutes_say_it()
