"""Databases that are ready to use: migrated, keyed and, for the demo, filled."""

import hashlib
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from tools.databases import create_database, drop_database, names_like
from tools.filelocks import locked
from tools.localpg import Cluster
from tools.places import LOCAL, ROOT, SOURCE, Stop

MIGRATE = ("migrate", "--database", "owner", "--verbosity", "0", "--skip-checks")
INSTALL_KEY = ("install_signing_key",)
FILL_DEMO = ("fill_demo",)

# What decides a migrated database: the migrations, what they are written with, and the packages.
SCHEMA = ("**/migrations/*.py", "foundation/**/*.py", "**/*.sql")
STATIC = ("config/static_files.py", "design/static/**/*.*")
EVERYTHING = ("**/*.py", "**/*.toml", "**/*.sql")


def manage(*arguments: str, environment: Mapping[str, str], aloud: bool = False) -> str:
    """Run one of Django's commands; answer what it said, passing it on line by line if `aloud`."""
    said = []
    with subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as running:
        for line in running.stdout or ():
            said.append(line)
            if aloud:
                print(line, end="", flush=True)
    if running.returncode != 0:
        raise Stop(f"manage.py {' '.join(arguments)} failed:\n{''.join(said).strip()}")
    return "".join(said)


def build_database(
    cluster: Cluster,
    name: str,
    environment: Mapping[str, str],
    *commands: tuple[str, ...],
    aloud: tuple[str, ...] = (),
) -> str:
    """A new database under an interim name, so that nothing half done ever bears the real one.

    aloud: the command whose lines are passed on as they come.
    """
    interim = f"{name}_unfinished"
    if names_like(cluster, interim):
        drop_database(cluster, interim)
    create_database(cluster, interim, environment)
    for command in commands:
        named = {**environment, "HJEMMEBANE_DATABASE_NAME": interim}
        manage(*command, environment=named, aloud=command == aloud)
    return interim


def collect_static(environment: Mapping[str, str]) -> None:
    """The static files as they are served: compressed, and named by what is in them."""
    served = LOCAL / "static"
    stamp, wanted = served / "STAMP", fingerprint(STATIC)
    with locked(LOCAL / "static.lock"):
        if not stamp.is_file() or stamp.read_text() != wanted:
            manage(
                "collectstatic", "--noinput", "--clear", "--verbosity", "0", environment=environment
            )
            stamp.write_text(wanted)


def schema_fingerprint() -> str:
    return fingerprint(SCHEMA)


def data_fingerprint() -> str:
    return fingerprint(EVERYTHING)


def fingerprint(patterns: Iterable[str]) -> str:
    found = {path for pattern in patterns for path in SOURCE.glob(pattern)}
    always = {ROOT / "requirements.txt", ROOT / "tools" / "roles.sql", Path(__file__)}
    digest = hashlib.sha256()
    for path in sorted(found | always):
        digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]
