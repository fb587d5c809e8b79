"""The virus scanner of the tests: the system's clamd, installed when that is ours to do.

It reads a signature made here, so no database of signatures is fetched from anywhere.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.debian import install, may_install
from tools.places import Stop

PACKAGE = "clamav-daemon"
START_SECONDS = 30
PLACES = ("clamd", "/usr/sbin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd")


def find_clamd() -> Path:
    """The scanner CLAMD names, or the system's; Stop says how to get one."""
    chosen = os.environ.get("CLAMD")
    for name in (chosen,) if chosen else PLACES:
        if found := shutil.which(name):
            return Path(found)
    if chosen:
        raise Stop(f"CLAMD names {chosen}, which cannot be run.")
    raise Stop(
        "The scanner is tested against the real clamd. Debian: `sudo apt-get install "
        f"{PACKAGE}`; elsewhere install ClamAV and set CLAMD to its program file."
    )


def ensure_clamd() -> Path:
    """As find_clamd, but root on Debian gets it installed."""
    try:
        return find_clamd()
    except Stop:
        if os.environ.get("CLAMD") or not may_install():
            raise
    install(PACKAGE, what="ClamAV for the tests of its gateway")
    return find_clamd()


@contextmanager
def running_clamd(folder: Path, signature: bytes, name: str) -> Iterator[str]:
    """A scanner that finds one signature, for as long as the block lasts; answers its address."""
    socket = folder / "clamd.ctl"
    (folder / "own.ndb").write_text(f"{name}:0:*:{signature.hex()}\n")
    settings = folder / "clamd.conf"
    settings.write_text(
        f"Foreground yes\nDatabaseDirectory {folder}\nLocalSocket {socket}\n"
        f"TemporaryDirectory {folder}\n"
    )
    with subprocess.Popen(
        [find_clamd(), "--config-file", settings],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _wait_for(socket, process)
            yield f"unix:{socket}"
        finally:
            process.terminate()


def _wait_for(socket: Path, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while not socket.exists():
        if process.poll() is not None or time.monotonic() > until:
            raise Stop(f"clamd did not start (exit code {process.poll()}).")
        time.sleep(0.05)
