"""The browser of the journeys: a Danish Chromium whose every complaint fails the test."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, WebError

from tools.chromium import LAUNCH_ARGUMENTS, find_chromium
from tools.places import ROOT

# Playwright's synchronous interface keeps an event loop running in the test's thread.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

AXE = ROOT / "node_modules/axe-core/axe.min.js"
PICTURES = ROOT / "artifacts/screenshots"
WIDTHS = (390, 1280)

# A refused form or an unknown page is logged as an error by the browser; the test asserts on it.
EXPECTED_STATUS = re.compile(r"the server responded with a status of (400|403|404|409|413|422|429)")
TELL_VIOLATIONS = """
document.addEventListener('securitypolicyviolation', event =>
  console.error('CSP: ' + event.violatedDirective + ' refused ' + event.blockedURI));
"""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    return {
        **browser_type_launch_args,
        "executable_path": str(find_chromium()),
        "args": LAUNCH_ARGUMENTS,
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    danish = {"locale": "da-DK", "timezone_id": "Europe/Copenhagen"}
    return {**browser_context_args, **danish}


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What any page of the test complained about; at the end there must be nothing."""
    found: list[str] = []
    yield found
    assert not found, "the browser complained:\n" + "\n".join(found)


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], complaints: list[str]
) -> Callable[..., BrowserContext]:
    """Every context a test opens is listened to, a second person's browser too."""

    def listened_to(**arguments: object) -> BrowserContext:
        context = new_context(**arguments)
        context.add_init_script(TELL_VIOLATIONS)
        context.on("console", lambda message: note_console(message, complaints))
        context.on("weberror", lambda error: note_error(error, complaints))
        return context

    return listened_to


def note_console(message: ConsoleMessage, complaints: list[str]) -> None:
    if message.type in {"error", "warning"} and not EXPECTED_STATUS.search(message.text):
        complaints.append(f"{message.type}: {message.text}")


def note_error(error: WebError, complaints: list[str]) -> None:
    complaints.append(f"uncaught: {error.error}")


@pytest.fixture
def check_accessibility() -> Callable[[Page], None]:
    """`check_accessibility(page)` fails with every rule of WCAG 2.2 AA that axe finds broken."""
    return assert_accessible


def assert_accessible(page: Page) -> None:
    page.evaluate(AXE.read_text())
    result = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
        " 'best-practice']})"
    )
    broken = [
        f"{rule['id']}: {rule['help']}\n    {node['html']}\n    {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]
    assert not broken, f"axe on {page.url}:\n" + "\n".join(broken)


@pytest.fixture
def picture() -> Callable[[Page, str], list[Path]]:
    """`picture(page, "plan")` keeps the whole page as it looks on a phone and on a desk."""
    return take_pictures


def take_pictures(page: Page, name: str) -> list[Path]:
    before = page.viewport_size
    PICTURES.mkdir(parents=True, exist_ok=True)
    taken = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844 if width < 600 else 900})
        path = PICTURES / f"{name}-{width}.png"
        page.screenshot(path=path, full_page=True)
        taken.append(path)
    if before is not None:
        page.set_viewport_size(before)
    return taken
