"""Felt in a real browser, against the small service of fake.py."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

from tests.design.field.fake import FakeService
from tests.design.field.hands import Phone
from tools.chromium import LAUNCH_ARGUMENTS, find_chromium

A_VOICE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


@pytest.fixture(scope="module")
def driver(built_assets: None) -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def chromium(driver: Playwright) -> Iterator[Browser]:
    """A browser with a microphone that hums, and nobody to ask whether it may be used."""
    browser = driver.chromium.launch(
        executable_path=str(find_chromium()), args=[*LAUNCH_ARGUMENTS, *A_VOICE]
    )
    yield browser
    browser.close()


@pytest.fixture
def service() -> Iterator[FakeService]:
    made = FakeService()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def new_phone(chromium: Browser, service: FakeService) -> Iterator[Callable[[], Phone]]:
    """A phone of one's own; whatever its console or its policy complains about fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def made() -> Phone:
        context = chromium.new_context(
            locale="da-DK",
            timezone_id="Europe/Copenhagen",
            viewport={"width": 390, "height": 844},
            permissions=["microphone"],
        )
        context.on("weberror", lambda error: complaints.append(f"uncaught: {error.error}"))
        contexts.append(context)
        return Phone(context, service)

    yield made
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def phone(new_phone: Callable[[], Phone]) -> Phone:
    return new_phone()
