"""Locks and questions between processes."""

import os
import signal
import socket
import subprocess
import sys
import textwrap

import pytest

from tools.filelocks import Presence, held
from tools.processes import end_process, is_alive, listening_on, wait_until_gone, working_in


@pytest.fixture
def sleeper(tmp_path):
    """A process that is at home in a folder and does nothing."""
    process = subprocess.Popen(["sleep", "60"], cwd=tmp_path)
    yield process
    process.kill()
    process.wait()


def test_a_process_is_alive_until_it_ends(sleeper):
    assert is_alive(sleeper.pid)
    end_process(sleeper.pid, signal.SIGTERM, seconds=5)
    assert not is_alive(sleeper.pid)


def test_a_dead_process_that_nobody_collected_is_gone(sleeper):
    sleeper.kill()
    assert wait_until_gone([sleeper.pid], 5)
    os.kill(sleeper.pid, 0)  # the system still knows its number


def test_a_stubborn_process_is_ended_in_the_end(tmp_path):
    script = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True)"
    command = [sys.executable, "-c", f"{script}; time.sleep(60)"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as stubborn:
        stubborn.stdout.readline()
        end_process(stubborn.pid, signal.SIGTERM, seconds=0.2)
        assert stubborn.wait() == -signal.SIGKILL


def test_ending_a_process_that_is_gone_does_nothing(sleeper):
    sleeper.kill()
    sleeper.wait()
    end_process(sleeper.pid, signal.SIGTERM, seconds=1)


def test_processes_are_found_by_their_folder(sleeper, tmp_path):
    assert working_in(tmp_path) == [sleeper.pid]


def test_who_listens_on_a_port_is_named():
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert f"(process {os.getpid()})" in listening_on(server.getsockname()[1])


def test_nobody_listens_on_a_port_that_is_free():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert listening_on(port) == ""


def test_a_lock_is_held_by_one(tmp_path):
    with held(tmp_path / "lock") as first, held(tmp_path / "lock") as second:
        assert (first, second) == (True, False)
    with held(tmp_path / "lock") as again:
        assert again


def test_the_last_to_leave_is_told(tmp_path):
    first, second = Presence(tmp_path / "users"), Presence(tmp_path / "users")
    first.enter()
    second.enter()
    assert not first.leave()
    assert second.leave()
    assert not second.leave()


def test_a_killed_process_is_no_longer_present(tmp_path):
    script = textwrap.dedent(f"""
        import os, pathlib, signal
        from tools.filelocks import Presence
        Presence(pathlib.Path({str(tmp_path / "users")!r})).enter()
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    survivor = Presence(tmp_path / "users")
    survivor.enter()
    subprocess.run([sys.executable, "-c", script], check=False)
    assert survivor.leave()
