"""./run and what it says when it cannot go on."""

import os
import socket
import stat
import subprocess

import pytest

from tools import clamd
from tools.__main__ import COMMANDS, HELP, main
from tools.chromium import ensure_chromium, find_chromium, find_whole_chromium
from tools.clamd import ensure_clamd
from tools.commands import demo, fix
from tools.commands.demo import ACCOUNTS, chosen_port, welcome
from tools.environment import demo_environment, local_secrets
from tools.gates import Gate, Outcome, python, run_quietly, verdict
from tools.localpg import Cluster
from tools.places import ROOT, Stop
from tools.preparing import fingerprint, manage
from tools.webserver import check_port_is_free, status_of


def test_every_command_is_explained():
    explained = {line.split()[1] for line in HELP.splitlines()}
    assert explained == set(COMMANDS)


def test_an_unknown_command_is_refused(capsys):
    assert main(["dmeo"]) == 2
    assert "knows no command 'dmeo'" in capsys.readouterr().err


def test_a_command_that_cannot_go_on_says_why(capsys, monkeypatch):
    monkeypatch.setenv("PORT", "many")
    assert main(["demo"]) == 1
    assert "PORT must be a number" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["0", "65536", "-1", "many", ""])
def test_an_impossible_port_is_refused(monkeypatch, port):
    monkeypatch.setenv("PORT", port)
    with pytest.raises(Stop, match="PORT must be a number"):
        chosen_port()


def test_the_usual_port_is_8000(monkeypatch):
    monkeypatch.delenv("PORT", raising=False)
    assert chosen_port() == 8000


def test_the_welcome_names_every_account_and_the_address():
    text = welcome(8010, "hemmelig")
    assert all(name in text for name, _ in ACCOUNTS)
    assert "adgangskode: hemmelig" in text
    assert "Klar: http://127.0.0.1:8010\n" in text


@pytest.mark.parametrize(
    ("server", "worker", "said"),
    [
        (["false"], ["sleep", "60"], "The web server ended by itself .exit code 1"),
        (["sleep", "60"], ["false"], "The worker ended by itself .exit code 1"),
    ],
)
def test_what_ends_by_itself_is_a_failure(server, worker, said):
    with subprocess.Popen(server) as serving, subprocess.Popen(worker) as working:
        with pytest.raises(Stop, match=said):
            demo.watch(serving, working)
        serving.kill()
        working.kill()


def test_fix_takes_no_arguments():
    with pytest.raises(Stop, match="no arguments"):
        fix.run(["--help"])


def test_whoever_holds_the_port_is_named(monkeypatch):
    monkeypatch.setattr("tools.webserver.PATIENCE", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(Stop, match=rf"Port {port} is held by .+ \(process {os.getpid()}\)"):
            check_port_is_free(port)


def test_a_free_port_is_taken_without_a_word():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    check_port_is_free(port)
    with pytest.raises(ConnectionRefusedError):
        status_of(port)


class TestSecrets:
    def test_they_are_made_once(self, tmp_path):
        path = tmp_path / "private" / "secrets.env"
        assert local_secrets(path) == local_secrets(path)

    def test_only_their_owner_reads_them(self, tmp_path):
        local_secrets(tmp_path / "secrets.env")
        assert stat.S_IMODE((tmp_path / "secrets.env").stat().st_mode) == 0o600

    def test_two_checkouts_share_none(self, tmp_path):
        ours, theirs = local_secrets(tmp_path / "a.env"), local_secrets(tmp_path / "b.env")
        assert ours.keys() == theirs.keys()
        assert not set(ours.values()) & set(theirs.values())

    def test_the_shell_does_not_lead_the_demo_to_another_database(self, tmp_path, monkeypatch):
        monkeypatch.setenv("HJEMMEBANE_DATABASE_HOST", "production.example")
        cluster = Cluster(tmp_path)
        environment = demo_environment(cluster, "hjemmebane")
        assert environment["HJEMMEBANE_DATABASE_HOST"] == str(cluster.socket_folder)


class TestGates:
    PASSES = Gate("passes", python("this"))
    FAILS = Gate("fails", python("no_such_module"))

    def test_one_failure_fails_the_run(self, capsys):
        outcomes = run_quietly([self.PASSES, self.FAILS], os.environ)
        assert [(o.name, o.passed) for o in outcomes] == [("passes", True), ("fails", False)]
        assert verdict(outcomes) == 1
        assert capsys.readouterr().out.endswith("\nFAILED: fails\n")

    def test_only_what_fails_is_shown(self, capsys):
        run_quietly([self.PASSES, self.FAILS], os.environ)
        shown = capsys.readouterr().out
        assert "No module named no_such_module" in shown
        assert "The Zen of Python" not in shown

    def test_a_run_without_failures_passes(self, capsys):
        assert verdict([Outcome("ruff", passed=True, seconds=1.0)]) == 0
        assert "PASSED: all 1 gates" in capsys.readouterr().out


class TestChromium:
    def test_the_one_that_is_named_is_used(self, tmp_path, monkeypatch):
        browser = tmp_path / "browser"
        browser.touch(mode=0o755)
        monkeypatch.setenv("CHROMIUM", str(browser))
        assert find_chromium() == browser

    def test_a_name_that_leads_nowhere_is_refused(self, monkeypatch):
        monkeypatch.setenv("CHROMIUM", "/nowhere")
        with pytest.raises(Stop, match="CHROMIUM names /nowhere"):
            ensure_chromium()

    def test_a_missing_one_is_named_with_the_command(self, monkeypatch, tmp_path):
        monkeypatch.delenv("CHROMIUM", raising=False)
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(Stop, match="sudo apt-get install chromium"):
            ensure_chromium()

    def test_a_failed_installation_fails_the_run(self, monkeypatch, tmp_path):
        monkeypatch.delenv("CHROMIUM", raising=False)
        apt = tmp_path / "apt-get"
        apt.write_text("#!/bin/sh\necho 'no network' >&2\nexit 100\n")
        apt.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        with pytest.raises(Stop, match="`apt-get update` failed: no network"):
            ensure_chromium()

    def test_what_needs_windows_gets_no_shell(self, monkeypatch, tmp_path):
        shell, whole = tmp_path / "chromium-headless-shell", tmp_path / "chromium"
        for program in (shell, whole):
            program.touch(mode=0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setenv("CHROMIUM", str(shell))
        assert find_chromium() == shell
        assert find_whole_chromium() == whole


class TestClamd:
    def test_a_name_that_leads_nowhere_is_refused(self, monkeypatch):
        monkeypatch.setenv("CLAMD", "/nowhere")
        with pytest.raises(Stop, match="CLAMD names /nowhere"):
            ensure_clamd()

    def test_a_missing_one_is_named_with_the_command(self, monkeypatch):
        monkeypatch.delenv("CLAMD", raising=False)
        monkeypatch.setattr(clamd, "PLACES", ("no-such-scanner",))
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        with pytest.raises(Stop, match="sudo apt-get install clamav-daemon"):
            ensure_clamd()


def test_a_failing_command_of_django_is_told_in_full():
    with pytest.raises(Stop, match=r"manage\.py no_such failed:\n.*Unknown command"):
        manage("no_such", environment=dict(os.environ))


@pytest.mark.parametrize("aloud", [True, False])
def test_a_command_that_takes_long_is_heard_when_it_shall_be(capsys, aloud):
    said = manage("version", environment=dict(os.environ), aloud=aloud)

    assert said
    assert capsys.readouterr().out == (said if aloud else "")


def test_the_fingerprint_follows_the_files():
    assert fingerprint(["**/*.py"]) != fingerprint(["**/*.sql"])
    assert fingerprint(["**/*.sql"]) == fingerprint(["**/*.sql"])


def test_run_starts_from_any_folder(tmp_path):
    done = subprocess.run(
        [ROOT / "run", "help"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == HELP


def test_run_is_plain_shell():
    subprocess.run(["sh", "-n", ROOT / "run"], check=True)
    subprocess.run(["sh", "-n", ROOT / ".ci" / "run"], check=True)


def test_lock_files_name_no_download_host():
    for name in ("requirements.txt", "requirements-dev.txt"):
        assert "://" not in (ROOT / name).read_text()
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()
