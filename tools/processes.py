"""Questions about processes that are not ours to wait for."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

LISTENING = "0A"  # TCP_LISTEN in /proc/net/tcp


def is_alive(pid: int) -> bool:
    """A dead process that its parent has not yet collected counts as gone."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return sys.platform != "linux"


def working_in(folder: Path) -> list[int]:
    """Live processes whose working directory is the folder. Linux tells; elsewhere: none."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            here = (entry / "cwd").readlink()
        except OSError:
            continue
        if here == folder and is_alive(int(entry.name)):
            found.append(int(entry.name))
    return found


def wait_until_gone(pids: list[int], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while any(is_alive(pid) for pid in pids):
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def end_process(pid: int, first: signal.Signals, seconds: float) -> None:
    """Ask, wait, and only then insist."""
    for sign, patience in ((first, seconds), (signal.SIGKILL, 10.0)):
        try:
            os.kill(pid, sign)
        except ProcessLookupError:
            return
        if wait_until_gone([pid], patience):
            return


def listening_on(port: int) -> str:
    """The program that listens on a TCP port, as `name (process 123)`; empty where none is seen."""
    if not Path("/proc/net/tcp").exists():
        return ""
    sockets = set()
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        fields = line.split()
        if fields[1].endswith(f":{port:04X}") and fields[3] == LISTENING:
            sockets.add(f"socket:[{fields[9]}]")
    for process in Path("/proc").glob("[0-9]*"):
        if sockets.intersection(open_files(process)):
            return f"{(process / 'comm').read_text().strip()} (process {process.name})"
    return ""


def open_files(process: Path) -> Iterator[str]:
    """What a process has open, as far as we may see and while it does not close it."""
    try:
        entries = list((process / "fd").iterdir())
    except OSError:
        return
    for entry in entries:
        with suppress(OSError):
            yield str(entry.readlink())
