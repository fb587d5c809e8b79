"""What lies on the device: never a readable word, and after a while only what was not sent."""

import pytest
from playwright.sync_api import expect

from tests.design.field.hands import PIN, disguises, script
from tests.design.field.people import BO, SECRETS

NOTE = "Han drømmer om en båd"
WRONG = "604813"


def assert_secret(phone, *words):
    dump = phone.dump()
    assert "felt" in dump  # the dump reads something
    found = [word for word in (*SECRETS, *words) for told in disguises(word) if told in dump]
    assert found == []


def log_offline(phone):
    phone.offline()
    phone.log_visit(NOTE)


def assert_only_unsent_is_left(phone):
    rows = phone.rows()
    assert (rows["day"], rows["dayKeys"]) == (0, 0)
    assert rows["out"] == 1
    assert_secret(phone, NOTE)


def test_nothing_on_the_device_can_be_read(phone):
    phone.begin()
    phone.tap("Log forsøg")
    phone.write("Notat", NOTE)
    phone.tap("I dag", role="link")
    log_offline(phone)
    phone.page.get_by_role("button", name="Mere").click()

    assert phone.rows()["day"] == 1
    assert_secret(phone, NOTE, PIN)
    assert phone.page.title() == "Felt – Hjemmebane"
    assert phone.page.url.endswith("/felt/")


def test_dump_would_find_a_word_that_was_kept_in_the_clear(phone):
    phone.begin()
    phone.page.evaluate(f"sessionStorage.setItem('x', btoa('a {SECRETS[0]} b'))")

    with pytest.raises(AssertionError):
        assert_secret(phone)


def test_logout_leaves_only_what_is_not_sent(phone, service):
    phone.begin()
    log_offline(phone)
    service.user = None
    phone.online()
    phone.page.goto(service.url + "/login/?afsked")

    expect_rows(phone, day=0)
    assert_only_unsent_is_left(phone)


def test_logout_locks_felt_in_the_other_tab(phone, service):
    phone.begin()
    log_offline(phone)
    service.user = None
    phone.online()
    other = phone.context.new_page()
    other.goto(service.url + "/login/?afsked")

    expect(phone.page.get_by_role("heading", name="Lås op")).to_be_visible()
    assert_only_unsent_is_left(phone)


def expect_rows(phone, **wanted):
    for _ in range(100):
        rows = phone.rows()
        if all(rows[name] == count for name, count in wanted.items()):
            return
        phone.page.wait_for_timeout(100)
    raise AssertionError(rows)


def test_revoked_phone_keeps_only_what_is_not_sent(phone, service):
    phone.begin()
    log_offline(phone)
    service.revoked = True
    phone.online()

    expect(phone.page.get_by_text("Telefonen er spærret")).to_be_visible()
    expect(phone.page.get_by_text("Dagen er ikke hentet")).to_be_visible()
    assert_only_unsent_is_left(phone)


def test_revoked_phone_that_is_found_again_is_a_new_one_and_sends(phone, service):
    phone.begin()
    log_offline(phone)
    service.revoked = True
    phone.online()
    expect(phone.page.get_by_text("Telefonen er spærret")).to_be_visible()
    service.revoked = False  # the old device stays so; this is another

    phone.tap("Tag telefonen i brug på ny")

    expect(phone.page.get_by_role("heading", name="Kim Klarsen").first).to_be_visible()
    assert len(service.devices) == 2
    assert len(service.items) == 1


def test_another_login_sees_nothing_and_sends_nothing(phone, service):
    phone.begin()
    log_offline(phone)
    service.user = BO
    phone.online()

    expect(phone.page.get_by_text("Der er logget ind som en anden")).to_be_visible()
    assert_only_unsent_is_left(phone)
    assert service.items == {}


def test_day_is_gone_after_its_hours(phone):
    phone.page.clock.install()
    phone.begin()
    log_offline(phone)
    for _ in range(13):
        phone.page.clock.fast_forward("01:00:00")

    expect(phone.page.get_by_role("heading", name="Lås op")).to_be_visible()
    expect_rows(phone, day=0)
    assert_only_unsent_is_left(phone)


@pytest.mark.parametrize("hours", [-24, -1, 13, 24 * 400])
def test_clock_that_is_set_never_keeps_the_day_longer(phone, hours):
    phone.begin()
    log_offline(phone)
    moved = phone.page.evaluate("Date.now()") + hours * 3_600_000
    phone.page.clock.install(time=moved / 1000)
    phone.page.reload()

    expect(phone.page.get_by_role("heading", name="Lås op")).to_be_visible()
    expect_rows(phone, day=0)
    phone.unlock()
    expect(phone.page.get_by_text("Dagen er ikke hentet")).to_be_visible()
    assert_only_unsent_is_left(phone)


def test_too_many_wrong_pins_destroy_the_day_and_spare_the_unsent(phone, service):
    phone.begin()
    log_offline(phone)
    phone.tap("Lås")
    for left in range(6, -1, -1):
        phone.unlock(WRONG)
        expect(phone.page.locator("form")).not_to_have_attribute("aria-busy", "true")
        if left:
            assert phone.rows()["day"] == 1

    expect(phone.page.get_by_text("efter for mange forkerte koder")).to_be_visible()
    assert_only_unsent_is_left(phone)
    phone.unlock()
    expect(phone.page.get_by_text("Dagen er ikke hentet")).to_be_visible()
    phone.tap("Udbakke (1)", role="link")
    expect(phone.page.get_by_text("Kim Klarsen")).to_be_visible()


def test_forgotten_pin_gives_a_new_begin_and_keeps_the_old_sealed(phone, service):
    phone.begin()
    log_offline(phone)
    phone.tap("Lås")
    phone.online()
    phone.page.get_by_text("Jeg har glemt koden").click()
    phone.tap("Lav en ny kode")
    phone.choose_pin("861740")

    expect(phone.page.get_by_role("heading", name="Kim Klarsen").first).to_be_visible()
    assert phone.rows()["out"] == 1
    phone.tap("Lås")
    phone.unlock(PIN)
    phone.tap("Udbakke", role="link")
    expect(phone.page.get_by_text("Alt er sendt")).to_be_visible()
    assert len(service.items) == 1


@pytest.mark.parametrize("how", ["idle", "hidden"])
def test_phone_locks_itself(phone, how):
    phone.page.clock.install()
    phone.begin()
    if how == "hidden":
        phone.page.evaluate(script("hide"), "hidden")
        phone.page.clock.fast_forward("02:30")
        phone.page.evaluate(script("hide"), "seen")
    else:
        phone.page.clock.fast_forward("05:30")

    expect(phone.page.get_by_role("heading", name="Lås op")).to_be_visible()
    expect(phone.page.get_by_text("Kim Klarsen")).to_have_count(0)


def test_page_that_the_browser_brings_back_is_locked(phone):
    phone.begin()
    phone.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")

    expect(phone.page.get_by_role("heading", name="Lås op")).to_be_visible()
    expect(phone.page.get_by_text("Kim Klarsen")).to_have_count(0)


@pytest.mark.parametrize(
    ("pin", "said"),
    [
        ("12345", "mindst 6 tal"),
        ("abcdef", "kun tal"),
        ("123456", "for let"),
        ("987654", "for let"),
        ("111111", "for let"),
        ("121212", "for let"),
        ("123123", "for let"),
        ("123321", "for let"),
        ("010190", "for let"),
        ("24121985", "for let"),
    ],
)
def test_easy_pin_is_refused(phone, pin, said):
    phone.open()

    phone.choose_pin(pin)

    expect(phone.page.get_by_text(said).first).to_be_visible()
    assert phone.rows()["lock"] == 0


def test_keys_are_not_to_be_had_from_the_page(phone):
    phone.begin()

    kept = phone.page.evaluate(
        """async () => {
          const { outKey, dayKey } = await import("/static/design/js/field/lock.js");
          return [outKey().extractable, dayKey().extractable];
        }"""
    )

    assert kept == [False, False]
