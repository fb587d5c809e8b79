"""What the service asks of PostgreSQL while it answers, and the same asked by bare psycopg."""

import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import psycopg
from psycopg.sql import SQL, Composable

from hjemmebane.foundation.ids import new_id

# What ends a transaction; the beginning is psycopg's own doing, here as there.
COMMIT, ROLLBACK = "COMMIT", "ROLLBACK"
CONTROL = re.compile(r"\s*(COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b", re.IGNORECASE)
KEY = re.compile(
    r"\b[0-9a-f]{8}-?[0-9a-f]{4}-?7[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}\b"
)  # psycopg writes no hyphens

type Sql = str | bytes | Composable


@dataclass(frozen=True)
class Statement:
    """One round trip: the SQL with its values, and whether it stood outside a transaction."""

    sql: str
    is_alone: bool = False

    @property
    def is_query(self) -> bool:
        """Whether it asks or changes something; the rest only bounds transactions."""
        return not CONTROL.match(self.sql)


@contextmanager
def recorded() -> Iterator[list[Statement]]:
    """Everything that goes through psycopg inside the block, Django's and our own, in order.

    psycopg has no hook for this, so its methods are exchanged for the duration of the block.
    """
    said: list[Statement] = []
    execute, commit = psycopg.Cursor.execute, psycopg.Connection.commit
    rollback = psycopg.Connection.rollback

    def heard_execute(
        cursor: psycopg.Cursor, query: Sql, params: Sequence[object] | None = None, **options: bool
    ) -> psycopg.Cursor:
        said.append(Statement(in_full(cursor, query, params), cursor.connection.autocommit))
        return execute(cursor, query, params, **options)

    def heard_commit(connection: psycopg.Connection) -> None:
        said.append(Statement(COMMIT))
        commit(connection)

    def heard_rollback(connection: psycopg.Connection) -> None:
        said.append(Statement(ROLLBACK))
        rollback(connection)

    psycopg.Cursor.execute = heard_execute
    psycopg.Connection.commit, psycopg.Connection.rollback = heard_commit, heard_rollback
    try:
        yield said
    finally:
        psycopg.Cursor.execute = execute
        psycopg.Connection.commit, psycopg.Connection.rollback = commit, rollback


def in_full(cursor: psycopg.Cursor, query: Sql, params: Sequence[object] | None) -> str:
    """The statement with its values written in."""
    if isinstance(cursor, psycopg.ClientCursor):
        return cursor.mogrify(query, params)
    return psycopg.ClientCursor(cursor.connection).mogrify(query, params)


def replay(connection: psycopg.Connection, statements: Sequence[Statement]) -> list[float]:
    """The same again, every row fetched and dropped; the seconds of each statement."""
    seconds = []
    for statement in statements:
        if connection.autocommit != statement.is_alone and statement.is_query:
            connection.autocommit = statement.is_alone
        began = time.perf_counter()
        if statement.sql == COMMIT:
            connection.commit()
        elif statement.sql == ROLLBACK:
            connection.rollback()
        else:
            cursor = connection.execute(SQL(statement.sql))
            if cursor.description:
                cursor.fetchall()
        seconds.append(time.perf_counter() - began)
    return seconds


def with_new_keys(statements: Sequence[Statement], made_after: float) -> list[Statement]:
    """The statements with every key that was made for them exchanged, so they can run again.

    A key tells when it was made (UUIDv7, in milliseconds).
    """
    exchanged: dict[str, str] = {}

    def exchange(found: re.Match[str]) -> str:
        key = found.group()
        if (UUID(key).int >> 80) / 1000 < made_after:
            return key
        return exchanged.setdefault(UUID(key).hex, new_id().hex)

    return [Statement(KEY.sub(exchange, one.sql), one.is_alone) for one in statements]
