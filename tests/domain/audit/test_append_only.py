"""Nobody who speaks as the web process can write, change, empty or switch off the history."""

import pytest
from django.db import Error, ProgrammingError, connection, transaction

from hjemmebane.domain.audit.actions import log_access
from hjemmebane.domain.audit.models import Access, Change
from hjemmebane.domain.audit.queries import (
    accesses_of_citizen,
    actor_names,
    changes_of_course,
)
from hjemmebane.domain.citizens.actions import change_citizen
from hjemmebane.foundation.actors import OPERATIONS, SETTING, acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW

HISTORY = ["audit_change", "audit_access"]
REFUSED = r"permission denied|must be (owner|superuser)|trigger functions can only"
AGAINST_HISTORY = [
    "UPDATE {} SET actor = 'user:nobody'",
    "DELETE FROM {}",
    "TRUNCATE {}",
    "INSERT INTO {} SELECT * FROM {}",
    "ALTER TABLE {} DISABLE ROW LEVEL SECURITY",
    "DROP TABLE {}",
    "LOCK TABLE {} IN ACCESS EXCLUSIVE MODE",
    (
        "CREATE TRIGGER seeded BEFORE INSERT ON {} FOR EACH ROW"
        " EXECUTE FUNCTION suppress_redundant_updates_trigger()"
    ),
]
AGAINST_THE_GUARD = [
    "ALTER TABLE citizens_citizen DISABLE TRIGGER citizens_citizen_history",
    "ALTER TABLE citizens_citizen DISABLE TRIGGER ALL",
    "ALTER TABLE citizens_citizen DISABLE ROW LEVEL SECURITY",
    "DROP TRIGGER citizens_citizen_history ON citizens_citizen",
    "DROP POLICY citizens_citizen_read ON citizens_citizen",
    "SET session_replication_role = replica",
    "SET LOCAL session_replication_role = replica",
    "SELECT set_config('session_replication_role', 'replica', true)",
    "SET ROLE hjemmebane_owner",
    "SET SESSION AUTHORIZATION hjemmebane_owner",
    "ALTER ROLE hjemmebane_app BYPASSRLS",
    "ALTER FUNCTION guard.record_change() RENAME TO gone",
    "CREATE OR REPLACE FUNCTION guard.actor() RETURNS text LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION public.actor() RETURNS text LANGUAGE sql AS 'SELECT 1'",
    "CREATE TEMP TABLE courses_course (id uuid)",
    "SELECT * FROM guard.signing_key",
    "INSERT INTO guard.signing_key (inner_pad, outer_pad) VALUES ('', '')",
    "SELECT guard.record_change()",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'hidden')",
    "SELECT lo_get(1)",
    "SELECT lo_unlink(1)",
    "SELECT loread(0, 1)",
]


def speak(statement, arguments=None):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, arguments)


def rename_kim(cast, name, *, by=None):
    employee = by or cast.ida
    kim = cast.kim.citizen
    return change_citizen(
        citizen=kim,
        changes={"given_name": name},
        version=kim.version,
        by=employee.actor,
        at=NOW,
    )


@pytest.mark.parametrize("table", HISTORY)
def test_history_is_out_of_reach(as_ida, table):
    for statement in AGAINST_HISTORY:
        with pytest.raises(ProgrammingError, match=REFUSED):
            speak(statement.replace("{}", table))


def test_guard_cannot_be_switched_off(as_ida):
    for statement in AGAINST_THE_GUARD:
        with pytest.raises(Error, match=REFUSED):
            speak(statement)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("row_security", "off"),
        ("pgtrigger.ignore", "{citizens_citizen:citizens_citizen_history}"),
        ("hjemmebane.ignore", "on"),
        ("hjemmebane.history", "off"),
        ("search_path", "pg_temp, public"),
        ("session_preload_libraries", ""),
    ],
)
def test_no_setting_switches_the_history_off(as_ida, name, value):
    before = Change.objects.count()
    try:
        speak("SELECT set_config(%s, %s, true)", [name, value])
    except ProgrammingError as error:
        assert "permission denied" in str(error)  # noqa: PT017 -- refused is as good as useless
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('search_path', 'public', true)")
        cursor.execute("SELECT set_config('row_security', 'on', true)")
    rename_kim(as_ida, "Kim A.")

    assert Change.objects.count() == before + 1


def test_row_security_off_is_an_error_and_no_way_round(as_ida):
    with pytest.raises(ProgrammingError, match="row-level security"):
        speak("SET LOCAL row_security = off; SELECT count(*) FROM citizens_citizen")


def changes_of_kim(cast):
    return Change.objects.filter(citizen_id=cast.kim.citizen.pk).order_by("-at", "-id")


def test_change_keeps_what_differs_with_actor_and_verb(as_ida):
    rename_kim(as_ida, "Kim A.")

    newest = changes_of_kim(as_ida).first()
    assert (newest.table_name, newest.operation) == ("citizens_citizen", "UPDATE")
    assert (newest.before, newest.after) == (
        {"given_name": "Kim", "version": 1},
        {"given_name": "Kim A.", "version": 2},
    )
    assert (newest.actor, newest.verb) == (as_ida.ida.actor.key, "citizens.change_citizen")
    assert (newest.row_id, newest.citizen_id) == (
        str(as_ida.kim.citizen.pk),
        as_ida.kim.citizen.pk,
    )


def test_actor_in_the_history_is_the_proven_one(as_ida):
    """Whatever verb is claimed; and without a token there is nothing to write to."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE citizens_citizen SET phone = '1' WHERE id = %s", [as_ida.kim.citizen.pk]
        )
    newest = changes_of_kim(as_ida).first()
    assert newest.actor == as_ida.ida.actor.key

    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, '', true)", [SETTING])
        cursor.execute(
            "UPDATE citizens_citizen SET phone = '2' WHERE id = %s", [as_ida.kim.citizen.pk]
        )
        assert cursor.rowcount == 0


def test_access_is_logged_in_the_own_name_and_at_the_present_only(as_ida):
    citizens = [as_ida.kim.citizen.pk]
    before = now()
    log_access(citizens=citizens, what="Plan", reason="Møde", by=as_ida.ida.actor, at=NOW)

    (access,) = accesses_of_citizen(as_ida.kim.citizen.pk)
    assert (access.what, access.reason, access.actor) == ("Plan", "Møde", as_ida.ida.actor.key)
    assert before <= access.at <= now()


def test_access_needs_an_actor(cast):
    with pytest.raises(ProgrammingError, match="nobody acts"):
        speak("SELECT guard.log_access(ARRAY[%s]::uuid[], 'x', '')", [new_id()])


def test_own_team_reads_the_history_newest_first(cast):
    with acting(cast.bo.actor):
        rename_kim(cast, "Kim B.", by=cast.bo)
        about_course = list(changes_of_course(cast.kim.course.pk))
        about_kim = list(changes_of_kim(cast))
        changes = [*about_course, *about_kim]
        names = actor_names({change.actor for change in changes} | {OPERATIONS.key})

    assert {change.table_name for change in about_course} == {
        "courses_course",
        "plans_plan",
        "plans_wish",
        "plans_goal",
        "plans_goalwish",
        "plans_subgoal",
    }
    assert [change.id for change in about_course] == sorted(
        (change.id for change in about_course), reverse=True
    )
    assert about_kim[0].actor == cast.bo.actor.key
    assert names == {cast.bo.actor.key: "Bo", cast.ida.actor.key: "Ida"}


def test_other_team_reads_neither_changes_nor_accesses(cast):
    with acting(cast.ida.actor):
        log_access(citizens=[cast.kim.citizen.pk], what="Plan", by=cast.ida.actor, at=NOW)
        assert (str(Access.objects.get()), changes_of_course(cast.kim.course.pk).count()) == (
            f"{cast.ida.actor.key} Plan {cast.kim.citizen.pk}",
            7,
        )
    with acting(cast.omar.actor):
        assert list(changes_of_course(cast.kim.course.pk)) == []
        assert list(changes_of_kim(cast)) == []
        assert list(accesses_of_citizen(cast.kim.citizen.pk)) == []
