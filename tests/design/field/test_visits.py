"""What is written in the field: with few taps, with and without a network, and never lost."""

from playwright.sync_api import expect

from tests.design.field.people import KIM, STEP, TASK

NOTE = "Kaffe, og en snak om båden."


def items_of(service, kind):
    return [item for item in service.items.values() if item["kind"] == kind]


def settled(phone):
    """Everything has been received."""
    phone.tap("Udbakke", role="link")
    expect(phone.page.get_by_text("Alt er sendt")).to_be_visible()


def test_visit_is_saved_in_four_taps_beside_the_note(phone, service):
    phone.begin()

    phone.log_visit(NOTE)
    taps = phone.taps
    settled(phone)

    assert taps == 4
    [item] = items_of(service, "visit")
    assert item["body"]["note"] == NOTE
    assert item["body"]["direct_minutes"] == 45
    assert (item["body"]["place"], item["body"]["kind"]) == ("HOME", "VISIT")
    assert item["citizen"] == KIM


def test_visit_is_saved_in_four_taps_without_a_network_from_a_cold_start(phone, service):
    phone.begin()
    phone.page.close()
    phone.offline()
    phone.page = phone.context.new_page()
    phone.open()
    phone.unlock()

    phone.log_visit(NOTE)

    assert phone.taps == 4
    assert service.items == {}
    expect(phone.page.locator("[data-felt-count]")).to_have_text("(1)")
    phone.online()
    settled(phone)
    assert items_of(service, "visit")[0]["body"]["note"] == NOTE


def test_attempt_has_no_minutes_and_cannot_be_a_meeting(phone, service):
    phone.begin()
    phone.tap("Log forsøg")
    expect(phone.page.locator("label.hb-choice").filter(has_text="Mødtes")).to_have_count(0)

    phone.choose("Traf ikke borgeren")
    phone.tap("Gem", exact=True)
    settled(phone)

    assert phone.taps == 4  # with the look into the outbox
    [item] = items_of(service, "visit")
    assert (item["body"]["outcome"], item["body"]["direct_minutes"]) == ("NOT_MET", 0)


def test_meeting_without_minutes_is_not_saved_and_says_so(phone, service):
    phone.begin()
    phone.tap("Log besøg")
    phone.choose("Mødtes")
    phone.write("Notat", NOTE)

    phone.tap("Gem", exact=True)

    expect(phone.page.get_by_text("Skriv, hvor mange minutter I var sammen.")).to_be_visible()
    expect(phone.page.get_by_label("Notat")).to_have_value(NOTE)
    assert phone.rows()["out"] == 0


def test_minutes_are_counted_from_start_to_stop(phone, service):
    phone.page.clock.install()
    phone.begin()
    phone.tap("Log besøg")
    phone.choose("Mødtes")
    phone.tap("Begynder nu")
    phone.page.clock.fast_forward("04:00")  # within the time a phone stays open

    phone.tap("Slutter nu")

    expect(phone.page.get_by_label("Minutter sammen")).to_have_value("4")


def test_step_and_template_come_along(phone, service):
    phone.begin()
    phone.tap("Log besøg")
    phone.choose("Mødtes")
    phone.tap("Som aftalt: 45 min.")
    phone.tap("Kort snak")
    phone.page.get_by_label("Gå tur i parken").select_option("STEP")
    phone.tap("Gem", exact=True)
    settled(phone)

    [item] = items_of(service, "visit")
    assert item["body"]["sub_goals"] == {STEP: "STEP"}
    assert item["body"]["note"] == "En kort snak i døren."


def test_half_written_visit_is_written_on_after_the_browser_was_closed(phone, service):
    phone.begin()
    phone.tap("Log besøg")
    phone.choose("Mødtes")
    phone.write("Notat", NOTE)
    phone.tap("I dag", role="link")
    expect(phone.page.get_by_text("Halvskrevet")).to_be_visible()
    phone.page.close()

    phone.page = phone.context.new_page()
    phone.open()
    phone.unlock()
    phone.tap("Skriv videre")

    expect(phone.page.get_by_label("Notat")).to_have_value(NOTE)
    expect(phone.page.get_by_label("Mødtes")).to_be_checked()


def test_half_written_visit_is_kept_when_the_phone_is_locked(phone, service):
    phone.begin()
    phone.tap("Log besøg")
    phone.write("Notat", NOTE)

    phone.tap("Lås")

    expect(phone.page.get_by_role("heading", name="Lås op")).to_be_visible()
    phone.unlock()
    phone.tap("Skriv videre")
    expect(phone.page.get_by_label("Notat")).to_have_value(NOTE)


def test_half_written_visit_is_deleted_after_a_warning(phone, service):
    phone.begin()
    phone.tap("Log besøg")
    phone.write("Notat", NOTE)
    phone.tap("I dag", role="link")
    phone.tap("Skriv videre")

    phone.page.get_by_text("Slet det, jeg har skrevet").click()
    phone.tap("Ja, slet det")

    expect(phone.page.get_by_role("heading", name="Mine aftaler")).to_be_visible()
    assert phone.rows()["drafts"] == 0


def test_light_carries_its_signs_actions_and_the_moment_it_was_seen(phone, service):
    phone.begin()
    phone.tap("Mere")
    phone.tap("Trafiklys")
    phone.choose("Gul")
    phone.choose("Sover dårligt")
    phone.choose("Aftalte besøg i morgen")
    seen = phone.page.evaluate("new Date().toISOString()")
    phone.page.wait_for_timeout(1100)
    phone.tap("Gem", exact=True)
    settled(phone)

    [item] = items_of(service, "light")
    assert item["body"]["colour"] == "YELLOW"
    assert (item["body"]["signs"], item["body"]["actions"]) == ([STEP], [TASK])
    assert item["body"]["observed_at"] <= seen < item["made_at"]


def test_task_is_done_with_the_version_that_was_seen(phone, service):
    phone.begin()
    phone.tap("Mere")
    phone.tap("Gjort")
    phone.write("Hvordan gik det?", "Tid på fredag.")
    phone.tap("Gem som gjort")
    settled(phone)

    [item] = items_of(service, "task_done")
    assert item["body"] == {"task": TASK, "version": 2, "note": "Tid på fredag."}


def test_protected_address_is_asked_for_and_never_kept(phone, service):
    phone.begin()
    phone.page.get_by_role("button", name="Åbn").nth(1).click()
    phone.page.get_by_text("Beskyttet adresse").click()
    phone.write("Hvorfor skal du bruge adressen?", "Hjemmebesøg i dag")
    phone.tap("Vis adressen")

    expect(phone.page.get_by_text("Hemmelig Gade 7")).to_be_visible()
    phone.tap("Lås")
    phone.unlock()
    phone.page.get_by_role("button", name="Åbn").nth(1).click()
    expect(phone.page.get_by_role("heading", name="Sofie Skjult")).to_be_visible()
    expect(phone.page.get_by_text("Hemmelig Gade 7")).to_have_count(0)


def test_day_without_appointments_says_so(phone, service):
    service.pack["appointments"] = []
    phone.open()
    phone.choose_pin()

    expect(phone.page.get_by_text("Ingen aftaler i dag")).to_be_visible()
    call = phone.page.get_by_role("link", name="1-1-2")
    assert call.get_attribute("href") == "tel:112"
