"""The web process puts jobs in, the worker takes them out, and neither does the other's work."""

import psycopg
import pytest
from django.conf import settings
from django.db import connections, transaction
from django.db.utils import ProgrammingError

from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.queue import is_worked, put_in

pytestmark = pytest.mark.django_db(databases=["default", "owner"], transaction=True)
TABLES = ("jobs", "events", "periodic_defers", "workers")


def waiting():
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT task_name, args FROM procrastinate_jobs ORDER BY id")
        return cursor.fetchall()


def as_worker():
    """A connection of the worker's own role to the test's database."""
    place = connections["worker"].settings_dict
    return psycopg.connect(
        host=place["HOST"],
        port=place["PORT"],
        dbname=connections["default"].settings_dict["NAME"],
        user=place["USER"],
        password=place["PASSWORD"],
    )


def test_job_is_put_in_once_while_it_waits():
    key = new_id()

    assert put_in("a.job", key=key)
    assert not put_in("a.job", key=key)
    assert put_in("a.job", key=new_id())
    assert put_in("another")
    assert [name for name, _arguments in waiting()] == ["a.job", "a.job", "another"]


def test_job_stands_or_falls_with_what_it_is_about():
    with transaction.atomic():
        put_in("a.job")
        transaction.set_rollback(True)

    assert waiting() == []


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("verb", ["SELECT * FROM", "DELETE FROM"])
def test_web_role_reaches_no_table_of_the_queue(table, verb):
    with (
        connections["default"].cursor() as cursor,
        pytest.raises(ProgrammingError, match="permission denied"),
    ):
        cursor.execute(f"{verb} procrastinate_{table}")


def test_web_role_can_take_no_job_out():
    with (
        connections["default"].cursor() as cursor,
        pytest.raises(ProgrammingError, match="permission denied"),
    ):
        cursor.execute("SELECT * FROM procrastinate_fetch_job_v2(NULL, 1)")


def test_worker_reaches_its_queue_and_nothing_else():
    put_in("a.job")
    with as_worker() as worker:
        assert worker.execute("SELECT task_name FROM procrastinate_jobs").fetchall() == [("a.job",)]
        tables = worker.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            " AND has_table_privilege(format('%I.%I', schemaname, tablename),"
            " 'SELECT, INSERT, UPDATE, DELETE')"
            " ORDER BY tablename"
        ).fetchall()
    assert [name for (name,) in tables] == sorted(f"procrastinate_{one}" for one in TABLES)


def test_worker_is_seen_while_it_lives():
    assert not is_worked()
    with as_worker() as worker:
        worker.execute("SELECT procrastinate_register_worker_v1()")
    assert is_worked()


def test_worker_logs_in_with_a_password_of_its_own():
    passwords = {settings.DATABASES[alias]["PASSWORD"] for alias in ("default", "owner", "worker")}

    assert len(passwords) == 3
