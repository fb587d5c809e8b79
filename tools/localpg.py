"""A private PostgreSQL for one checkout: for the demo, development and tests, never production.

Reached only through a socket in a folder no one else can enter. Processes that use the same
cluster share one server: the first starts it, the last to leave stops it. Whatever was killed
before, the next start works.
"""

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg

from tools.filelocks import Presence, locked
from tools.pgbinaries import find_binaries, run_as
from tools.places import Stop
from tools.processes import end_process, is_alive, wait_until_gone, working_in

PORT = "5432"  # only part of the socket's name: nothing listens on TCP
SUPERUSER = "postgres"

ACCESS = f"""\
# Only reachable through a socket in a private folder; the service's own roles need a password,
# as they do in production.
local all {SUPERUSER} trust
local all all scram-sha-256
"""

SETTINGS = {"listen_addresses": "", "logging_collector": "off", "max_connections": "100"}
FORGETFUL = {  # for data nobody will miss after a power cut
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}

# Servers that this process began and others still use: forgetting one would be a warning.
HANDED_OVER: list[subprocess.Popen[bytes]] = []


class Cluster:
    """`with Cluster(folder):` the server runs inside the block."""

    def __init__(self, home: Path, *, durable: bool = True) -> None:
        self.binaries = find_binaries()
        self.run_as = run_as()
        self.home = self._placed(home.resolve() / f"postgres-{self.binaries.major}")
        self.data = self.home / "data"
        self.log = self.home / "postgres.log"
        self.durable = durable
        self.settings = SETTINGS if durable else SETTINGS | FORGETFUL
        self._users = Presence(self.home / "users.lock")
        self._started: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def socket_folder(self) -> Path:
        """Short, because a socket's path may hold no more than 107 bytes."""
        name = hashlib.sha256(str(self.home).encode()).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"hjemmebane-{os.geteuid()}-{name}"

    def address(self, database: str = SUPERUSER) -> str:
        """How the superuser connects."""
        return psycopg.conninfo.make_conninfo(
            host=str(self.socket_folder), port=PORT, user=SUPERUSER, dbname=database
        )

    def start(self) -> None:
        make_private(self.home, self.run_as.owner)
        with locked(self.home / "start.lock"):
            make_private(self.socket_folder, self.run_as.owner)
            if not self._is_running():
                self._clear_what_was_killed()
                self._create_when_missing()
                self._launch()
            self._users.enter()

    def stop(self) -> None:
        """Leave; the last one turns off the light."""
        with locked(self.home / "start.lock"):
            pid = self._postmaster()
            if self._users.leave():
                if pid is not None:
                    end_process(pid, signal.SIGINT, seconds=30)
                shutil.rmtree(self.socket_folder, ignore_errors=True)
            if self._started is not None:
                self._let_go(self._started)

    def _let_go(self, server: subprocess.Popen[bytes]) -> None:
        """Collect it when it is over. Where others still use it, the last of them ends it."""
        if self._is_running():
            HANDED_OVER.append(server)
        else:
            server.wait()

    def kill(self) -> None:
        """Stop every server process at once without a word, like a power cut."""
        pid = self._postmaster()
        if pid is not None:
            os.kill(pid, signal.SIGKILL)
        wait_until_gone(working_in(self.data), 10)
        self._users.leave()
        if self._started is not None:
            self._started.wait()

    def _placed(self, wanted: Path) -> Path:
        """`nobody` cannot reach into a private checkout, so its clusters lie in /var/tmp."""
        if self.run_as.owner is None:
            return wanted
        name = hashlib.sha256(str(wanted).encode()).hexdigest()[:12]
        place = Path("/var/tmp")  # noqa: S108 -- make_private refuses a folder laid there by others
        return place / f"hjemmebane-{name}"

    def _postmaster(self) -> int | None:
        """The server's process, if it lives and works in this data folder."""
        pid = self._pid_on_file()
        if pid is None or not is_alive(pid):
            return None
        is_ours = not Path("/proc").is_dir() or pid in working_in(self.data)
        return pid if is_ours else None

    def _pid_on_file(self) -> int | None:
        try:
            return int((self.data / "postmaster.pid").read_text().partition("\n")[0])
        except (OSError, ValueError):
            return None

    def _is_running(self) -> bool:
        return self._postmaster() is not None and self._says_ready() and self._listens()

    def _listens(self) -> bool:
        """A killed server closes its socket some moments before it is gone."""
        with socket.socket(socket.AF_UNIX) as caller:
            return caller.connect_ex(str(self.socket_folder / f".s.PGSQL.{PORT}")) == 0

    def _says_ready(self) -> bool:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()[7].strip() == "ready"
        except (OSError, IndexError):
            return False

    def _clear_what_was_killed(self) -> None:
        """End server processes that outlived their postmaster, then drop its locks: a killed
        postmaster that is not yet collected would otherwise look alive to the next one.
        """
        left_behind = working_in(self.data)
        if not wait_until_gone(left_behind, 5):
            for pid in left_behind:
                end_process(pid, signal.SIGQUIT, seconds=5)
        for lock in (self.data / "postmaster.pid", *self.socket_folder.iterdir()):
            lock.unlink(missing_ok=True)

    def _create_when_missing(self) -> None:
        if (self.data / "PG_VERSION").exists():
            return
        unfinished = self.home / "data.new"
        shutil.rmtree(unfinished, ignore_errors=True)
        command = [self.binaries["initdb"], "--pgdata", str(unfinished), "--username", SUPERUSER]
        command += ["--auth=trust", "--encoding=UTF8", *self._locale(), "--no-instructions"]
        command += [] if self.durable else ["--no-sync"]
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            cwd=self.home,
            **self.run_as.arguments,
        )
        if done.returncode != 0:
            raise Stop(f"PostgreSQL could not create {self.data}: {done.stderr.strip()}")
        (unfinished / "pg_hba.conf").write_text(ACCESS)
        unfinished.rename(self.data)

    def _locale(self) -> list[str]:
        """The same character rules on every machine, whatever languages it has installed."""
        if self.binaries.major < 17:
            return ["--locale=C.UTF-8"]
        return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]

    def _launch(self) -> None:
        command = [self.binaries["postgres"], "-D", str(self.data), "-p", PORT]
        command += ["-k", str(self.socket_folder)]
        for name, value in self.settings.items():
            command += ["-c", f"{name}={value}"]
        with self.log.open("wb") as log:
            self._started = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.home,
                start_new_session=True,  # Ctrl-C is for us: we stop the server when we are done
                **self.run_as.arguments,
            )
        self._wait_until_ready(self._started)

    def _wait_until_ready(self, server: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + 60
        while not self._says_ready():
            if server.poll() is not None or time.monotonic() > end:
                end_process(server.pid, signal.SIGQUIT, seconds=5)
                raise Stop(f"PostgreSQL did not start. {self.log} ends:\n{tail(self.log)}")
            time.sleep(0.02)


def make_private(folder: Path, owner: tuple[int, int] | None) -> None:
    """The folder exists, is ours alone, and was not laid there by someone else."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if owner is not None:
        os.chown(folder, *owner)
    found = folder.lstat()
    if found.st_uid not in {os.geteuid(), *(owner or ())[:1]} or folder.is_symlink():
        raise Stop(f"{folder} belongs to someone else; remove it or set TMPDIR to your own folder.")
    folder.chmod(0o700)


def tail(log: Path, characters: int = 1500) -> str:
    return log.read_text(errors="replace")[-characters:].strip()
