"""Whatever comes between writing and saving, the words stay and are saved once."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from hjemmebane.domain.contacts.models import Contact
from hjemmebane.domain.plans.models import Wish
from hjemmebane.foundation.actors import acting
from tests.factories.cast import PASSWORD, Cast
from tests.journeys.doors import log_in
from tests.journeys.inspection import inspect

WISH = "Sidde ved vandet uden at nogen vil noget"
LONG_NOTE = "Kim fortalte om sin søster. Vi gik to gange rundt om søen og delte en kage.\n" * 20
WAYS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


@pytest.fixture
def page_of_ida(cast, come_in, scripts):
    return come_in("ida", java_script_enabled=scripts)


def address(route: str, cast: Cast) -> str:
    return reverse(route, args=[cast.kim.citizen.pk])


def begin_a_wish(page: Page, cast: Cast) -> None:
    page.goto(address("staff:plans:page", cast))
    page.get_by_role("button", name="Tilføj et ønske").click()
    page.get_by_label("Med borgerens egne ord").fill(WISH)


def begin_a_note(page: Page, cast: Cast) -> None:
    page.goto(address("staff:contacts:new", cast))
    page.get_by_label("Minutter med borgeren").fill("50")
    page.get_by_label("Notat").fill(LONG_NOTE)


def save_button(page: Page):
    return page.get_by_role("button", name="Gem", exact=True)


def wishes(cast: Cast) -> list[str]:
    with acting(cast.ida.actor):
        return [wish.text for wish in Wish.objects.order_by("position")]


def notes(cast: Cast) -> list[str]:
    with acting(cast.ida.actor):
        return [contact.note.replace("\r\n", "\n") for contact in Contact.objects.all()]


def log_in_elsewhere(page: Page) -> None:
    """In a second tab of the same browser."""
    second = page.context.new_page()
    log_in(second, "ida", PASSWORD)
    second.close()


@WAYS
def test_double_click_is_one_wish(page_of_ida, cast, scripts):
    begin_a_wish(page_of_ida, cast)
    save_button(page_of_ida).dblclick()
    expect(page_of_ida.get_by_text(WISH, exact=True)).to_be_visible()
    assert wishes(cast) == ["Kim vil gerne ud at gå", WISH]


@WAYS
def test_double_click_is_one_contact(page_of_ida, cast, scripts):
    begin_a_note(page_of_ida, cast)
    page_of_ida.get_by_role("button", name="Gem kontakten").dblclick()
    expect(page_of_ida.get_by_role("heading", name="Det er sket")).to_be_visible()
    assert notes(cast) == [LONG_NOTE.strip()]


@WAYS
def test_login_that_ran_out_keeps_a_long_note(page_of_ida, cast, scripts):
    page = page_of_ida
    begin_a_note(page, cast)
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Gem kontakten").click()
    expect(page.get_by_role("heading", name="Du er blevet logget ud")).to_be_visible()
    expect(page.get_by_label("Notat")).to_have_value(LONG_NOTE)
    if scripts:
        inspect(page, "state-send-again")

    log_in_elsewhere(page)
    page.get_by_role("button", name="Send igen").click()
    if not scripts:
        # Logging in changed the token, and only a script could have put the new one in.
        expect(page.get_by_role("heading", name="Siden var blevet for gammel")).to_be_visible()
        page.get_by_role("button", name="Send igen").click()
    expect(page.get_by_text("Kontakten er gemt.")).to_be_visible()
    assert notes(cast) == [LONG_NOTE.strip()]


@pytest.mark.parametrize("scripts", [True], ids=["scripts"])
def test_login_that_ran_out_keeps_a_wish_where_it_was_written(page_of_ida, cast, scripts):
    page = page_of_ida
    begin_a_wish(page, cast)
    page.context.clear_cookies(name="sessionid")
    save_button(page).click()
    expect(page.locator("#messages")).to_contain_text("logget ud")
    expect(page.get_by_label("Med borgerens egne ord")).to_have_value(WISH)
    inspect(page, "state-logged-out-in-place")

    log_in_elsewhere(page)
    save_button(page).click()
    expect(page.get_by_text(WISH, exact=True)).to_be_visible()
    expect(page.locator("#messages")).to_be_empty()
    assert wishes(cast) == ["Kim vil gerne ud at gå", WISH]


@pytest.mark.parametrize("scripts", [True], ids=["scripts"])
def test_lost_connection_keeps_a_wish(page_of_ida, cast, scripts, complaints):
    page = page_of_ida
    begin_a_wish(page, cast)
    page.context.set_offline(True)
    save_button(page).click()
    expect(page.locator("#messages")).to_contain_text("ingen forbindelse")
    expect(page.get_by_label("Med borgerens egne ord")).to_have_value(WISH)
    assert complaints[-1] == "error: Failed to load resource: net::ERR_INTERNET_DISCONNECTED"
    complaints.clear()
    inspect(page, "state-no-connection")

    page.context.set_offline(False)
    save_button(page).click()
    expect(page.get_by_text(WISH, exact=True)).to_be_visible()
    assert wishes(cast) == ["Kim vil gerne ud at gå", WISH]


@WAYS
def test_form_with_errors_keeps_every_field(page_of_ida, cast, scripts):
    page = page_of_ida
    page.goto(address("staff:contacts:new", cast))
    page.get_by_label("Notat").fill(LONG_NOTE)
    page.get_by_label("Minutter med borgeren").fill("tyve")
    page.get_by_label("Hvor", exact=True).select_option("Ude")
    page.get_by_label("Ida, Bostøtte").uncheck()
    page.get_by_role("button", name="Gem kontakten").click()

    expect(page).to_have_title("Fejl: Log kontakt – Kim Krog – Hjemmebane")
    expect(page.get_by_text("Skriv et helt antal minutter").first).to_be_visible()
    expect(page.get_by_label("Minutter med borgeren")).to_have_value("tyve")
    expect(page.get_by_label("Notat")).to_have_value(LONG_NOTE)
    expect(page.get_by_label("Hvor", exact=True)).to_have_value("OUTDOORS")
    expect(page.get_by_label("Ida, Bostøtte")).not_to_be_checked()
    assert notes(cast) == []
    if scripts:
        inspect(page, "state-form-with-errors")


@WAYS
def test_back_button_never_shows_a_logged_out_persons_page(page_of_ida, cast, scripts):
    page = page_of_ida
    page.goto(address("staff:plans:page", cast))
    expect(page.get_by_text("Kim vil gerne ud at gå").first).to_be_visible()
    page.get_by_label("din konto").or_(page.locator("summary", has_text="din konto")).click()
    page.get_by_role("button", name="Log ud").click()
    expect(page.get_by_role("button", name="Log ind")).to_be_visible()

    page.go_back()
    expect(page.get_by_role("button", name="Log ind")).to_be_visible()
    assert "Kim" not in page.content()
