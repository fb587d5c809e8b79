"""Ida and Bo have the same thing open. Whoever saves second sees both texts and decides."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from hjemmebane.domain.audit.queries import changes_of_course
from hjemmebane.domain.contacts.actions import ContactDetails, log_contact
from hjemmebane.domain.contacts.models import Contact
from hjemmebane.domain.plans.models import Goal
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, Cast
from tests.journeys.inspection import inspect

IDAS_WORDS = "Ned i gården hver morgen"
BOS_WORDS = "Rundt om søen om søndagen"
WAYS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


class TwoAtOneGoal:
    """What Ida and Bo do, each in a browser, with Kim's goal."""

    def __init__(self, cast: Cast, ida: Page, bo: Page) -> None:
        self.cast, self.ida, self.bo = cast, ida, bo

    def given_both_have_opened_it(self) -> None:
        for page in (self.ida, self.bo):
            page.goto(reverse("staff:plans:page", args=[self.cast.kim.citizen.pk]))
            page.get_by_role("button", name="Ret : En tur om ugen").click()
            expect(self.words(page)).to_have_value("En tur om ugen")

    def when_ida_saves(self) -> None:
        self.words(self.ida).fill(IDAS_WORDS)
        self.save(self.ida)
        expect(self.ida.get_by_role("heading", name=IDAS_WORDS)).to_be_visible()

    def when_bo_saves_after_her(self) -> None:
        self.words(self.bo).fill(BOS_WORDS)
        self.save(self.bo)

    def then_bo_sees_both_texts(self) -> None:
        both = self.bo.get_by_role("region", name="To har skrevet på samme tid")
        expect(both).to_contain_text(IDAS_WORDS)
        expect(both).to_contain_text(BOS_WORDS)
        expect(self.words(self.bo)).to_have_value(BOS_WORDS)

    def then_the_goal_reads(self, words: str) -> None:
        expect(self.bo.get_by_role("heading", name=words)).to_be_visible()
        with acting(self.cast.ida.actor):
            assert [goal.text for goal in Goal.objects.all()] == [words]

    def then_history_remembers_both(self) -> None:
        with acting(self.cast.ida.actor):
            changes = changes_of_course(self.cast.kim.course.pk).filter(table_name="plans_goal")
            texts = [change.after["text"] for change in changes if "text" in change.after]
        assert texts[:2] == [BOS_WORDS, IDAS_WORDS]

    @staticmethod
    def words(page: Page):
        return page.get_by_label("Mål", exact=True)

    @staticmethod
    def save(page: Page) -> None:
        page.get_by_role("button", name="Gem", exact=True).click()


@pytest.fixture
def two(cast, come_in, scripts):
    ida, bo = (come_in(name, java_script_enabled=scripts) for name in ("ida", "bo"))
    return TwoAtOneGoal(cast, ida, bo)


@WAYS
def test_second_keeps_own_words(two, scripts):
    two.given_both_have_opened_it()
    two.when_ida_saves()
    two.when_bo_saves_after_her()
    two.then_bo_sees_both_texts()
    two.save(two.bo)
    two.then_the_goal_reads(BOS_WORDS)
    two.then_history_remembers_both()


@WAYS
def test_second_lets_the_first_stand(two, scripts):
    two.given_both_have_opened_it()
    two.when_ida_saves()
    two.when_bo_saves_after_her()
    two.then_bo_sees_both_texts()
    two.bo.get_by_role("button", name="Behold det, der står der nu").click()
    two.then_the_goal_reads(IDAS_WORDS)


@pytest.mark.parametrize("scripts", [True], ids=["scripts"])
def test_the_choice_is_a_good_page(two, scripts):
    two.given_both_have_opened_it()
    two.when_ida_saves()
    two.when_bo_saves_after_her()
    two.then_bo_sees_both_texts()
    inspect(two.bo, "state-conflict-in-the-plan")


@WAYS
def test_two_correct_the_same_contact(cast, come_in, scripts):
    contact = log_a_walk(cast)
    address = reverse("staff:contacts:edit", args=[cast.kim.citizen.pk, contact.pk])
    ida, bo = (come_in(name, java_script_enabled=scripts) for name in ("ida", "bo"))
    for page, note in ((ida, IDAS_WORDS), (bo, BOS_WORDS)):
        page.goto(address)
        page.get_by_label("Notat").fill(note)
    for page in (ida, bo):
        page.get_by_role("button", name="Gem kontakten").click()

    expect(ida.get_by_text("Rettelsen er gemt.")).to_be_visible()
    both = bo.get_by_role("region", name="To har skrevet på samme tid")
    expect(both).to_contain_text(IDAS_WORDS)
    expect(both).to_contain_text(BOS_WORDS)
    if scripts:
        inspect(bo, "state-conflict-on-a-page")
    bo.get_by_role("button", name="Gem kontakten").click()
    expect(bo.get_by_text("Rettelsen er gemt.")).to_be_visible()
    expect(bo.get_by_role("listitem").filter(has_text=BOS_WORDS)).to_be_visible()


def log_a_walk(cast: Cast) -> Contact:
    with acting(cast.ida.actor):
        return log_contact(
            id=new_id(),
            course=cast.kim.course,
            details=ContactDetails(started_at=NOW, direct_minutes=30, note="En tur"),
            staff=[cast.ida.staff_member],
            sub_goals={},
            by=cast.ida.actor,
            at=NOW,
        )
