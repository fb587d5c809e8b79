"""The whole team goes through its citizens from two devices; the minutes say what was decided.

Karen runs the meeting on the large screen, Anna writes from her own. Anna's browser dies half way.
"""

from collections import Counter

import pytest
from playwright.sync_api import Locator, Page, expect

from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.meetings.models import TeamMeeting
from hjemmebane.domain.meetings.queries import changes_at
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import acting
from tests.journeys.inspection import DESK, HEIGHTS

CITIZENS = 15
STEP, VISIT = "Lille skridt nr. {}.", "Aftalt besøg nr. {}."
STARTS_AT = "2099-05-{:02}T10:00"
TAKEN = 1  # the turn at which Anna is offered the time of the one before


class Meeting:
    def __init__(self, karen: Page, anna: Page) -> None:
        self.karen, self.anna = karen, anna
        self.turns: list[str] = []
        self.address = ""

    def given_a_meeting_with_two_at_it(self) -> None:
        self.karen.goto("/moede/")
        for name in ("Karen Tindmose", "Anna Kornvig"):
            self.karen.get_by_role("checkbox", name=name).check()
        self.karen.get_by_role("button", name="Begynd mødet").click()
        expect(self.karen.get_by_role("heading", name="Borgerne")).to_be_visible()
        links = self.karen.locator("#borgerne a").all()
        self.turns = [str(link.get_attribute("href")) for link in links]
        self.address = self.karen.url

    def when_both_decide_about_everybody(self) -> None:
        for number, turn in enumerate(self.turns):
            if number == len(self.turns) // 2:
                self.annas_browser_dies_and_is_opened_again()
            self.karen.goto(turn)
            self.anna.goto(turn)
            self.when_anna_agrees_on(number)
            self.when_karen_decides(number)
            self.then_anna_sees_it_without_doing_anything(number)

    def annas_browser_dies_and_is_opened_again(self) -> None:
        context = self.anna.context
        self.anna.close()
        self.anna = context.new_page()

    def when_anna_agrees_on(self, number: int) -> None:
        """A day each; once two at the same time, knowingly."""
        what, day = VISIT.format(number), 1 if number == TAKEN else number + 1
        form = self.open_form(self.anna, "Lav en aftale med borgeren")
        form.get_by_label("Hvad", exact=True).fill(what)
        form.get_by_label("Hvornår").first.fill(STARTS_AT.format(day))
        form.get_by_label("Hvem kommer").select_option(label="Anna Kornvig")
        self.save(form)
        if number == TAKEN:
            expect(form.get_by_role("alert")).to_contain_text("Anna Kornvig har en aftale med")
            form.get_by_role("button", name="Gem alligevel").click()
        expect(self.anna.locator("#besluttet")).to_contain_text(what)

    def when_karen_decides(self, number: int) -> None:
        """A small step where there is a goal; else why the citizen is on the board."""
        if self.karen.get_by_text("Nyt delmål", exact=True).count():
            form = self.open_form(self.karen, "Nyt delmål")
            form.get_by_label("Et lille skridt").fill(STEP.format(number))
            goals = form.get_by_label("Mål", exact=True)
            goals.select_option(index=goals.locator("option").count() - 1)
        else:
            form = self.open_form(self.karen, "Sæt på tavlen med en grund")
            form.get_by_label("Hvorfor").select_option(index=1)
            form.get_by_label("Kort sagt").fill(STEP.format(number))
        self.save(form)

    def then_anna_sees_it_without_doing_anything(self, number: int) -> None:
        expect(self.anna.locator("#besluttet")).to_contain_text(f"{STEP.format(number)}")

    def open_form(self, page: Page, label: str) -> Locator:
        form = page.locator("details").filter(has_text=label)
        form.locator("summary").click()
        return form

    def save(self, form: Locator) -> None:
        form.get_by_role("button").click()

    def when_it_is_closed(self) -> None:
        self.karen.goto(self.address)
        self.karen.get_by_text("Luk mødet …").click()
        self.karen.get_by_role("button", name="Luk mødet", exact=True).click()
        expect(self.karen.get_by_text("Referatet står her")).to_be_visible()

    def then_the_minutes_say_what_the_record_holds(self) -> None:
        minutes = self.karen.locator("#referat").inner_text()
        with acting(User.objects.get(username="koordinator1").actor):
            meeting = TeamMeeting.objects.latest("opened_at")
            decided = Counter(change.verb for change in changes_at(meeting))
            agreed = Appointment.objects.filter(what__startswith="Aftalt ").count()
        for number in range(len(self.turns)):
            assert STEP.format(number) in minutes
            assert VISIT.format(number) in minutes
        assert agreed == len(self.turns)
        assert decided["contacts.make_appointment"] == len(self.turns)
        assert decided["plans.add_item"] + decided["meetings.put_on_board"] >= len(self.turns)


@pytest.fixture
def story(demo_db, come_in):
    desk = {"width": DESK, "height": HEIGHTS[DESK]}
    return Meeting(*(come_in(name, viewport=desk) for name in ("koordinator1", "bostoette1")))


def test_two_decide_about_everybody_and_the_minutes_say_it(story):
    story.given_a_meeting_with_two_at_it()
    assert len(story.turns) == CITIZENS
    story.when_both_decide_about_everybody()
    story.when_it_is_closed()
    story.then_the_minutes_say_what_the_record_holds()


def test_what_is_typed_stays_when_somebody_else_changes_something(story):
    story.given_a_meeting_with_two_at_it()
    for page in (story.karen, story.anna):
        page.goto(story.turns[0])
    form = story.open_form(story.anna, "Skriv, hvad der blev sagt")
    form.get_by_label("Det blev sagt").fill("Halvvejs gennem en sæt")

    story.when_karen_decides(0)

    story.then_anna_sees_it_without_doing_anything(0)
    expect(form.get_by_label("Det blev sagt")).to_have_value("Halvvejs gennem en sæt")
    expect(form.get_by_label("Det blev sagt")).to_be_focused()


def test_half_a_sentence_survives_a_lost_network_and_a_lost_page(story, complaints):
    story.given_a_meeting_with_two_at_it()
    anna, words = story.anna, "Halvvejs gennem en sætning"
    anna.goto(story.turns[0])
    form = story.open_form(anna, "Skriv, hvad der blev sagt")
    said = form.get_by_label("Det blev sagt")
    said.fill(words)

    anna.context.set_offline(True)
    story.save(form)
    expect(anna.get_by_text("Der er ingen forbindelse")).to_be_visible()
    expect(said).to_have_value(words)
    anna.context.set_offline(False)
    assert "error: Failed to load resource: net::ERR_INTERNET_DISCONNECTED" in complaints
    complaints.clear()
    anna.once("dialog", lambda dialog: dialog.accept())
    anna.reload()

    expect(said).to_be_visible()
    expect(said).to_have_value(words)
    story.save(form)
    expect(anna.locator("#besluttet")).to_contain_text(words)
    anna.reload()
    story.open_form(anna, "Skriv, hvad der blev sagt")
    expect(said).to_have_value("")
