"""Kim answers one question at a time on a phone: hears it, loses the network, pauses, goes on, and
sees their own path; the team reads that it fits.
"""

from playwright.sync_api import expect

from hjemmebane.domain.measurements.choices import Fit
from hjemmebane.domain.measurements.models import Response
from hjemmebane.foundation.actors import acting
from tests.factories.measuring import counted
from tests.journeys import test_my_own_plan as own
from tests.journeys.inspection import (
    CRAMPED,
    DESK,
    PHONE,
    SMALLEST,
    SPILLING,
    assert_accessible,
    look_at,
    take_picture,
)

kim, thumb = own.kim, own.thumb


def answer(me, face):
    me.page.get_by_role("radio", name=face, exact=True).tap()
    me.page.get_by_role("button", name="Næste").tap()


def holds(me, name):
    """Spills nowhere, small or with letters twice as large, and is accessible."""
    found = []
    for width, percent in ((SMALLEST, 100), (SMALLEST, 200), (DESK, 100), (PHONE, 100)):
        look_at(me.page, width)
        own.letters(me.page, percent)
        found += [f"{name} {width} {percent}: {what}" for what in me.page.evaluate(SPILLING)]
        found += [f"{name} {width} {percent}: {what}" for what in me.page.evaluate(CRAMPED)]
        take_picture(me.page, f"citizen-{name}" + (f"-{percent}" if percent > 100 else ""))
    assert found == []
    assert_accessible(me.page)


def test_my_answers_are_kept_through_pauses_and_without_a_network(cast, thumb):
    with acting(cast.ida.actor):
        counted(cast.kim, cast.ida, 1, 1, 1, 1, 1)
    me = thumb()
    page = me.page

    me.begin()
    me.tap("link", "Mine svar")
    holds(me, "answers")
    me.tap("button", "Begynd: Dit liv lige nu")
    me.done()
    expect(page.get_by_text("Spørgsmål 1 af 5.")).to_be_visible()
    page.get_by_role("button", name="Læs højt").tap()
    heard = [text for _language, text in own.when_said(page, 8)]
    assert heard[2:4] == ["Jeg mærker, at der er mennesker, som støtter mig", "Slet ikke"]
    assert heard[-1] == "Rigtig meget"
    holds(me, "question")
    answer(me, "En hel del")
    answer(me, "Lidt")

    expect(page.get_by_text("Spørgsmål 3 af 5.")).to_be_visible()
    where = page.url
    page.context.set_offline(True)
    page.get_by_role("radio", name="Rigtig meget").tap()
    page.context.set_offline(False)
    page.goto("/min-plan/svar/")
    expect(page.get_by_text("Du har svaret på 2 af 5. Det er gemt.")).to_be_visible()
    me.tap("link", "Gå videre")
    page.get_by_role("link", name="Jeg kan godt lide mig selv").tap()
    page.wait_for_url(where)

    answer_the_rest(me)
    expect(page.get_by_text("50 ud af 100. Jo højere, jo bedre.")).to_be_visible()
    holds(me, "result")
    page.get_by_role("radio", name="Det passer lidt").check()
    page.get_by_label("Vil du sige noget om det?").fill("Mest det med håb")
    page.get_by_role("button", name="Gem").tap()
    expect(page.get_by_text("Tak. Nu ved dit team det.")).to_be_visible()

    with acting(cast.ida.actor):
        kept = Response.objects.latest("recorded_at")
    assert (kept.score, kept.fits, kept.counts) == (50, Fit.PARTLY, True)


def answer_the_rest(me):
    """One is skipped at first, and answered after all."""
    page = me.page
    answer(me, "Rigtig meget")
    page.get_by_role("button", name="Spring over").tap()
    answer(me, "I nogen grad")
    page.get_by_role("link", name="Jeg bruger min tid på noget").tap()
    answer(me, "Slet ikke")
    page.get_by_role("button", name="Jeg er færdig").tap()


def test_questions_work_without_a_script(thumb):
    me = thumb(java_script_enabled=False)

    me.begin()
    me.tap("link", "Mine svar")
    me.tap("button", "Begynd: Dit liv lige nu")
    answer(me, "Lidt")
    expect(me.page.get_by_text("Spørgsmål 2 af 5.")).to_be_visible()
    me.page.get_by_role("button", name="Stop her").tap()
    expect(me.page.get_by_text("Det er for lidt til et tal. Det er helt i orden.")).to_be_visible()
