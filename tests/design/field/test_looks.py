"""Every page of Felt, at three widths: nothing axe finds, nothing that spills, room for a thumb."""

from playwright.sync_api import expect

from tests.journeys.inspection import inspect

REASON = "Notatet er for langt. Gør det kortere."


def test_doors_are_in_order(phone):
    phone.open()
    inspect(phone.page, "felt-set-up")
    phone.choose_pin()
    expect(phone.page.get_by_role("heading", name="Mine aftaler")).to_be_visible()
    phone.tap("Lås")
    expect(phone.page.get_by_role("heading", name="Lås op")).to_be_visible()
    inspect(phone.page, "felt-unlock")


def test_pages_to_read_are_in_order(phone):
    phone.begin()
    inspect(phone.page, "felt-today")
    phone.tap("Mere")
    expect(phone.page.get_by_role("heading", name="Kim Klarsen", level=1)).to_be_visible()
    inspect(phone.page, "felt-citizen")


def test_forms_are_in_order(phone):
    phone.begin()
    phone.tap("Log besøg")
    phone.choose("Mødtes")
    phone.tap("Indtal")
    phone.page.wait_for_timeout(500)
    phone.tap("Stop – vi lytter")
    expect(phone.page.get_by_label("Hvad handler det om?")).to_be_visible()
    phone.tap("Gem", exact=True)
    expect(phone.page.get_by_text("Skriv, hvor mange minutter")).to_be_visible()
    inspect(phone.page, "felt-visit")
    phone.tap("I dag", role="link")
    phone.tap("Mere")
    phone.tap("Trafiklys")
    phone.choose("Gul")
    inspect(phone.page, "felt-light")
    phone.tap("I dag", role="link")
    phone.tap("Mere")
    phone.tap("Gjort")
    inspect(phone.page, "felt-task")


def test_outbox_is_in_order(phone, service):
    phone.begin()
    service.refusals["visit"] = {"reason": REASON}
    phone.log_visit("Et notat")
    phone.tap("Udbakke", role="link")
    expect(phone.page.get_by_text(REASON)).to_be_visible()
    inspect(phone.page, "felt-outbox")
    phone.tap("Åbn")
    expect(phone.page.get_by_text("Det blev ikke modtaget")).to_be_visible()
    inspect(phone.page, "felt-item")
