"""Databases for tests: one cluster per checkout, templates by fingerprint, a copy for each run.

A template is built once for each state of the migrations and then copied in a fraction of a
second. Runs at the same time share the cluster and its templates, never a copy.
"""

import itertools
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tools.databases import (
    copy_database,
    drop_database,
    names_like,
    note_on,
    rename_database,
    seal_template,
    write_note,
)
from tools.environment import test_environment
from tools.filelocks import locked
from tools.localpg import Cluster
from tools.places import LOCAL
from tools.preparing import (
    FILL_DEMO,
    INSTALL_KEY,
    MIGRATE,
    build_database,
    data_fingerprint,
    schema_fingerprint,
)
from tools.processes import is_alive

HOME = LOCAL / "test"
KEPT_SECONDS = 24 * 60 * 60

_numbers = itertools.count(1)


def open_cluster() -> Cluster:
    return Cluster(HOME, durable=False)


def empty_template(cluster: Cluster) -> str:
    """Migrated and keyed, with no rows of anyone's."""
    return template(cluster, f"empty_{schema_fingerprint()}", MIGRATE, INSTALL_KEY)


def demo_template(cluster: Cluster) -> str:
    """As ./run demo starts out."""
    return template(cluster, f"demo_{data_fingerprint()}", MIGRATE, INSTALL_KEY, FILL_DEMO)


def template(cluster: Cluster, name: str, *commands: tuple[str, ...]) -> str:
    with locked(HOME / "templates.lock"):
        if not names_like(cluster, name):
            clear_what_was_left(cluster)
            environment = test_environment(cluster, name)
            interim = build_database(cluster, name, environment, *commands)
            seal_template(cluster, interim)
            rename_database(cluster, interim, name)
        write_note(cluster, name, f"{time.time():.0f}")
    return name


@contextmanager
def copy_of(cluster: Cluster, template_name: str) -> Iterator[str]:
    """A database of one's own, gone after the block."""
    name = f"copy_{os.getpid()}_{next(_numbers)}"
    copy_database(cluster, template_name, name)
    try:
        yield name
    finally:
        drop_database(cluster, name)


def clear_what_was_left(cluster: Cluster) -> None:
    """Copies whose process is gone, and templates unused for a day."""
    for name in names_like(cluster, "copy_%"):
        if not is_alive(int(name.split("_")[1])):
            drop_database(cluster, name)
    for name in names_like(cluster, "empty_%") + names_like(cluster, "demo_%"):
        last_used = note_on(cluster, name)
        if last_used and time.time() - float(last_used) > KEPT_SECONDS:
            drop_database(cluster, name)
