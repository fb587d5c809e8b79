"""Fills a migrated database with a size of invented data.

Millions of rows would take the actions days, so SQL writes them as the superuser, with triggers and
foreign keys at rest; the change history that the triggers would have written is written too.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import psycopg

from benchmarks.sizes import Size
from hjemmebane.domain.citizens.queries import sealed_place
from hjemmebane.foundation.sealing import blind_index, seal

ROWS = Path(__file__).parent / "rows"
BEFORE_CITIZENS, AFTER_CITIZENS = ("1", "2", "3"), ("4", "5")
HISTORY, AT_LAST = ("6",), ("7",)
CITIZEN_COLUMNS = (
    "id version given_name family_name cpr_sealed cpr_index born_on birth_is_estimated gender"
    " has_protected_address address_sealed phone email language reading_needs preferred_channel"
    " is_demo"
)
FIRST_BIRTH = dt.date(1950, 1, 1)


def fill(address: str, size: Size, at: dt.datetime) -> None:
    """The database at `address` (as superuser) holds the size, as if `at` were now."""
    with psycopg.connect(address) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("SET maintenance_work_mem = '256MB'")
        connection.execute("SET work_mem = '128MB'")
        connection.execute("CREATE SCHEMA bench")
        connection.execute(
            "CREATE TABLE bench.size AS"
            " SELECT %s::int AS teams, %s::int AS regular, %s::int AS contacts,"
            " %s::timestamptz AS at",
            [size.teams, size.regular, size.contacts, at],
        )
        run_files(connection, BEFORE_CITIZENS)
        write_citizens(connection)
        run_files(connection, AFTER_CITIZENS)
        run_files(connection, HISTORY if size.has_history else ())
        run_files(connection, AT_LAST)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE)")
        connection.execute("CHECKPOINT")


def run_files(connection: psycopg.Connection, numbers: tuple[str, ...]) -> None:
    for number in numbers:
        for path in sorted(ROWS.glob(f"{number}_*.sql")):
            connection.execute(path.read_bytes())


def write_citizens(connection: psycopg.Connection) -> None:
    """Sealed as the service seals: with the keys of this process."""
    cases = connection.execute("SELECT n, citizen_id, name FROM bench.case ORDER BY n").fetchall()
    columns = ", ".join(CITIZEN_COLUMNS.split())
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY citizens_citizen ({columns}) FROM STDIN") as copy,
    ):
        for row in citizens(cases):
            copy.write_row(row)


def citizens(cases: list[tuple[int, UUID, str]]) -> Iterator[tuple[object, ...]]:
    for n, citizen_id, name in cases:
        born_on = FIRST_BIRTH + dt.timedelta(days=n * 7919 % 18_000)
        cpr = f"{born_on:%d%m%y}{n % 10_000:04}"
        given, _, family = name.partition(" ")
        yield (
            citizen_id,
            1,
            given,
            family,
            seal(cpr, place=sealed_place(citizen_id, "cpr_sealed")),
            blind_index(cpr),
            born_on,
            False,
            "UNKNOWN",
            n % 25 == 0,
            seal(f"Vejen {n}, 9990 Byen", place=sealed_place(citizen_id, "address_sealed")),
            "20 20 20 20",
            "",
            "Dansk",
            "",
            "VISIT",
            True,
        )
