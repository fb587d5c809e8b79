"""The databases that every other test stands on."""

import datetime as dt
import json
import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.sessions.models import Session
from django.db import ProgrammingError, connection, connections, transaction

from tests.conftest import database_name
from tools.databases import names_like

pytestmark = pytest.mark.django_db


def one_value(sql: str, alias: str = "default") -> object:
    with connections[alias].cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def test_tests_speak_as_the_role_of_the_web_process():
    assert one_value("SELECT current_user") == "hjemmebane_app"


@pytest.mark.parametrize("flag", ["rolsuper", "rolbypassrls", "rolcreatedb", "rolcreaterole"])
def test_the_app_role_has_no_way_around_the_policies(flag):
    role = "SELECT to_jsonb(pg_roles) FROM pg_roles WHERE rolname = current_user"
    assert json.loads(one_value(role))[flag] is False


def test_the_app_role_creates_nothing():
    with pytest.raises(ProgrammingError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute("CREATE TABLE intruder ()")


def test_the_database_is_migrated():
    assert one_value("SELECT count(*) > 10 FROM pg_tables WHERE schemaname = 'public'") is True


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_owner_reads_the_catalogue_of_the_same_database():
    assert one_value("SELECT current_database()", "owner") == database_name()


def write_row():
    tomorrow = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
    Session.objects.create(session_key="someone", session_data="", expire_date=tomorrow)


def seen_by_another_thread():
    def count():
        try:
            return Session.objects.count()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(count).result()


class TestRolledBack:
    """Two tests in one worker: what the first did, the second does not see."""

    def test_a_row_is_written(self):
        write_row()

    def test_the_row_is_gone(self):
        assert Session.objects.count() == 0


class TestCommitted:
    def test_another_thread_sees_what_was_committed(self, committed_db):
        with transaction.atomic():
            write_row()
        assert seen_by_another_thread() == 1

    def test_the_next_test_sees_nothing_of_it(self, committed_db):
        assert Session.objects.count() == 0

    @pytest.mark.django_db(transaction=True)
    def test_the_mark_gives_a_database_of_its_own_too(self):
        write_row()
        assert seen_by_another_thread() == 1

    def test_it_is_another_database_than_that_of_the_worker(self, committed_db, worker_database):
        assert database_name() == committed_db != worker_database


@pytest.fixture
def worker_database(database_cluster):
    """The copy that rolled-back tests share: the oldest of this process."""
    return min(names_like(database_cluster, f"copy_{os.getpid()}_%"))
