"""Row-level security, grants and change history as migration operations.

A table that no operation here names is out of reach for the web process: its database role gets no
default privileges. Names of columns and functions come from our own migrations, never from users.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.migrations.operations.base import Operation

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor
    from django.db.migrations.state import ProjectState

APP_ROLE = "hjemmebane_app"
OWNER_ROLE = "hjemmebane_owner"

EVERYTHING = "SELECT, INSERT, UPDATE, DELETE"
NO_DELETE = "SELECT, INSERT, UPDATE"
APPEND_ONLY = "SELECT, INSERT"

COURSES = "SELECT guard.visible_course_ids()"
CITIZENS = "SELECT guard.visible_citizen_ids()"


@dataclass(frozen=True)
class Guard:
    """How the rows of one table are guarded; declared on the model as `guard`.

    course, citizen: the columns that say whose row it is (for the history as well as the policies).
    read, write: SQL conditions for the policies; derived from the columns when empty.
    insert: who may add rows besides those who may write, such as somebody who may never read.
    update: who may change rows besides those who may write, such as whoever a row is about.
    grants: what the app role may do at all.
    columns: the only columns that it may change; all of them when empty.
    """

    course: str = ""
    citizen: str = ""
    read: str = ""
    write: str = ""
    insert: str = ""
    update: str = ""
    grants: str = EVERYTHING
    columns: str = ""

    @property
    def read_condition(self) -> str:
        if self.read:
            return self.read
        if self.course:
            return f"{self.course} IN ({COURSES})"
        return f"{self.citizen} IN ({CITIZENS})"

    @property
    def write_condition(self) -> str:
        return self.write or self.read_condition

    def condition_for(self, command: str) -> str:
        """What a row must satisfy for INSERT, UPDATE or DELETE."""
        also = {"INSERT": self.insert, "UPDATE": self.update}.get(command)
        return f"({self.write_condition}) OR ({also})" if also else self.write_condition

    @property
    def granted(self) -> str:
        """What the app role may do at all, as GRANT spells it."""
        if self.columns:
            return self.grants.replace("UPDATE", f"UPDATE ({self.columns})")
        return self.grants


class GuardTable(Operation):
    """Put a table under row-level security, with grants for the app role and change history."""

    reversible = True

    def __init__(self, table: str, guard: Guard, *, history: bool = True) -> None:
        self.table = table
        self.guard = guard
        self.history = history

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        return (type(self).__name__, [self.table, self.guard], {"history": self.history})

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Guards change no model."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        history = [history_sql(self.table, self.guard)] if self.history else []
        for statement in [*guard_sql(self.table, self.guard), *history]:
            schema_editor.execute(statement)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for statement in unguard_sql(self.table):
            schema_editor.execute(statement)

    def describe(self) -> str:
        return f"Guard {self.table}"


class OpenRows(Operation):
    """Let somebody besides those whom a table's own guard names do one thing with some rows.

    `to` is who, for the policy's name. PostgreSQL lets through what any policy lets through, so
    the guard of a lower table need not know of the room above that opens it.
    """

    reversible = True

    def __init__(self, table: str, to: str, condition: str, *, command: str = "SELECT") -> None:
        self.table = table
        self.to = to
        self.condition = condition
        self.command = command

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        arguments: list[object] = [self.table, self.to, self.condition]
        return (type(self).__name__, arguments, {"command": self.command})

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Openings change no model."""

    @property
    def policy(self) -> str:
        return f"{self.table}_{self.to}_{self.command.lower()}"

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        schema_editor.execute(policy_sql(self.table, self.policy, self.command, self.condition))

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        schema_editor.execute(f"DROP POLICY {self.policy} ON {self.table}")

    def describe(self) -> str:
        return f"Open rows of {self.table} to {self.to}"


class OpenTable(GuardTable):
    """Grant the app role a table that holds nothing about citizens; no policies, no history."""

    def __init__(self, table: str, grants: str) -> None:
        super().__init__(table, Guard(grants=grants))

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        return (type(self).__name__, [self.table, self.guard.grants], {})

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for statement in grant_sql(self.table, self.guard.granted):
            schema_editor.execute(statement)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        schema_editor.execute(f"REVOKE ALL ON {self.table} FROM {APP_ROLE}")


def grant_sql(table: str, grants: str) -> list[str]:
    return [
        f"REVOKE ALL ON {table} FROM {APP_ROLE}, PUBLIC",
        f"GRANT {grants} ON {table} TO {APP_ROLE}",
    ]


def guard_sql(table: str, guard: Guard) -> list[str]:
    """The statements that put `table` under guard, grants first."""
    return [
        *grant_sql(table, guard.granted),
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        policy_sql(table, f"{table}_read", "SELECT", guard.read_condition),
        *(
            policy_sql(table, f"{table}_{command.lower()}", command, guard.condition_for(command))
            for command in ("INSERT", "UPDATE", "DELETE")
            if command in guard.grants
        ),
    ]


def history_sql(table: str, guard: Guard) -> str:
    """The trigger that keeps every change of `table`."""
    return (
        f"CREATE TRIGGER {table}_history AFTER INSERT OR UPDATE OR DELETE ON {table} FOR EACH ROW"
        f" EXECUTE FUNCTION guard.record_change('{guard.course}', '{guard.citizen}')"
    )


def policy_sql(table: str, name: str, command: str, condition: str) -> str:
    """The statement that lets rows of `table` through for one command."""
    clause = {
        "SELECT": f"USING ({condition})",
        "INSERT": f"WITH CHECK ({condition})",
        "UPDATE": f"USING ({condition}) WITH CHECK ({condition})",
        "DELETE": f"USING ({condition})",
    }[command]
    return f"CREATE POLICY {name} ON {table} FOR {command} {clause}"


def unguard_sql(table: str) -> list[str]:
    """The statements that take the guard off again (only for going back a migration)."""
    drops = [
        f"DROP POLICY IF EXISTS {table}_{name} ON {table}"
        for name in ("read", "insert", "update", "delete")
    ]
    return [
        f"DROP TRIGGER IF EXISTS {table}_history ON {table}",
        *drops,
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
        f"REVOKE ALL ON {table} FROM {APP_ROLE}",
    ]
