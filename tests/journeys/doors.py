"""Coming in as a person does it: the staff and partners at one door, citizens at their own."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page

from tests.factories.cast import PASSWORD

CITIZENS_PIN = "482913"
PERIOD = 30  # seconds


def log_in(page: Page, username: str, password: str) -> None:
    """Ends where their day begins."""
    page.goto("/login/")
    page.get_by_label("Brugernavn").fill(username)
    page.get_by_label("Adgangskode").fill(password)
    _press(page)


def log_in_as_citizen(page: Page, username: str, pin: str = CITIZENS_PIN) -> None:
    page.goto("/min-plan/log-ind/")
    page.get_by_label("Dit navn til login").fill(username)
    page.get_by_label("Din kode").fill(pin)
    _press(page)


def _press(page: Page) -> None:
    page.get_by_role("button", name="Log ind").click()
    page.get_by_role("navigation", name="Hovedmenu").wait_for()


def come_in_by_link(page: Page, link: str) -> None:
    """Somebody at a partner uses their invitation, and sets the second lock."""
    page.goto(link)
    choose_password(page)
    set_lock(page, read_lock(page))
    page.get_by_role("link", name="Jeg har skrevet dem ned").click()


def choose_password(page: Page) -> None:
    page.get_by_label("Adgangskode", exact=True).fill(PASSWORD)
    page.get_by_label("Adgangskoden igen").fill(PASSWORD)
    page.get_by_role("button", name="Gem, og gå videre").click()


def read_lock(page: Page) -> str:
    """The key that is shown once, for a telephone."""
    return page.locator("code").inner_text()


def set_lock(page: Page, key: str) -> None:
    """Ends where the spare codes are shown."""
    page.get_by_label("Koden i appen").fill(code_of(key))
    page.get_by_role("button", name="Sæt låsen på").click()
    page.get_by_role("heading", name="Låsen er på").wait_for()


def code_of(key: str) -> str:
    """What a telephone shows that was given a key."""
    return format_hotp_value(hotp_value(key.replace(" ", ""), int(time.time()) // PERIOD))
