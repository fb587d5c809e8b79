"""The database of ./run demo and ./run manage: built once, migrated when migrations change."""

from tools.databases import (
    create_database,
    drop_database,
    names_like,
    note_on,
    rename_database,
    write_note,
)
from tools.environment import demo_environment
from tools.localpg import Cluster
from tools.places import LOCAL
from tools.preparing import (
    FILL_DEMO,
    INSTALL_KEY,
    MIGRATE,
    build_database,
    manage,
    schema_fingerprint,
)

NAME = "hjemmebane"
HOME = LOCAL / "demo"


def open_cluster() -> Cluster:
    return Cluster(HOME)


def ensure_database(cluster: Cluster, *, fresh: bool = False) -> dict[str, str]:
    """The demo database is migrated and filled; answers the environment to run it with.

    Only a database that bears a note was filled: ./run manage may have made an empty one.
    """
    environment = demo_environment(cluster, NAME)
    if fresh or not note_on(cluster, NAME):
        print("Bygger demodatabasen …", flush=True)
        steps = (MIGRATE, INSTALL_KEY, FILL_DEMO)
        interim = build_database(cluster, NAME, environment, *steps, aloud=FILL_DEMO)
        if names_like(cluster, NAME):
            drop_database(cluster, NAME)
        rename_database(cluster, interim, NAME)
        write_note(cluster, NAME, schema_fingerprint())
        return environment
    create_database(cluster, NAME, environment)  # the passwords of today
    if note_on(cluster, NAME) != schema_fingerprint():
        print("Opdaterer demodatabasen …", flush=True)
        for command in (MIGRATE, INSTALL_KEY):
            manage(*command, environment=environment)
        write_note(cluster, NAME, schema_fingerprint())
    return environment
