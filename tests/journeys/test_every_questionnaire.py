"""Every questionnaire that a citizen can be asked is as easy as Min plan: in taps, for axe, at
every width, with large letters, and with nothing lost when the network or the page goes.
"""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from hjemmebane.domain.measurements.choices import Manner
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.method.content.measuring import Respondent
from hjemmebane.domain.method.queries import instruments
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from tests.factories.measuring import begin
from tests.journeys import test_my_own_plan as own
from tests.journeys.inspection import (
    CRAMPED,
    DESK,
    PHONE,
    SMALLEST,
    SPILLING,
    assert_accessible,
    look_at,
)

kim, thumb = own.kim, own.thumb
ASKED = [one for one in instruments() if one.respondent is Respondent.CITIZEN]
# An answer is chosen, and one goes on.
TAPS_A_QUESTION = 2


def begun(cast, asked) -> Response:
    """Laid out for Kim to answer alone, whatever the team's method asks at a time."""
    with acting(cast.ida.actor):
        return begin(
            cast.kim,
            cast.ida,
            code=asked.code,
            manner=Manner.ALONE,
            measured_on=today(),
            at=now(),
        )


def question_url(response, item) -> str:
    return reverse("citizen:measurements:question", args=[response.pk, item.code])


def faults(page, name):
    found = []
    for width, percent in ((SMALLEST, 100), (SMALLEST, 200), (PHONE, 100), (DESK, 100)):
        look_at(page, width)
        own.letters(page, percent)
        found += [f"{name} {width} {percent}: {what}" for what in page.evaluate(SPILLING)]
        found += [f"{name} {width} {percent}: {what}" for what in page.evaluate(CRAMPED)]
        if percent == 100:
            assert_accessible(page)
    own.letters(page, 100)
    look_at(page, PHONE)
    return found


@pytest.mark.parametrize("asked", ASKED, ids=lambda one: one.code)
def test_questionnaire_takes_two_taps_a_question_and_holds_at_every_width(cast, thumb, asked):
    me, response = thumb(), begun(cast, asked)
    page = me.page
    longest = max(asked.items, key=lambda item: len(item.text))
    page.goto(question_url(response, longest))
    assert faults(page, longest.code) == []

    page.goto(question_url(response, asked.items[0]))
    for number, item in enumerate(asked.items, start=1):
        expect(page.get_by_role("heading", name=item.text, exact=True)).to_be_visible()
        expect(page.get_by_text(f"Spørgsmål {number} af {len(asked.items)}.")).to_be_visible()
        assert page.get_by_role("radio").count() == len(asked.scale_of(item).options)
        me.tap("radio", asked.scale_of(item).options[0].text)
        me.tap("button", "Næste")
        expect(page.get_by_role("heading", name=item.text, exact=True)).to_be_hidden()
    assert me.taps == TAPS_A_QUESTION * len(asked.items)

    page.get_by_role("button", name="Jeg er færdig").tap()
    expect(page.get_by_text("Tak. Dine svar er gemt.")).to_be_visible()
    assert faults(page, "result") == []


def drafts(page) -> int:
    """What a page keeps or throws away, it has when it is loaded."""
    page.wait_for_load_state()
    return page.evaluate(
        "Object.keys(sessionStorage).filter(k => k.startsWith('hjemmebane-draft:')).length"
    )


def test_half_an_answer_and_half_a_comment_survive_the_network_and_a_reload(cast, thumb):
    asked = next(one for one in ASKED if one.code == "BRIEF_INSPIRE_O")
    me, response = thumb(), begun(cast, asked)
    page, first = me.page, asked.items[0]

    page.goto(question_url(response, first))
    page.get_by_role("radio", name="En hel del").tap()
    page.context.set_offline(True)
    page.get_by_role("button", name="Næste").tap(no_wait_after=True)
    page.wait_for_timeout(500)
    page.context.set_offline(False)
    page.goto(question_url(response, first))
    expect(page.get_by_role("radio", name="En hel del")).to_be_checked()
    page.reload()
    expect(page.get_by_role("radio", name="En hel del")).to_be_checked()
    assert drafts(page) == 1

    page.get_by_role("button", name="Næste").tap()
    expect(page.get_by_text("Spørgsmål 2 af 5.")).to_be_visible()
    assert page.get_by_role("radio", checked=True).count() == 0
    assert drafts(page) == 0
    for _item in asked.items[1:]:
        page.get_by_role("radio", name="Lidt").tap()
        page.get_by_role("button", name="Næste").tap()
    page.get_by_role("button", name="Jeg er færdig").tap()

    page.get_by_role("radio", name="Det passer lidt").check()
    page.get_by_label("Vil du sige noget om det?").fill("Mest det med")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.get_by_label("Vil du sige noget om det?")).to_have_value("Mest det med")
    expect(page.get_by_role("radio", name="Det passer lidt")).to_be_checked()
    page.get_by_role("button", name="Gem").tap()
    expect(page.get_by_text("Tak. Nu ved dit team det.")).to_be_visible()
    assert drafts(page) == 0
    with acting(cast.ida.actor):
        kept = Response.objects.get(pk=response.pk)
    assert (kept.fits_comment, kept.answers[first.code]) == ("Mest det med", 3)
