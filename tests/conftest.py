"""The database under the tests: real PostgreSQL, spoken to as the web process' own role.

    django_db mark          one transaction, rolled back: what nearly every test wants
    committed_db            a database of the test's own, where commits are real; so also
                            transaction=True, transactional_db and live_server
    demo_db                 the same, filled as ./run demo is

No test may let a letter go that says anything of anybody (tests/factories/letters.py).

The alias "owner" reaches the same database for looking into its catalogue. A test asks for it with
`@pytest.mark.django_db(databases=["default", "owner"])`; on a database of one's own it is open.
"""

from collections.abc import Generator, Iterator
from contextlib import contextmanager

import pytest
from django.contrib.auth.signals import user_logged_in
from django.core.mail import EmailMessage
from django.db import connections
from django.dispatch import receiver
from django.http import HttpRequest
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

from hjemmebane.foundation.accounts.second_factor import METHODS, SECOND_FACTOR
from tests.factories.cast import gather_once
from tests.factories.databases import commits
from tests.factories.letters import LEFT, faults
from tools.localpg import Cluster
from tools.test_database import copy_of, demo_template, empty_template, open_cluster

# A property holds or it does not; how fast the machine was is not part of it.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@receiver(user_logged_in)
def show_second_factor(request: HttpRequest, **_arguments: object) -> None:
    """`force_login` is somebody who has shown all that is asked for. It comes from no address."""
    if not request.path:
        request.session[METHODS] = [{"method": SECOND_FACTOR}]


@pytest.fixture(scope="session", autouse=True)
def _watched_letters() -> Iterator[None]:
    """Every message is kept as it is sent, by whichever way it goes and from every thread."""
    send = EmailMessage.send

    def sent(letter: EmailMessage, *arguments: object, **options: object) -> int:
        LEFT.append(letter)
        return send(letter, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(EmailMessage, "send", sent)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    """While the test's database still stands, and only when something left."""
    try:
        result = yield
        said = faults(LEFT)
    finally:
        LEFT.clear()
    assert not said, f"a letter left the house with {', '.join(said)}"
    return result


@pytest.fixture(scope="session")
def database_cluster() -> Iterator[Cluster]:
    with open_cluster() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker, database_cluster: Cluster
) -> Iterator[None]:
    """Instead of pytest-django's: a copy of the migrated template, for this worker alone.

    The cast stands in it before the first test, so that a thousand tests need not gather it.
    """
    with copy_of(database_cluster, empty_template(database_cluster)) as name:
        with django_db_blocker.unblock():
            use_database(name)
            gather_once()
        yield
        with django_db_blocker.unblock():
            close_connections()


@pytest.fixture
def _django_db_helper(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    database_cluster: Cluster,
) -> Iterator[None]:
    """Instead of pytest-django's where a test commits: its cleaning up needs TRUNCATE, which the
    web process' role must not have. Throwing a copy away cleans up better.
    """
    if not commits(request):
        request.getfixturevalue("_django_db_helper")
        yield
        return
    filled = "demo_db" in request.fixturenames
    template = (demo_template if filled else empty_template)(database_cluster)
    with (
        django_db_blocker.unblock(),
        copy_of(database_cluster, template) as name,
        temporarily_on(name),
    ):
        yield


@pytest.fixture
def committed_db(_django_db_helper: None) -> str:
    """A migrated database of the test's own; answers its name."""
    return database_name()


@pytest.fixture
def demo_db(_django_db_helper: None) -> str:
    """A database of the test's own with the demo data; answers its name."""
    return database_name()


@contextmanager
def temporarily_on(name: str) -> Iterator[None]:
    usual = database_name()
    use_database(name)
    try:
        yield
    finally:
        use_database(usual)


def database_name() -> str:
    return str(connections["default"].settings_dict["NAME"])


def use_database(name: str) -> None:
    """From now on every thread's connections go there: they share these dictionaries."""
    close_connections()
    for alias in connections:
        connections.settings[alias]["NAME"] = name


def close_connections() -> None:
    for connection in connections.all():
        connection.close()
