"""A gateway that takes messages and forgets none of them; also over HTTP, with every fault.

with fake_gateway() as fake:
    HttpGateway(fake.address, fake.token, "Hjemmebane").send(…)
"""

import gzip
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random

from hjemmebane.gateways.sms.client import SmsRefused

TOKEN = "a-token-for-tests"  # noqa: S105 -- opens nothing but this fake
FAULTS = ("down", "lost", "dropped", "silent", "strange", "packed", "trickle")
ONE_IN_FIVE = 1 / 5
# A number that no telephone has.
NOBODYS = "+4500000000"


@dataclass
class Message:
    """One that was taken, and how often it was handed over."""

    to: str
    text: str
    times: int = 1


@dataclass
class FakeGateway:
    """Takes each key once. `otherwise` is how the next calls end: a list of faults, used up one by
    one. `shaky` lets one in five messages end so the first time it is handed over. The faults are
    `down` (500 before it is taken), `lost` (500 after), `silent` (no answer after),
    `dropped` (the line is cut after), `strange` (no receipt after), `packed` (a receipt that nobody
    asked to have packed), `trickle` (a byte at a time).
    """

    address: str = ""
    token: str = TOKEN
    taken: dict[str, Message] = field(default_factory=dict)
    otherwise: list[str] = field(default_factory=list)
    shaky: Random | None = None
    met: set[str] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)
    closing: threading.Event = field(default_factory=threading.Event)

    def send(self, *, to: str, text: str, key: str) -> str:
        if to == NOBODYS:
            raise SmsRefused("status 422")
        with self.lock:
            if known := self.taken.get(key):
                known.times += 1
                if (known.to, known.text) != (to, text):
                    raise SmsRefused("status 422")
            else:
                self.taken[key] = Message(to, text)
        return f"fake-{key}"

    def fault(self, key: str) -> str:
        """How this call is to end; empty is well."""
        with self.lock:
            is_first = key not in self.met
            self.met.add(key)
            if self.otherwise:
                return self.otherwise.pop(0)
            if self.shaky and is_first and self.shaky.random() < ONE_IN_FIVE:
                return self.shaky.choice(FAULTS)
            return ""


class _Line(BaseHTTPRequestHandler):
    """One call, as a gateway answers it."""

    fake: FakeGateway
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers["Authorization"] != f"Bearer {self.fake.token}":
            self.answer(401, b"{}")
            return
        key = self.headers["Idempotency-Key"]
        fault = self.fake.fault(key)
        if fault == "down":
            self.answer(500, b"oops")
            return
        asked = json.loads(body)
        try:
            name = self.fake.send(to=asked["to"], text=asked["text"], key=key)
        except SmsRefused:
            self.answer(422, b"{}")
            return
        self.end_as(fault, json.dumps({"id": name}).encode())

    def end_as(self, fault: str, receipt: bytes) -> None:
        if fault == "lost":
            self.answer(500, b"oops")
        elif fault == "dropped":
            self.connection.shutdown(socket.SHUT_RDWR)
        elif fault == "silent":
            self.fake.closing.wait()
        elif fault == "strange":
            self.answer(200, b'<html>{"id":')
        elif fault == "packed":
            self.answer(200, gzip.compress(receipt), packed="gzip")
        elif fault == "trickle":
            self.trickle()
        else:
            self.answer(200, receipt)

    def trickle(self) -> None:
        """Promises much and gives a byte now and then."""
        self.send_response(200)
        self.send_header("Content-Length", "10000")
        self.end_headers()
        while not self.fake.closing.wait(0.02):
            self.wfile.write(b" ")

    def answer(self, status: int, body: bytes, *, packed: str = "") -> None:
        self.send_response(status)
        if packed:
            self.send_header("Content-Encoding", packed)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 -- the base class' word
        """What it is told, it keeps to itself."""


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # none outlives the test

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is what some tests are about."""


@contextmanager
def fake_gateway() -> Iterator[FakeGateway]:
    """A gateway on this machine for as long as the block lasts."""
    fake = FakeGateway()
    handler = type("Line", (_Line,), {"fake": fake})
    with _Server(("127.0.0.1", 0), handler) as server:
        fake.address = f"http://127.0.0.1:{server.server_address[1]}/messages"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield fake
        finally:
            fake.closing.set()
            server.shutdown()
            thread.join()
