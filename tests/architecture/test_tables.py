"""What the catalogue says: every table is guarded as declared, on the open list, or out of reach.

Asked of a migrated database, so that it holds for what a migration did and not for what it meant.
"""

import re

import pytest
from django.apps import apps
from django.db import connections
from django.db.migrations.loader import MigrationLoader

from hjemmebane.faces.operations.open_tables import OPEN_TABLES
from hjemmebane.foundation.accounts import second_factor
from hjemmebane.foundation.guards import APP_ROLE, EVERYTHING, OWNER_ROLE, Guard, OpenRows

RIGHTS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
# Written by the history and access functions alone, so they have no history of their own; keys, of
# which nothing may be left where more people read; and files on their way, of which something is
# left once they are whole.
WITHOUT_HISTORY = {
    "audit_change",
    "audit_access",
    second_factor.TABLE,
    "field_fieldupload",
    "field_fielduploadpart",
}
UNCONDITIONAL = {"", "true", "(true)"}
# Whose rows may be read by anybody, each with the reason.
READ_BY_ALL = {"accounts_user": "a login is looked up before anybody acts"}

TABLES = f"""
    SELECT c.relname, c.relrowsecurity, pg_get_userbyid(c.relowner),
           ARRAY(SELECT r FROM unnest(%s::text[]) AS r
                  WHERE has_table_privilege('{APP_ROLE}', c.oid, r)
                     OR (r IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                         AND has_any_column_privilege('{APP_ROLE}', c.oid, r))),
           ARRAY(SELECT p.cmd || ':' || coalesce(p.qual, p.with_check, '') FROM pg_policies AS p
                  WHERE p.schemaname = 'public' AND p.tablename = c.relname),
           EXISTS (SELECT FROM pg_trigger AS t JOIN pg_proc AS f ON f.oid = t.tgfoid
                    WHERE t.tgrelid = c.oid AND t.tgenabled IN ('O', 'A')
                      AND f.proname = 'record_change' AND t.tgtype = 29)
      FROM pg_class AS c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
     ORDER BY c.relname
"""  # noqa: S608 -- the role's name is our own constant
DEFINERS = """
    SELECT p.oid::regprocedure::text, pg_get_userbyid(p.proowner), coalesce(p.proconfig[1], '')
      FROM pg_proc AS p WHERE p.prosecdef AND p.pronamespace = 'guard'::regnamespace
"""
POLICIES = """
    SELECT tablename, cmd, concat(qual, ' ', with_check) FROM pg_policies
     WHERE schemaname = 'public' ORDER BY tablename, policyname
"""
# As PostgreSQL writes it back; outside a SELECT or its FROM it would be asked of each row.
ASKED_ONCE = re.compile(r"(SELECT|FROM) \(*guard\.\w+\(\)")
ASKED = re.compile(r"guard\.\w+\(\)")
POWERS = """
    SELECT power FROM (VALUES
        ('is superuser', (SELECT rolsuper FROM pg_roles WHERE rolname = %(role)s)),
        ('bypasses policies', (SELECT rolbypassrls FROM pg_roles WHERE rolname = %(role)s)),
        ('may become the owner', pg_has_role(%(role)s, %(owner)s, 'MEMBER')),
        ('owns something', EXISTS (SELECT FROM pg_class
                                    WHERE pg_get_userbyid(relowner) = %(role)s)),
        ('makes temporary tables', has_database_privilege(%(role)s, current_database(), 'TEMP')),
        ('makes tables', EXISTS (SELECT FROM pg_namespace WHERE nspname IN ('public', 'guard')
                                  AND has_schema_privilege(%(role)s, oid, 'CREATE')))
    ) AS answers (power, holds) WHERE holds
"""


def guarded_tables() -> dict[str, Guard]:
    """What the models declare, many-to-many tables of their own included; and allauth's one."""
    declared = {m._meta.db_table: m.guard for m in apps.get_models() if hasattr(m, "guard")}
    return declared | {second_factor.TABLE: second_factor.GUARD}


def opened() -> dict[str, list[str]]:
    """For each table the commands that a room above opens some rows for, as the migrations say."""
    policies = {
        (operation.table, operation.policy, operation.command)
        for migration in MigrationLoader(None).disk_migrations.values()
        for operation in migration.operations
        if isinstance(operation, OpenRows)
    }
    commands: dict[str, list[str]] = {}
    for table, _policy, command in policies:
        commands.setdefault(table, []).append(command)
    return commands


def unsafe_tables(cursor) -> list[str]:
    """Tables in the schema public whose rights, policies or history are not as declared."""
    cursor.execute(TABLES, [list(RIGHTS)])
    declared, openings = guarded_tables(), opened()
    rows = cursor.fetchall()
    found = [
        f"{name} is declared and does not exist" for name in declared.keys() - {r[0] for r in rows}
    ]
    for name, secured, owner, rights, policies, has_history in rows:
        if owner != OWNER_ROLE:
            found.append(f"{name} belongs to {owner}")
        guard = declared.get(name)
        if guard is None:
            found += _open_faults(name, rights)
            continue
        found += _right_faults(name, guard.grants, rights)
        found += _policy_faults(name, guard, openings.get(name, []), policies)
        if not secured:
            found.append(f"{name} has row-level security off")
        if not has_history and name not in WITHOUT_HISTORY:
            found.append(f"{name} has no change history")
    return found


def _open_faults(name: str, rights: list[str]) -> list[str]:
    if name not in OPEN_TABLES:
        return (
            [f"{name} is neither guarded nor on the open list, but may be reached"]
            if rights
            else []
        )
    return _right_faults(name, OPEN_TABLES[name][0], rights)


def _right_faults(name: str, declared: str, rights: list[str]) -> list[str]:
    if set(rights) == set(declared.split(", ")):
        return []
    return [f"{name} grants {', '.join(rights)}; declared is {declared}"]


def _policy_faults(name: str, guard: Guard, openings: list[str], policies: list[str]) -> list[str]:
    """One policy for each right and each opening, none of them a blank cheque."""
    by_command = [policy.split(":", 1) for policy in policies]
    commands = sorted(command for command, _condition in by_command)
    faults = []
    if commands != sorted([*guard.grants.split(", "), *openings]):
        also = f", opened {', '.join(openings)}" if openings else ""
        faults.append(
            f"{name} has policies for {', '.join(commands)}; granted is {guard.grants}{also}"
        )
    exempt = {"SELECT"} if name in READ_BY_ALL else set()
    if any(what in UNCONDITIONAL for command, what in by_command if command not in exempt):
        faults.append(f"{name} has a policy that lets everything through")
    return faults


def slow_policies(cursor) -> list[str]:
    """Policies that ask who acts for each row."""
    cursor.execute(POLICIES)
    return [
        f"{table} asks {asked[0]} of each row for {command}"
        for table, command, condition in cursor.fetchall()
        if (asked := ASKED.search(ASKED_ONCE.sub("", condition)))
    ]


def unsafe_functions(cursor) -> list[str]:
    """Functions that run as their owner and could be led to another table of the same name."""
    cursor.execute(DEFINERS)
    return [
        f"{name} of {owner} has {path or 'no search_path'}"
        for name, owner, path in cursor.fetchall()
        if owner != OWNER_ROLE or not path.startswith("search_path=")
    ]


def excess_powers(cursor) -> list[str]:
    """What the role of the web process may do and must not."""
    cursor.execute(POWERS, {"role": APP_ROLE, "owner": OWNER_ROLE})
    return [power for (power,) in cursor.fetchall()]


@pytest.fixture
def owner(django_db_blocker, django_db_setup):
    """The owner's cursor in a transaction that never lasts."""
    connection = connections["owner"]
    with django_db_blocker.unblock():
        connection.set_autocommit(False)
        try:
            with connection.cursor() as cursor:
                yield cursor
        finally:
            connection.rollback()
            connection.set_autocommit(True)
            connection.close()


GATES = [unsafe_tables, slow_policies, unsafe_functions, excess_powers]


@pytest.mark.parametrize("gate", GATES)
def test_database_is_guarded(owner, gate):
    assert gate(owner) == []


def test_there_are_tables_to_judge(owner):
    assert len(guarded_tables()) > 20


def test_open_list_names_no_table_of_the_past(owner):
    owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")

    assert set(OPEN_TABLES) <= {name for (name,) in owner.fetchall()}


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (
            f"CREATE TABLE seeded (citizen_id uuid); GRANT SELECT ON seeded TO {APP_ROLE}",
            "seeded is neither guarded nor on the open list, but may be reached",
        ),
        (
            f"CREATE VIEW seeded AS TABLE plans_goal; GRANT SELECT ON seeded TO {APP_ROLE}",
            "seeded is neither guarded nor on the open list, but may be reached",
        ),
        (
            "ALTER TABLE plans_goal DISABLE ROW LEVEL SECURITY",
            "plans_goal has row-level security off",
        ),
        (
            "DROP POLICY plans_assessment_update ON plans_assessment",
            f"plans_assessment has policies for DELETE, INSERT, SELECT; granted is {EVERYTHING}",
        ),
        (
            "CREATE POLICY seeded ON plans_goal FOR SELECT USING (true)",
            "plans_goal has a policy that lets everything through",
        ),
        (
            "ALTER POLICY accounts_user_update ON accounts_user USING (true)",
            "accounts_user has a policy that lets everything through",
        ),
        (
            "ALTER TABLE plans_goal DISABLE TRIGGER plans_goal_history",
            "plans_goal has no change history",
        ),
        (
            f"GRANT UPDATE ON audit_change TO {APP_ROLE}",
            "audit_change grants SELECT, UPDATE; declared is SELECT",
        ),
        (
            f"GRANT UPDATE (before) ON audit_change TO {APP_ROLE}",
            "audit_change grants SELECT, UPDATE; declared is SELECT",
        ),
        (
            f"GRANT DELETE ON auth_group TO {APP_ROLE}",
            "auth_group grants SELECT, DELETE; declared is SELECT",
        ),
        (
            f"GRANT TRUNCATE ON plans_wish TO {APP_ROLE}",
            f"plans_wish grants {EVERYTHING}, TRUNCATE; declared is {EVERYTHING}",
        ),
    ],
)
def test_unsafe_table_is_found(owner, statement, fault):
    owner.execute(statement)

    assert fault in unsafe_tables(owner)


def test_policy_that_asks_of_each_row_is_found(owner):
    owner.execute(
        "CREATE POLICY seeded ON plans_goal FOR SELECT"
        " USING (course_id IN (SELECT guard.my_team_ids()) OR guard.is_operations())"
    )

    assert slow_policies(owner) == ["plans_goal asks guard.is_operations() of each row for SELECT"]


def test_function_without_search_path_is_found(owner):
    owner.execute("ALTER FUNCTION guard.my_team_ids() RESET ALL")

    assert unsafe_functions(owner) == [f"guard.my_team_ids() of {OWNER_ROLE} has no search_path"]


def test_excess_power_is_found(owner):
    owner.execute(f"GRANT CREATE ON SCHEMA public TO {APP_ROLE}")

    assert excess_powers(owner) == ["makes tables"]
