"""A bad road between a phone and the service: calls are lost, late, doubled, overtaken or cut.

Everything that can go wrong is drawn from a seeded generator, so a history can be told again.
"""

import http.client
import threading
import time
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from urllib.parse import urlsplit

HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length"}
# What happens to a call to Felt, and how often: weights.
GOOD = {"pass": 1}
LONGEST_DELAY = 0.3  # seconds


class Road:
    """A proxy on the loopback; `weather` says what may happen from now on."""

    def __init__(self, service: str, seed: int) -> None:
        self.service = urlsplit(service).netloc
        self.random = Random(seed)  # noqa: S311 -- faults that can be told again, not secrets
        self.weather: Mapping[str, int] = GOOD
        self.happened: dict[str, int] = {}
        self.late: list[tuple[str, str, bytes, dict[str, str]]] = []
        self.lock = threading.Lock()
        handler = type("Mine", (Carrier,), {"road": self})
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.http.server_address[1]}"

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()

    def luck(self, path: str) -> str:
        """What happens to this call. Pages and files always come through."""
        if not path.startswith(("/felt/ind/", "/felt/adgang/")):
            return "pass"
        with self.lock:
            kinds, weights = zip(*self.weather.items(), strict=True)
            drawn: str = self.random.choices(kinds, weights)[0]
            self.happened[drawn] = self.happened.get(drawn, 0) + 1
            return drawn

    def carry(
        self, method: str, path: str, body: bytes, headers: dict[str, str]
    ) -> tuple[int, list[tuple[str, str]], bytes]:
        """To the service and back."""
        line = http.client.HTTPConnection(self.service, timeout=30)
        try:
            line.request(method, path, body=body or None, headers=headers)
            answer = line.getresponse()
            content = answer.read()
            return answer.status, answer.getheaders(), content
        finally:
            line.close()

    def overtake(self, call: tuple[str, str, bytes, dict[str, str]]) -> None:
        """A copy of this call arrives long after; one that was kept before arrives now."""
        with self.lock:
            earlier, self.late = self.late, [call]
        for method, path, body, headers in earlier:
            self.carry(method, path, body, headers)


class Carrier(BaseHTTPRequestHandler):
    """One call on the road."""

    protocol_version = "HTTP/1.1"
    road: Road

    def respond(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {k: v for k, v in self.headers.items() if k.lower() not in HOP_BY_HOP}
        luck = self.road.luck(urlsplit(self.path).path)
        if luck == "lost":
            return self.hang_up()
        if luck == "broken":
            return self.answer(500, [("Content-Type", "text/html")], b"<h1>500</h1>")
        if luck == "stale":
            headers = {k: v for k, v in headers.items() if k.lower() != "cookie"}
        if luck == "late":
            with self.road.lock:
                wait = self.road.random.random() * LONGEST_DELAY
            time.sleep(wait)
        if luck == "overtaken":
            self.road.overtake((self.command, self.path, body, headers))
        if luck == "twice":
            self.road.carry(self.command, self.path, body, headers)
        status, told, content = self.road.carry(self.command, self.path, body, headers)
        if luck == "unanswered":
            return self.hang_up()
        return self.answer(status, told, content, cut=luck == "cut")

    do_GET = do_POST = do_PUT = respond  # noqa: N815 -- what the library looks for

    def answer(
        self, status: int, told: list[tuple[str, str]], content: bytes, *, cut: bool = False
    ) -> None:
        self.send_response(status)
        for name, value in told:
            if name.lower() not in HOP_BY_HOP:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[: len(content) // 2] if cut else content)
        if cut:
            self.hang_up()

    def hang_up(self) -> None:
        self.close_connection = True
        self.connection.close()

    def log_message(self, *_: object) -> None:
        """Quiet."""
