"""Databases inside a local cluster: roles, creation, copies of a template."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from tools.localpg import PORT, SUPERUSER, Cluster
from tools.places import Stop

ROLES = Path(__file__).parent / "roles.sql"


def create_database(cluster: Cluster, name: str, secrets: Mapping[str, str]) -> None:
    """The roles and the database exist, with the passwords among the secrets."""
    command = [cluster.binaries["psql"], "--no-psqlrc", "--quiet", "--file", str(ROLES)]
    command += ["--host", str(cluster.socket_folder), "--port", PORT, "--username", SUPERUSER]
    done = subprocess.run(
        [*command, "--dbname", SUPERUSER],
        env={**os.environ, **secrets, "HJEMMEBANE_DATABASE_NAME": name},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise Stop(f"The database {name} could not be created: {done.stderr.strip()}")


def drop_database(cluster: Cluster, name: str) -> None:
    """Gone, whoever is still connected."""
    with superuser(cluster) as connection:
        connection.execute(
            sql.SQL("ALTER DATABASE {} IS_TEMPLATE false").format(sql.Identifier(name))
        )
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def copy_database(cluster: Cluster, template: str, name: str) -> None:
    """An exact copy. What is granted on the database itself is not copied along by PostgreSQL."""
    names = {"name": sql.Identifier(name), "template": sql.Identifier(template)}
    with superuser(cluster) as connection:
        for statement in (
            "CREATE DATABASE {name} TEMPLATE {template} OWNER hjemmebane_owner STRATEGY FILE_COPY",
            "REVOKE ALL ON DATABASE {name} FROM PUBLIC",
            "GRANT CONNECT ON DATABASE {name} TO hjemmebane_app, hjemmebane_worker",
        ):
            connection.execute(sql.SQL(statement).format(**names))


def names_like(cluster: Cluster, pattern: str) -> list[str]:
    with superuser(cluster) as connection:
        found = connection.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE %s ORDER BY datname", [pattern]
        )
        return [name for (name,) in found]


def rename_database(cluster: Cluster, old: str, new: str) -> None:
    names = {"old": sql.Identifier(old), "new": sql.Identifier(new)}
    with superuser(cluster) as connection:
        connection.execute(sql.SQL("ALTER DATABASE {old} RENAME TO {new}").format(**names))


def seal_template(cluster: Cluster, name: str) -> None:
    """From now on it can be copied and no longer be changed."""
    with superuser(cluster) as connection:
        for statement in (
            "ALTER DATABASE {name} ALLOW_CONNECTIONS false",
            "ALTER DATABASE {name} IS_TEMPLATE true",
        ):
            connection.execute(sql.SQL(statement).format(name=sql.Identifier(name)))


def note_on(cluster: Cluster, name: str) -> str:
    """What write_note wrote; the note lives and dies with the database."""
    with superuser(cluster) as connection:
        row = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
            [name],
        ).fetchone()
    return (row[0] if row else None) or ""


def write_note(cluster: Cluster, name: str, note: str) -> None:
    statement = sql.SQL("COMMENT ON DATABASE {} IS {}")
    with superuser(cluster) as connection:
        connection.execute(statement.format(sql.Identifier(name), sql.Literal(note)))


@contextmanager
def superuser(cluster: Cluster) -> Iterator[psycopg.Connection]:
    with psycopg.connect(cluster.address(), autocommit=True) as connection:
        yield connection
