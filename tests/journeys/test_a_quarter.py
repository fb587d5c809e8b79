"""Ida and Bo answer for the quarter; they see where they and the log part, and note their talk.

With and without JavaScript; the paper for the talk says the same.
"""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.factories.agreeing import three_agree

LINE = "Vi bruger planen, når vi taler med borgeren, og den giver mening for borgeren."
ROW = "Planen, med borgerne"
BELIEVED = "2,5 (n = 2, fra 2 til 3)"
GAP = "−1,5 – loggen viser højere, end vi tror"


def answers(page, level):
    page.goto("/teamet/")
    page.get_by_role("link", name="Kvartalet", exact=True).click()
    page.get_by_role("link", name="Giv dine svar").click()
    page.get_by_role("group", name=LINE).get_by_label(level).check(force=True)
    page.get_by_role("button", name="Gem mine svar").click()
    expect(page.get_by_text("Tak. Dine svar er gemt")).to_be_visible()


@pytest.mark.parametrize("scripted", [True, False], ids=["with scripts", "without"])
def test_two_answer_and_the_gap_is_seen(cast, come_in, scripted):
    three_agree(cast)
    ida = come_in("ida", java_script_enabled=scripted)
    bo = come_in("bo", java_script_enabled=scripted)

    answers(ida, "2 i mindre grad")
    bo.goto("/teamet/kvartal/")
    expect(bo.get_by_text("Skjult, til du har svaret").first).to_be_visible()
    answers(bo, "3 i nogen grad")
    row = bo.get_by_role("row", name=ROW).first
    expect(row).to_contain_text(BELIEVED)
    expect(row).to_contain_text("4,0 (2 af 2 mål)")
    expect(row).to_contain_text(GAP)

    bo.get_by_role("link", name="Skriv noten").click()
    bo.get_by_label("Ida").check()
    bo.get_by_label("Bo", exact=True).check()
    bo.get_by_label("Planen (valgfrit)").fill("Vi viser den frem oftere, end vi tror")
    bo.get_by_role("button", name="Gem").click()
    expect(bo.get_by_text("Vi viser den frem oftere")).to_be_visible()
    bo.locator("summary", has_text="Afslut kvartalet").click()
    bo.get_by_role("button", name="Afslut kvartalet", exact=True).click()
    expect(bo.get_by_text("Kvartalet er afsluttet")).to_be_visible()
    expect(bo.get_by_role("link", name="Ret noten")).to_be_hidden()

    link = ida.goto("/teamet/kvartal/") and ida.get_by_role("link", name="Til samtalen, på papir")
    content = ida.request.get(ida.url.split("/teamet")[0] + link.get_attribute("href")).body()
    paper = PdfReader(io.BytesIO(content))
    text = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    assert BELIEVED in text
    assert GAP in text
    assert "Vi viser den frem oftere" in text
    assert paper.root_object["/MarkInfo"]["/Marked"].value is True
