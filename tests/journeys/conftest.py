"""A real server on the demo data, and Danish browsers whose every complaint fails the test.

demo_db        for a journey that writes: a copy of the demo data of the test's own
shared_demo    for a test that only reads: one copy for all of them
come_in        a person's browser, logged in: `page = come_in("bostoette1")`
"""

import os
import re
from collections.abc import Callable, Iterator
from http import HTTPStatus

import pytest
from django.core.cache import cache
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, StorageState, WebError, expect
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from tests.conftest import temporarily_on
from tests.factories.cast import PASSWORD, Cast, gather
from tests.journeys.doors import log_in, log_in_as_citizen
from tests.journeys.inspection import DESK, HEIGHTS, assert_accessible
from tests.journeys.places import CITIZENS_LOGIN, Demo, Place
from tools.chromium import LAUNCH_ARGUMENTS, find_chromium
from tools.localpg import Cluster
from tools.test_database import copy_of, demo_template

# Playwright's synchronous interface keeps an event loop running in the test's thread.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

DEMO_PASSWORD = "hjemmebane"
PATIENCE = 20_000  # milliseconds; what takes longer than this does not come

expect.set_options(timeout=PATIENCE)

# A microphone that hums, and nobody to ask whether it may be used.
A_VOICE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]

# A refused form or an unknown page is logged as an error by the browser, and by htmx; the test
# asserts on it. What the logout clears is told as well.
EXPECTED_STATUS = re.compile(
    r"(the server responded with a status of|Response Status Error Code)"
    r" (400|403|404|405|409|413|422|429)"
    r"|Clear-Site-Data header on '\S+': Cleared data types: \"storage\""
)
TELL_VIOLATIONS = """
document.addEventListener('securitypolicyviolation', event =>
  console.error('CSP: ' + event.violatedDirective + ' refused ' + event.blockedURI));
"""

type Arguments = dict[str, object]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: Arguments) -> Arguments:
    return {
        **browser_type_launch_args,
        "executable_path": str(find_chromium()),
        "args": [*LAUNCH_ARGUMENTS, *A_VOICE],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: Arguments) -> Arguments:
    danish = {"locale": "da-DK", "timezone_id": "Europe/Copenhagen"}
    return {**browser_context_args, **danish}


@pytest.fixture(scope="session")
def base_url(django_db_setup: None) -> Iterator[str]:
    """The worker's own server; each request goes to the database the test stands on."""
    server = LiveServer("localhost")
    yield server.url
    server.stop()


@pytest.fixture(autouse=True)
def no_attempt_is_remembered() -> None:
    """All the tests of a worker come from one address, which the login counts."""
    cache.clear()


@pytest.fixture(scope="session")
def copy_for_readers(django_db_setup: None, database_cluster: Cluster) -> Iterator[str]:
    with copy_of(database_cluster, demo_template(database_cluster)) as name:
        yield name


@pytest.fixture
def shared_demo(copy_for_readers: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The demo data, shared by all tests of the worker that write nothing; answers its name."""
    with django_db_blocker.unblock(), temporarily_on(copy_for_readers):
        yield copy_for_readers


@pytest.fixture
def cast(committed_db: str) -> Cast:
    """Ida, Bo and Kim of team one, Omar and Noor of team two, in a database of the test's own."""
    return gather()


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
        context.set_default_timeout(PATIENCE)
        context.add_init_script(TELL_VIOLATIONS)
        context.on("console", lambda message: note_console(message, complaints))
        context.on("weberror", lambda error: note_error(error, complaints))
        return context

    return listened_to


def note_console(message: ConsoleMessage, complaints: list[str]) -> None:
    if not EXPECTED_STATUS.search(message.text):
        complaints.append(f"{message.type}: {message.text}")


def note_error(error: WebError, complaints: list[str]) -> None:
    complaints.append(f"uncaught: {error.error}")


@pytest.fixture(scope="session")
def open_doors() -> dict[str, StorageState]:
    """Logins on the shared demo data, by user name."""
    return {}


@pytest.fixture
def come_in(
    new_context: Callable[..., BrowserContext],
    open_doors: dict[str, StorageState],
    request: pytest.FixtureRequest,
) -> Callable[..., Page]:
    """`come_in("bostoette1", **context_arguments)`: a new browser in which somebody is logged in.

    On the shared demo data a login is used again; with data of one's own it is made each time.
    """
    is_shared = "shared_demo" in request.fixturenames
    password = PASSWORD if "cast" in request.fixturenames else DEMO_PASSWORD

    def come(username: str, **arguments: object) -> Page:
        known = open_doors.get(username) if is_shared else None
        page = new_context(storage_state=known, **arguments).new_page()
        if known is None:
            if username == CITIZENS_LOGIN:
                log_in_as_citizen(page, username)
            else:
                log_in(page, username, password)
            if is_shared:
                open_doors[username] = page.context.storage_state()
        return page

    return come


@pytest.fixture
def check_accessibility() -> Callable[[Page], None]:
    """`check_accessibility(page)` fails with every rule of WCAG 2.2 AA that axe finds broken."""
    return assert_accessible


@pytest.fixture
def demo(shared_demo: str) -> Demo:
    """What the places of the demo data are called in its addresses."""
    return Demo()


@pytest.fixture
def visit(
    new_context: Callable[..., BrowserContext], come_in: Callable[..., Page], demo: Demo
) -> Callable[[Place], Page]:
    """`visit(place)`: the place on the shared demo data, before the eyes of who looks at it."""

    def opened(place: Place) -> Page:
        size = {"width": DESK, "height": HEIGHTS[DESK]}
        if place.who:
            page = come_in(place.who, viewport=size)
        else:
            page = new_context(viewport=size).new_page()
        answer = page.goto(place.address(demo))
        assert answer is not None
        assert answer.status == HTTPStatus.OK, f"{answer.status} at {page.url}"
        return page

    return opened
