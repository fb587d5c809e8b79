"""The outbox tells the truth, whatever the network, the service and the phone do."""

import pytest
from playwright.sync_api import expect

from tests.design.field.people import BO, IDA
from tests.design.field.test_visits import items_of, settled

# As the browser answers when there is no more room.
FULL = """
() => {
  window.put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => { throw new DOMException("no room", "QuotaExceededError"); };
}
"""
NOTE = "Gik en tur"
REASON = "Notatet er for langt. Gør det kortere."


def open_outbox(phone):
    phone.tap("Udbakke", role="link")
    expect(phone.page.get_by_role("heading", name="Udbakke")).to_be_visible()


@pytest.mark.parametrize("fault", ["drop", "500", "captive", "cut", "unanswered", "twice"])
def test_item_is_kept_until_the_service_says_it_has_it_and_is_there_once(phone, service, fault):
    phone.begin()
    faults = [fault] * 4
    service.fault = lambda method, path: (
        faults.pop() if faults and method == "POST" and "ind" in path else None
    )

    phone.log_visit(NOTE)
    phone.send_until_done()

    settled(phone)
    assert [item["body"]["note"] for item in items_of(service, "visit")] == [NOTE]
    assert set(service.times.values()) == {1}


@pytest.mark.parametrize("fault", ["drop", "500", "captive", "cut"])
def test_item_that_was_not_acknowledged_waits(phone, service, fault):
    phone.begin()
    service.fault = lambda _method, path: fault if "ind" in path else None

    phone.log_visit(NOTE)
    open_outbox(phone)

    expect(phone.page.get_by_text("Venter", exact=True)).to_be_visible()
    assert phone.rows()["out"] == 1


def test_login_that_ran_out_is_asked_for_and_then_it_goes_on(phone, service):
    phone.begin()
    service.user = None
    phone.log_visit(NOTE)

    expect(phone.page.get_by_text("Log ind for at sende")).to_be_visible()
    link = phone.page.get_by_role("link", name="Log ind")
    assert link.get_attribute("href") == "/login/?next=/felt/"
    phone.press(link)
    service.user = IDA
    phone.open()
    phone.unlock()
    settled(phone)
    assert len(service.items) == 1


def test_refused_item_says_why_and_is_mended(phone, service):
    phone.begin()
    service.refusals["visit"] = {"reason": REASON, "field": "note"}
    phone.log_visit(NOTE)
    open_outbox(phone)
    expect(phone.page.get_by_text(REASON)).to_be_visible()
    phone.tap("Åbn")
    phone.tap("Åbn og ret")
    expect(phone.page.get_by_label("Notat")).to_have_value(NOTE)
    service.refusals.clear()

    phone.write("Notat", "Kort")
    phone.tap("Gem", exact=True)

    settled(phone)
    [item] = items_of(service, "visit")
    assert item["body"]["note"] == "Kort"


def test_refused_item_is_never_gone_until_it_is_discarded_after_a_warning(phone, service):
    phone.begin()
    service.refusals["visit"] = {"reason": REASON, "mend": "discard"}
    phone.log_visit(NOTE)
    open_outbox(phone)
    phone.page.reload()
    phone.unlock()
    open_outbox(phone)
    phone.tap("Åbn")
    expect(phone.page.get_by_role("button", name="Åbn og ret")).to_have_count(0)
    phone.page.get_by_text("Kassér …").click()
    expect(phone.page.get_by_text("findes det ingen steder")).to_be_visible()

    phone.tap("Ja, kassér det")

    expect(phone.page.get_by_text("Alt er sendt")).to_be_visible()
    assert service.items == {}


def test_conflict_is_shown_beside_the_receipt(phone, service):
    phone.begin()
    service.conflict = "Bo har rettet opgaven imens. Begge udgaver er gemt."
    phone.log_visit(NOTE)

    settled(phone)

    expect(phone.page.get_by_text(service.conflict)).to_be_visible()
    expect(phone.page.get_by_text("Modtaget", exact=True).last).to_be_visible()


def test_full_phone_says_so_before_the_words_leave_the_form(phone, service):
    phone.begin()
    phone.tap("Log besøg")
    phone.choose("Mødtes")
    phone.tap("Som aftalt: 45 min.")
    phone.write("Notat", NOTE)
    phone.page.evaluate(FULL)
    phone.tap("Gem", exact=True)

    expect(phone.page.get_by_text("Telefonen er fyldt").first).to_be_visible()
    expect(phone.page.get_by_label("Notat")).to_have_value(NOTE)
    phone.page.evaluate("() => { IDBObjectStore.prototype.put = window.put; }")
    phone.tap("Gem", exact=True)
    settled(phone)
    assert len(service.items) == 1


def test_five_hundred_items_are_received_once_each(phone, service):
    phone.begin()
    phone.offline()
    phone.log_many(500, "light")
    expect(phone.page.locator("[data-felt-count]")).to_have_text("(500)")
    phone.online()
    phone.send_until_done()

    assert len(service.items) == 500
    assert set(service.times.values()) == {1}
    assert phone.rows()["out"] == 0


def test_two_tabs_send_one_at_a_time(phone, service):
    phone.begin()
    second = phone.context.new_page()
    second.goto(service.url + "/felt/")
    second.get_by_label("Kode", exact=True).fill("274951")
    second.get_by_role("button", name="Lås op").click()
    expect(second.get_by_role("heading", name="Mine aftaler")).to_be_visible()
    phone.offline()
    phone.log_many(20)
    phone.online()
    phone.send_until_done()

    expect(second.locator("[data-felt-count]")).to_have_text("")
    calls = [path for method, path in service.asked if (method, path) == ("POST", "/felt/ind/")]
    assert len(calls) == 20
    assert set(service.times.values()) == {1}


def test_two_phones_have_two_names_and_both_are_received(new_phone, service):
    first, second = new_phone(), new_phone()
    for phone in (first, second):
        phone.begin()
        phone.log_visit(NOTE)
        settled(phone)

    assert len(service.devices) == 2
    assert len(service.items) == 2


def test_somebody_who_shares_the_phone_cannot_send_anothers(phone, service):
    phone.begin()
    phone.offline()
    phone.log_visit(NOTE)
    service.user = BO  # before the network is back, or it is sent at once by whose it is
    phone.online()
    phone.tap("Lås")
    phone.page.get_by_text("Jeg har glemt koden").click()
    phone.tap("Lav en ny kode")
    phone.choose_pin("861740")
    expect(phone.page.get_by_role("heading", name="Mine aftaler")).to_be_visible()
    phone.send_until_done()

    assert service.items == {}
    assert phone.rows()["out"] == 1
