"""What the service asks the database server itself, and not through a model."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from django.db import connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, Lookup
from django.db.models.sql.compiler import SQLCompiler
from psycopg import sql

BLOCK = 64  # bytes, the block of SHA-256 in HMAC (RFC 2104)
INNER, OUTER = 0x36, 0x5C


class IsAnyOf(Lookup):
    """A condition that a column is in an array, as of a subquery.

    PostgreSQL looks an array up in the index also beside an OR, where a subquery is a full scan.
    """

    output_field = BooleanField()
    prepare_rhs = False

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[str | int, ...]]:
        column, first = self.process_lhs(compiler, connection)
        array, others = compiler.compile(self.rhs)
        return f"{column} = ANY({array})", (*first, *others)


def answers() -> bool:
    """Whether the database takes questions. Raises OperationalError when it does not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT true")
        return bool(cursor.fetchone()[0])


def take_turns(what: str) -> None:
    """Hold a name until the transaction ends, where there is no row that may be held."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [what])


def rows_of[R](
    function: str, *arguments: str | int | dt.date | UUID | list[UUID], into: Callable[..., R]
) -> list[R]:
    """The rows of a set-returning function that one of our migrations made, each as `into`.

    The name may say the schema, too.
    """
    asked = sql.SQL("SELECT * FROM {}({})").format(
        sql.Identifier(*function.split(".")), sql.SQL(", ").join(sql.Placeholder() * len(arguments))
    )
    with connection.cursor() as cursor:
        cursor.execute(asked, arguments)
        return [into(*row) for row in cursor.fetchall()]


def install_signing_key(key: bytes, *, keep_old: bool = False) -> None:
    """Give the database the key that actor tokens are verified with, as the owner role.

    With `keep_old` tokens signed with the former key stay valid, for a change of keys without a
    stop. PostgreSQL has SHA-256 built in and HMAC not, so the two padded blocks are stored.
    """
    pads = [bytes(byte ^ pad for byte in key.ljust(BLOCK, b"\0")) for pad in (INNER, OUTER)]
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        if keep_old:
            cursor.execute("DELETE FROM guard.signing_key WHERE inner_pad = %s", [pads[0]])
        else:
            cursor.execute("DELETE FROM guard.signing_key")
        cursor.execute("INSERT INTO guard.signing_key (inner_pad, outer_pad) VALUES (%s, %s)", pads)


def ask_guard(function: str, *arguments: str | dt.datetime) -> list[tuple[object, ...]]:
    """The rows of an owner-defined function `guard.<function>`, which decides who may ask.

    For what the acting role may not read or write itself. The name comes from our own code.
    """
    places = ", ".join(["%s"] * len(arguments))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM guard.{function}({places})", list(arguments))  # noqa: S608 -- see above
        return list(cursor.fetchall())
