"""The worker of ./run demo as a child process, stopped with what it has in hand done."""

import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tools.places import LOCAL, ROOT
from tools.processes import end_process, working_in


@contextmanager
def worker(port: int, environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Inside the block jobs are done. The port tells apart the workers of one checkout."""
    home = LOCAL / f"worker-{port}"
    home.mkdir(parents=True, exist_ok=True)
    clear_what_was_killed(home)
    working = start(home, environment)
    try:
        yield working
    finally:
        end_process(working.pid, signal.SIGTERM, seconds=10)
        working.wait()


def start(home: Path, environment: Mapping[str, str], *options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "work", *options],
        cwd=home,  # by this folder the next start recognises what was left behind
        env=environment,
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for us: we stop the worker when we are done
    )


def clear_what_was_killed(home: Path) -> None:
    """A worker outlives a killed demo."""
    for pid in working_in(home):
        end_process(pid, signal.SIGTERM, seconds=3)
