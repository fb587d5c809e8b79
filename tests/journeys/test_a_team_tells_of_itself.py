"""Bo writes what the team is for, what it learned and how the frame holds; Ida reads it. With and
without JavaScript.
"""

import pytest
from playwright.sync_api import expect

PURPOSE = "At blive ved, når andre slipper"


@pytest.mark.parametrize("scripted", [True, False], ids=["with scripts", "without"])
def test_team_tells_of_itself(cast, come_in, scripted):
    bo = come_in("bo", java_script_enabled=scripted)
    bo.goto("/teamet/")

    bo.get_by_role("link", name="Funktioner", exact=True).click()
    bo.get_by_role("link", name="Beskriv funktionen").first.click()
    bo.get_by_role("button", name="Gem").click()
    expect(bo.get_by_text("Skriv noget i mindst ét af felterne.").first).to_be_visible()
    bo.get_by_label("Det er teamet til for").fill(PURPOSE)
    bo.get_by_role("button", name="Gem").click()
    expect(bo.get_by_text(PURPOSE)).to_be_visible()

    bo.get_by_role("link", name="Teamet", exact=True).first.click()
    bo.get_by_role("link", name="Læring", exact=True).click()
    bo.get_by_role("link", name="Skriv læring").click()
    bo.get_by_label("Hvad", exact=True).select_option("Oplæring i metoden")
    bo.get_by_label("Timer").fill("7,5")
    bo.get_by_label("Ida").check()
    bo.get_by_label("Hvem stod for det").fill("Bo")
    bo.get_by_label("Hvad det handlede om").fill("De tre værdier")
    bo.get_by_role("button", name="Gem").click()
    expect(bo.get_by_text("1 af 2")).to_be_visible()

    bo.get_by_role("link", name="Teamet", exact=True).first.click()
    bo.get_by_role("link", name="Forudsætninger", exact=True).click()
    bo.get_by_role("link", name="Sig, hvordan det står til").first.click()
    bo.get_by_label("Opfyldt").check()
    bo.get_by_label("Hvorfor?").fill("Vi klarer det")
    bo.get_by_role("button", name="Gem").click()

    ida = come_in("ida", java_script_enabled=scripted)
    ida.goto("/teamet/forudsaetninger/")
    functions = ida.locator("#forudsaetning-core-functions")
    expect(functions).to_contain_text("Ingen har: Specialiseret helbredsindsats")
    expect(functions).to_contain_text("Ord og tal er ikke enige")
    expect(functions).to_contain_text("Vi klarer det")
    expect(functions.get_by_role("link", name="Sig det på ny")).to_be_hidden()
