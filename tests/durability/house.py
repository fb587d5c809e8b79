"""A whole service on a database that forgets nothing, and everything that can be done to it."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from django.db import connections

from benchmarks.visiting import Visitor, over_http
from tests.factories.cast import PASSWORD
from tools.databases import rename_database
from tools.environment import test_environment
from tools.localpg import Cluster
from tools.preparing import INSTALL_KEY, MIGRATE, build_database
from tools.processes import wait_until_gone, working_in
from tools.webserver import HOST, web_server

NAME = "house"
DEMO = {"DJANGO_SETTINGS_MODULE": "hjemmebane.config.settings.demo"}


@dataclass
class House:
    """The cluster, the web server on its port, and how to reach both."""

    cluster: Cluster
    port: int
    environment: dict[str, str]
    server: subprocess.Popen[bytes] | None = None
    _open: ExitStack = field(default_factory=ExitStack)

    def open(self) -> None:
        """Start whatever does not run, as ./run demo does."""
        self.cluster.start()
        self.server = self._open.enter_context(web_server(self.port, self.environment))

    def close(self) -> None:
        self._open.close()
        self.cluster.stop()

    def kill(self) -> None:
        """Every process of the web server and of the database gets kill -9, in the same moment."""
        everything = working_in(self.cluster.data)
        os.killpg(self.server.pid, signal.SIGKILL)
        self.kill_database(everything)
        self._open.close()

    def kill_database(self, everything: list[int] | None = None) -> None:
        """Every process of the database gets kill -9."""
        everything = everything or working_in(self.cluster.data)
        for pid in everything:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.cluster.kill()
        assert wait_until_gone(everything, 10)

    @contextmanager
    def visitor(self, cookies: dict[str, str] | None = None) -> Iterator[Visitor]:
        """A browser at the service; with cookies, one that was there before."""
        with over_http(self.port) as send:
            yield Visitor(send, dict(cookies or {}))

    def log_in(self, username: str) -> dict[str, str]:
        """The cookies of somebody who has just logged in."""
        with self.visitor() as visitor:
            answer = visitor.log_in(username, PASSWORD)
            assert (answer.status, answer.location) == (302, "/")
            return visitor.cookies

    def rows(self, query: str, *values: object) -> list[tuple]:
        """What is on the disk, past every policy."""
        with superuser_in(self.cluster) as connection:
            return connection.execute(query, values).fetchall()


def superuser_in(cluster: Cluster) -> psycopg.Connection:
    return psycopg.connect(cluster.address(NAME))


@contextmanager
def built(home: Path) -> Iterator[House]:
    """A migrated house of its own, its web server not yet started; gone after the block."""
    cluster = Cluster(home)
    environment = test_environment(cluster, NAME) | DEMO
    with cluster:
        interim = build_database(cluster, NAME, environment, MIGRATE, INSTALL_KEY)
        rename_database(cluster, interim, NAME)
    house = House(cluster, free_port(), environment)
    try:
        yield house
    finally:
        house.close()


@contextmanager
def django_inside(house: House) -> Iterator[None]:
    """Inside the block this process' own Django works in the house's database."""
    usual = {alias: dict(connections.settings[alias]) for alias in connections}
    there = {"HOST": str(house.cluster.socket_folder), "NAME": NAME}
    for alias in connections:
        connections[alias].close()
        connections.settings[alias].update(there)
    try:
        yield
    finally:
        for alias, settings in usual.items():
            connections[alias].close()
            connections.settings[alias].update(settings)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
