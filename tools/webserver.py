"""The web server as a child process, watched until it answers and stopped with all its workers."""

import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tools.filelocks import held
from tools.places import LOCAL, Stop
from tools.preparing import collect_static
from tools.processes import end_process, listening_on, working_in

HOST = "127.0.0.1"
WORKERS = 2
THREADS = 2
READY_PATH = "/login/"
PATIENCE = 5.0  # seconds for killed workers to let go of the port


@contextmanager
def web_server(port: int, environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Inside the block the service answers on the port."""
    home = LOCAL / f"web-{port}"
    home.mkdir(parents=True, exist_ok=True)
    collect_static(environment)
    with held(home / "lock") as is_ours:
        if not is_ours:
            raise Stop(f"This checkout already serves port {port} from another terminal.")
        clear_what_was_killed(home)
        check_port_is_free(port)
        server = start(home, port, environment)
        try:
            wait_until_ready(server, port)
            yield server
        finally:
            end_process(server.pid, signal.SIGTERM, seconds=10)
            server.wait()
            clear_what_was_killed(home)


def start(home: Path, port: int, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "granian", "--interface", "wsgi"]
    command += ["--host", HOST, "--port", str(port), "--no-ws", "--log-level", "warning"]
    command += ["--workers", str(WORKERS), "--blocking-threads", str(THREADS)]
    return subprocess.Popen(
        [*command, "hjemmebane.config.wsgi:application"],
        cwd=home,  # by this folder the next start recognises what was left behind
        env=environment,
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for us: we stop the server when we are done
    )


def clear_what_was_killed(home: Path) -> None:
    """Workers can outlive a killed server, and hold its port."""
    for pid in working_in(home):
        end_process(pid, signal.SIGTERM, seconds=3)


def check_port_is_free(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while not can_listen(port):
        if time.monotonic() > end:
            who = listening_on(port) or "another program"
            raise Stop(
                f"Port {port} is held by {who}. Stop it, or choose a port: PORT=8010 ./run demo"
            )
        time.sleep(0.1)


def can_listen(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def wait_until_ready(server: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if server.poll() is not None:
            raise Stop("The web server stopped at once; the reason stands above.")
        try:
            status = status_of(port)
        except OSError:
            time.sleep(0.1)
            continue
        if status != 200:
            raise Stop(f"The web server is up, but GET {READY_PATH} answers {status}.")
        return
    raise Stop("The web server did not answer within a minute.")


def status_of(port: int) -> int:
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    try:
        connection.request("GET", READY_PATH)
        return connection.getresponse().status
    finally:
        connection.close()
