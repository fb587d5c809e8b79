"""What the database says about itself: roles, rights, policies, triggers and functions.

Facts only, asked as whoever is connected; `faces.operations.security` judges them.
"""

from dataclasses import dataclass
from typing import LiteralString

import psycopg
from django.db import connection
from psycopg.rows import class_row

from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.guards import OWNER_ROLE

RIGHTS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
COLUMN_RIGHTS = ("SELECT", "INSERT", "UPDATE", "REFERENCES")

POWERS = """
    SELECT power AS text FROM (VALUES
        ('is a superuser', (SELECT rolsuper FROM pg_roles WHERE rolname = %(role)s)),
        ('bypasses row-level security',
         (SELECT rolbypassrls FROM pg_roles WHERE rolname = %(role)s)),
        ('may make roles or databases, or replicate',
         (SELECT rolcreaterole OR rolcreatedb OR rolreplication
            FROM pg_roles WHERE rolname = %(role)s)),
        ('may become another role', EXISTS (
            SELECT FROM pg_auth_members AS m JOIN pg_roles AS r ON r.oid = m.member
             WHERE r.rolname = %(role)s)),
        ('may become the owner', pg_has_role(%(role)s, %(owner)s, 'MEMBER')),
        ('owns tables or functions', EXISTS (
            SELECT FROM pg_class WHERE pg_get_userbyid(relowner) = %(role)s
            UNION ALL SELECT FROM pg_proc WHERE pg_get_userbyid(proowner) = %(role)s)),
        ('may make tables', EXISTS (
            SELECT FROM pg_namespace WHERE nspname IN ('public', 'guard')
               AND has_schema_privilege(%(role)s, oid, 'CREATE'))),
        ('may make temporary tables',
         has_database_privilege(%(role)s, current_database(), 'TEMP')),
        ('may make large objects', EXISTS (
            SELECT FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
               AND proname ~ '^lo(_|read$|write$)'
               AND has_function_privilege(%(role)s, oid, 'EXECUTE')))
    ) AS answers (power, holds) WHERE holds
"""
TABLES = """
    SELECT c.relname AS name, pg_get_userbyid(c.relowner) AS owner, c.relrowsecurity AS is_secured,
           ARRAY(SELECT r FROM unnest(%(rights)s::text[]) AS r
                  WHERE has_table_privilege(%(role)s, c.oid, r)
                     OR (r = ANY (%(column_rights)s::text[])
                         AND has_any_column_privilege(%(role)s, c.oid, r))) AS rights,
           ARRAY(SELECT attname::text FROM pg_attribute
                  WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
                    AND has_column_privilege(%(role)s, c.oid, attnum, 'UPDATE')) AS changeable
      FROM pg_class AS c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
     ORDER BY c.relname
"""
POLICIES = """
    SELECT tablename AS table, policyname AS name, cmd AS command,
           permissive = 'PERMISSIVE' AND roles = '{public}' AS is_plain,
           coalesce(qual, '') AS using, coalesce(with_check, '') AS with_check
      FROM pg_policies WHERE schemaname = 'public' ORDER BY tablename, policyname
"""
# 29 is AFTER, FOR EACH ROW, on INSERT, UPDATE and DELETE.
HISTORY = """
    SELECT c.relname AS table, encode(t.tgargs, 'escape') AS arguments
      FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
     WHERE t.tgfoid = to_regproc('guard.record_change') AND t.tgenabled IN ('O', 'A')
       AND t.tgtype = 29 AND t.tgqual IS NULL AND t.tgattr = ''
       AND c.relnamespace = 'public'::regnamespace
"""
FUNCTIONS = """
    SELECT p.oid::regprocedure::text AS signature, pg_get_userbyid(p.proowner) AS owner,
           p.prosecdef AS is_definer,
           coalesce((SELECT option FROM unnest(p.proconfig) AS option
                      WHERE option LIKE 'search_path=%%'), '') AS search_path,
           EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS grants
                    WHERE grants.grantee = 0) AS is_public
      FROM pg_proc AS p WHERE p.pronamespace = to_regnamespace('guard') ORDER BY 1
"""
KEY_RIGHTS = """
    SELECT r AS text FROM unnest(%(rights)s::text[]) AS r
     WHERE has_table_privilege(%(role)s, 'guard.signing_key', r)
        OR (r = ANY (%(column_rights)s::text[])
            AND has_any_column_privilege(%(role)s, 'guard.signing_key', r))
"""


@dataclass(frozen=True)
class Answer:
    """A single value."""

    text: str


@dataclass(frozen=True)
class Table:
    """A table (or view) in `public`: whose it is, whether it is secured, and what one may do.

    rights: on the table or on any of its columns; changeable: the columns one may UPDATE.
    """

    name: str
    owner: str
    is_secured: bool
    rights: list[str]
    changeable: list[str]


@dataclass(frozen=True)
class Policy:
    """A row-level policy; `is_plain` when it is permissive and for everybody, as ours are."""

    table: str
    name: str
    command: str
    is_plain: bool
    using: str
    with_check: str


@dataclass(frozen=True)
class History:
    """A working history trigger, and its arguments as the catalogue keeps them."""

    table: str
    arguments: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that course and citizen are taken from; empty when a table lacks one."""
        return tuple(self.arguments.split("\\000")[:-1])


@dataclass(frozen=True)
class Function:
    """A function of the schema `guard`."""

    signature: str
    owner: str
    is_definer: bool
    search_path: str
    is_public: bool


def connected_role() -> str:
    """The role the web process logged in as; what it has set it to since, it can set back."""
    return _asked(Answer, "SELECT session_user AS text")[0].text


def powers_of(role: str) -> list[str]:
    """What a role may do that the web process must not."""
    return [power.text for power in _asked(Answer, POWERS, role)]


def tables(role: str) -> list[Table]:
    """Every table in `public`, with the rights of a role on it or on any of its columns."""
    return _asked(Table, TABLES, role)


def policies() -> list[Policy]:
    return _asked(Policy, POLICIES)


def histories() -> dict[str, History]:
    """The working history triggers, by table."""
    return {history.table: history for history in _asked(History, HISTORY)}


def functions() -> list[Function]:
    return _asked(Function, FUNCTIONS)


def signing_key_rights(role: str) -> list[str]:
    """What a role may do with the key of the actor tokens."""
    return [right.text for right in _asked(Answer, KEY_RIGHTS, role)]


def proven_actor() -> str:
    """Who acts, as the database believes it; empty for nobody."""
    return _asked(Answer, "SELECT coalesce(guard.actor(), '') AS text")[0].text


def demo_logins() -> int:
    """How many demo accounts there are."""
    return User.objects.filter(is_demo=True).count()


def _asked[R](kind: type[R], sql: LiteralString, role: str = "") -> list[R]:
    """The rows, each as a `kind` whose fields bear the names of the columns."""
    connection.ensure_connection()
    cursor = psycopg.ClientCursor(connection.connection, row_factory=class_row(kind))
    return cursor.execute(
        sql,
        {
            "role": role,
            "owner": OWNER_ROLE,
            "rights": list(RIGHTS),
            "column_rights": list(COLUMN_RIGHTS),
        },
    ).fetchall()
