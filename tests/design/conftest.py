"""Assets are built before anything here asks for them; the browser is this folder's own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.design.browser import HOST, Service
from tools import assets
from tools.chromium import LAUNCH_ARGUMENTS, find_chromium


@pytest.fixture(scope="session", autouse=True)
def built_assets() -> None:
    assets.ensure()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for one file, so that its event loop ends with the file."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(find_chromium()), args=LAUNCH_ARGUMENTS
        )
        yield browser
        browser.close()


@pytest.fixture
def service(chromium: Browser) -> Iterator[Service]:
    context = chromium.new_context(locale="da-DK", viewport={"width": 390, "height": 844})
    context.add_cookies([{"name": "csrftoken", "value": "fresh", "url": HOST}])
    page = context.new_page()
    page.set_default_timeout(5000)
    yield Service(page)
    context.close()
