"""The benchmark measures what it says: its data is whole, and it hears and repeats every word."""

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks.filling import fill
from benchmarks.measuring import WrongAnswer, bare_connection, perform, server_time
from benchmarks.operations import Operation, operations, visitor
from benchmarks.recording import COMMIT, Statement, recorded, replay, with_new_keys
from benchmarks.sizes import SIZES
from benchmarks.visiting import Answer, Visitor, form_in, in_process
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id

pytestmark = pytest.mark.slow

TINY = SIZES["tiny"]
ORPHANS = """
    SELECT format('SELECT count(*) FROM %s AS c WHERE c.%I IS NOT NULL
                      AND NOT EXISTS (SELECT FROM %s AS p WHERE p.%I = c.%I)',
                  k.conrelid::regclass, child.attname, k.confrelid::regclass, parent.attname,
                  child.attname)
      FROM pg_constraint AS k
      JOIN pg_attribute AS child ON child.attrelid = k.conrelid AND child.attnum = k.conkey[1]
      JOIN pg_attribute AS parent ON parent.attrelid = k.confrelid AND parent.attnum = k.confkey[1]
     WHERE k.contype = 'f'
"""
UNTOLD = """
    SELECT format('SELECT count(*) FROM %s AS r WHERE NOT EXISTS
                      (SELECT FROM audit_change WHERE table_name = %L AND row_id = r.id::text)',
                  tgrelid::regclass, tgrelid::regclass)
      FROM pg_trigger WHERE tgfoid = 'guard.record_change'::regproc
"""


@pytest.fixture
def tiny(committed_db, database_cluster, settings):
    """The smallest service, in a database of its own; the server's host name is a real one."""
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    fill(database_cluster.address(committed_db), TINY, now())


def operation(name: str) -> Operation:
    return next(one for one in operations() if one.name == name)


def counts(query: str) -> list[int]:
    """What each of the counting queries says that `query` writes."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(query)
        found = []
        for (counting,) in cursor.fetchall():
            cursor.execute(counting)
            found.append(cursor.fetchone()[0])
        return found


def contacts() -> int:
    return counts("SELECT 'SELECT count(*) FROM contacts_contact'")[0]


def test_tiny_service_is_whole_and_measures(tiny):
    assert set(counts(ORPHANS)) == {0}
    assert set(counts(UNTOLD)) == {0}

    person = visitor(in_process(get_wsgi_application()), 1)
    page = person.get(reverse("staff:board:page")).text
    assert page.count('scope="row"') == 15

    before = contacts()
    saving = server_time(operation("Save a contact"), rounds=2)

    # Three to warm up, one recorded; then twice each by the service, and replayed by both roles.
    assert contacts() - before == 3 + 1 + 2 * 3
    assert saving.queries == sum(Statement(one.sql).is_query for one in saving.statements)
    assert saving.bounds + saving.queries == len(saving.statements)
    assert 0 < saving.floor < saving.p50


def test_recording_hears_everything_and_replay_says_it_again(tiny):
    person, board = visitor(in_process(get_wsgi_application()), 1), operation("Board, 15 citizens")

    with CaptureQueriesContext(connection) as django_heard, recorded() as heard:
        perform(board, person, {})

    statements = [one for one in heard if "TimeZone" not in one.sql]  # said to every new connection
    tokens = [one for one in statements if "hjemmebane.actor" in one.sql]
    commits = [one for one in statements if one.sql == COMMIT]
    assert len(tokens) == len(commits) == 2  # reading the page, then logging who was read
    through_django = [one for one in django_heard if one["sql"] not in {"BEGIN", COMMIT}]
    assert len(statements) == len(through_django) + len(tokens) + len(commits)

    courses = next(one for one in statements if 'FROM "courses_course"' in one.sql)
    with bare_connection("default") as bare:
        assert bare.execute(courses.sql.encode()).fetchall() == []
        assert len(replay(bare, [tokens[0], courses])) == 2
        assert len(bare.execute(courses.sql.encode()).fetchall()) == 15


def test_wrong_answer_is_not_measured():
    person = Visitor(lambda *_: Answer(404, [], b"", 0))
    nowhere = Operation("Nowhere", 1, lambda visitor, _: visitor.get("/findes-ikke/"))

    with pytest.raises(WrongAnswer, match="404"):
        perform(nowhere, person, {})


def test_new_keys_are_exchanged_and_old_ones_stay():
    old, new = new_id(), new_id()
    made_after = (old.int >> 80) / 1000 + 3600
    said = [Statement(f"INSERT {old.hex}, '{new}'"), Statement(f"UPDATE {new.hex}")]

    assert with_new_keys(said, made_after) == [
        Statement(f"INSERT {old.hex}, '{new}'"),
        Statement(f"UPDATE {new.hex}"),
    ]
    inserted, updated = with_new_keys(said, 0)
    assert new.hex not in inserted.sql + updated.sql
    assert inserted.sql.split("'")[1] == updated.sql.removeprefix("UPDATE ")


def test_form_is_read_as_a_browser_would_send_it():
    page = """
      <form><input name="q"></form>
      <form method="post">
        <input type="hidden" name="id" value="7"><input name="empty">
        <input type="checkbox" name="staff" value="a" checked>
        <input type="checkbox" name="staff" value="b">
        <input type="radio" name="kind" value="x"><input type="radio" name="kind" value="y" checked>
        <input type="radio" name="mood" value="" checked>
        <input type="checkbox" name="acute" checked>
        <select name="place"><option value="">Vælg</option><option value="HOME" selected></select>
        <select name="first"><option value="1">en</option><option value="2">to</option></select>
        <textarea name="note">\nFørst &amp; sidst</textarea><button>Gem</button>
      </form>
    """

    assert form_in(page, "note") == {
        "id": ["7"],
        "empty": [""],
        "staff": ["a"],
        "kind": ["y"],
        "mood": [""],
        "acute": ["on"],
        "place": ["HOME"],
        "first": ["1"],
        "note": ["Først & sidst"],
    }
    with pytest.raises(LookupError, match="missing"):
        form_in(page, "missing")
