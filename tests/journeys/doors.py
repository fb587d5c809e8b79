"""Coming in as a person does it: the staff and partners at one door, citizens at their own."""

from playwright.sync_api import Page

CITIZENS_PIN = "482913"


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
