"""The private PostgreSQL: shared while used, private, and up again whatever was killed."""

import gc
import os
import pwd
import shutil
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import psycopg
import pytest

from tools import localpg, pgbinaries
from tools.databases import create_database, note_on, superuser, write_note
from tools.localpg import Cluster
from tools.pgbinaries import binaries_in, enter_namespace, namespace_works
from tools.places import Stop
from tools.processes import is_alive, working_in

PASSWORDS = {
    "HJEMMEBANE_OWNER_PASSWORD": "of the owner",
    "HJEMMEBANE_APP_PASSWORD": "of the ' app \\ role",
}


@pytest.fixture
def cluster(tmp_path):
    made = Cluster(tmp_path, durable=False)
    yield made
    made.stop()


def value(cluster, query):
    with superuser(cluster) as connection:
        return connection.execute(query).fetchone()[0]


def log_in(cluster, role, password):
    return psycopg.connect(
        host=str(cluster.socket_folder), user=role, password=password, dbname="house"
    )


def test_data_survive_a_restart(cluster):
    with cluster, superuser(cluster) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    with cluster:
        assert value(cluster, "SELECT number FROM kept") == 7


def test_nothing_runs_after_the_last_one_left(cluster):
    with cluster, Cluster(cluster.home.parent) as neighbour:
        cluster.stop()
        assert value(neighbour, "SELECT 1") == 1
    assert working_in(cluster.data) == []


def test_who_began_the_server_may_leave_first(tmp_path):
    starter = Cluster(tmp_path, durable=False)
    starter.start()
    with Cluster(tmp_path, durable=False) as neighbour:
        starter.stop()
        del starter
        gc.collect()  # a process that is forgotten while it runs is a warning, and an error here
        assert value(neighbour, "SELECT 1") == 1
    assert working_in(neighbour.data) == []


def test_what_was_committed_survives_a_kill(tmp_path):
    cluster = Cluster(tmp_path, durable=True)
    cluster.start()
    with superuser(cluster) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    cluster.kill()
    with cluster:
        assert value(cluster, "SELECT number FROM kept") == 7


def start_elsewhere(cluster, and_then):
    """Start the cluster from a process that is then killed."""
    script = textwrap.dedent(f"""
        import os, pathlib, signal
        from tools.localpg import Cluster
        cluster = Cluster(pathlib.Path({str(cluster.home.parent)!r}))
        cluster.start()
        {and_then}
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    subprocess.run([sys.executable, "-c", script], check=False)


def test_it_starts_after_only_the_postmaster_and_its_starter_were_killed(cluster):
    start_elsewhere(cluster, "os.kill(cluster._started.pid, signal.SIGKILL)")
    with cluster:
        assert value(cluster, "SELECT 1") == 1


def test_a_server_whose_starter_was_killed_is_taken_over(cluster):
    start_elsewhere(cluster, "pass")
    orphan = int((cluster.data / "postmaster.pid").read_text().split()[0])
    with cluster:
        assert value(cluster, "SELECT 1") == 1
        assert is_alive(orphan)
    assert not is_alive(orphan)


def test_a_pid_file_that_names_a_stranger_is_no_obstacle(cluster):
    with cluster:
        pass
    lines = [str(os.getpid()), str(cluster.data), "1", "5432", "", "", "", "ready", ""]
    (cluster.data / "postmaster.pid").write_text("\n".join(lines))
    with cluster:
        assert value(cluster, "SELECT 1") == 1


def test_an_interrupted_creation_starts_over(cluster):
    (cluster.home / "data.new").mkdir(parents=True)
    (cluster.home / "data.new" / "half").touch()
    with cluster:
        assert value(cluster, "SELECT 1") == 1


def test_no_one_else_reaches_the_socket(cluster):
    with cluster:
        assert stat.S_IMODE(cluster.socket_folder.stat().st_mode) == 0o700
        assert value(cluster, "SHOW listen_addresses") == ""


def test_a_socket_folder_laid_by_someone_else_is_refused(cluster):
    cluster.socket_folder.symlink_to(cluster.home.parent)
    try:
        with pytest.raises(Stop, match="belongs to someone else"):
            cluster.start()
    finally:
        cluster.socket_folder.unlink()


def test_a_refused_start_tells_why(cluster):
    cluster.settings = {"shared_buffers": "a lot"}
    with pytest.raises(Stop, match='invalid value for parameter "shared_buffers"'):
        cluster.start()


def test_the_roles_need_their_passwords(cluster):
    with cluster:
        create_database(cluster, "house", PASSWORDS)
        for role, password in zip(
            ("hjemmebane_owner", "hjemmebane_app"), PASSWORDS.values(), strict=True
        ):
            with log_in(cluster, role, password) as connection:
                assert connection.execute("SELECT current_user").fetchone() == (role,)
            with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
                log_in(cluster, role, "guessed")


def test_a_database_created_again_takes_the_new_password(cluster):
    with cluster:
        create_database(cluster, "house", PASSWORDS)
        create_database(cluster, "house", PASSWORDS | {"HJEMMEBANE_APP_PASSWORD": "new"})
        with log_in(cluster, "hjemmebane_app", "new") as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)


@pytest.mark.parametrize(
    "statement",
    ["CREATE TABLE public.mine ()", "CREATE TEMPORARY TABLE mine ()", "CREATE SCHEMA mine"],
)
def test_the_app_role_may_create_nothing(cluster, statement):
    with cluster:
        create_database(cluster, "house", PASSWORDS)
        app = log_in(cluster, "hjemmebane_app", PASSWORDS["HJEMMEBANE_APP_PASSWORD"])
        with app, pytest.raises(psycopg.errors.InsufficientPrivilege):
            app.execute(statement)


def test_no_password_is_written_to_the_log(cluster):
    cluster.settings |= {"log_statement": "all", "log_min_duration_statement": "0"}
    with cluster:
        create_database(cluster, "house", PASSWORDS)
    assert "of the owner" not in cluster.log.read_text()


def test_a_note_stays_on_its_database(cluster):
    with cluster:
        create_database(cluster, "house", PASSWORDS)
        assert note_on(cluster, "house") == ""
        write_note(cluster, "house", "it's migrated")
        assert note_on(cluster, "house") == "it's migrated"


def test_letters_of_danish_are_letters(cluster):
    with cluster:
        assert value(cluster, "SELECT upper('æøå')") == "ÆØÅ"
        assert value(cluster, "SELECT to_tsvector('danish', 'Åbne')::text") == "'åbn':1"


def test_a_folder_without_postgresql_is_named(tmp_path):
    with pytest.raises(Stop, match=f"{tmp_path} holds no initdb"):
        binaries_in(tmp_path)


def test_too_old_a_postgresql_is_refused(tmp_path):
    for program in ("initdb", "postgres", "psql"):
        (tmp_path / program).write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 14.9'\n")
        (tmp_path / program).chmod(0o755)
    with pytest.raises(Stop, match="PostgreSQL 14; 15 or newer is needed"):
        binaries_in(tmp_path)


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become someone else")
# Where the machine denies them, the test below shows what is done instead.
needs_namespaces = pytest.mark.skipif(
    os.geteuid() != 0 or not namespace_works(), reason="only root, where namespaces are allowed"
)


@needs_namespaces
def test_root_becomes_an_ordinary_user_in_a_namespace():
    done = subprocess.run(
        ["id", "-u"], preexec_fn=enter_namespace, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) == pwd.getpwnam("nobody").pw_uid


@needs_root
def test_root_without_namespaces_runs_the_server_as_nobody(tmp_path, monkeypatch):
    monkeypatch.setattr(pgbinaries, "namespace_works", lambda: False)
    monkeypatch.setattr(localpg, "run_as", pgbinaries.run_as.__wrapped__)
    with Cluster(tmp_path) as cluster:
        create_database(cluster, "house", PASSWORDS)
        server = working_in(cluster.data)[0]
        assert Path(f"/proc/{server}").stat().st_uid == 65534
    shutil.rmtree(cluster.home)
