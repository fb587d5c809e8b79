"""A small service for Felt to talk to, whose every answer and fault can be chosen by a test."""

import json
import mimetypes
import threading
import time
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from django.test import RequestFactory

from hjemmebane.faces.staff.field.pages.shell import source_of
from hjemmebane.faces.staff.field.views import shell
from tests.design.browser import POLICY
from tests.design.field.people import IDA, pack

type Answer = tuple[int, dict[str, object]]
type Fault = Callable[[str, str], str | None]

CALLS = ("/felt/adgang/", "/felt/enhed/", "/felt/nu/", "/felt/adresse/", "/felt/ind/")
PAGES = {
    "/felt/": shell.shell,
    "/felt/sw.js": shell.worker,
    "/felt/manifest.webmanifest": shell.manifest,
}
LEFT = (
    '<!doctype html><html lang="da" data-hjemmebane-left><title>Log ind</title>'
    '<script type="module" src="/static/design/js/field/ended.js"></script>'
)
LOGIN = '<!doctype html><html lang="da"><title>Log ind</title><h1>Log ind</h1>'


@cache
def page_of(path: str) -> tuple[str, bytes]:
    """The shell's own addresses, made once: they are the same for everybody."""
    made = PAGES[path](RequestFactory().get(path))
    return made["Content-Type"], made.content


class FakeService:
    """What the real one keeps, as far as Felt can see it."""

    def __init__(self) -> None:
        self.user: dict[str, str] | None = IDA
        self.pack = pack()
        self.items: dict[str, dict[str, object]] = {}
        self.times: dict[str, int] = {}
        self.contents: dict[str, bytes] = {}
        self.devices: set[str] = set()
        self.refusals: dict[str, dict[str, object]] = {}
        self.conflict: str | None = None
        self.asked: list[tuple[str, str]] = []
        self.revoked = False
        self.edition = ""
        self.fault: Fault = lambda _method, _path: None
        self.lock = threading.Lock()
        self.http = ThreadingHTTPServer(
            ("127.0.0.1", 0), type("Mine", (Handler,), {"service": self})
        )
        self.thread = threading.Thread(target=self.http.serve_forever, daemon=True)

    @property
    def url(self) -> str:
        return f"http://localhost:{self.http.server_address[1]}"

    def start(self) -> None:
        page_of("/felt/")
        self.thread.start()

    def stop(self) -> None:
        self.http.shutdown()
        self.http.server_close()

    def worker_source(self) -> str:
        return page_of("/felt/sw.js")[1].decode()

    def answer(self, method: str, address: str, body: bytes) -> Answer:
        """What `/felt/…` answers to a call that arrived."""
        url = urlsplit(address)
        if self.revoked:
            return 403, {"status": "revoked"}
        if self.user is None:
            return 401, {"status": "login"}
        if url.path == "/felt/adgang/":
            return 200, {"csrf": "fresh", "user": self.user["id"]}
        if url.path == "/felt/enhed/":
            self.devices.add(json.loads(body)["id"])
            return 200, {"device": json.loads(body)["id"]}
        if url.path == "/felt/nu/":
            return 200, {**self.pack, "user": self.user}
        if url.path == "/felt/adresse/":
            return 200, {"address": "Hemmelig Gade 7"}
        if url.path == "/felt/ind/":
            return self.take(json.loads(body))
        return self.part(url.path.split("/")[3], int(parse_qs(url.query)["fra"][0]), body)

    def take(self, item: dict[str, object]) -> Answer:
        key, kind = str(UUID(str(item["id"]))), str(item["kind"])
        if self.user is None or item["user"] != self.user["id"]:
            return 409, {"status": "other_user"}
        if kind in self.refusals:
            return 422, {"status": "refused", "field": "", "mend": "change", **self.refusals[kind]}
        with self.lock:
            if kind == "attachment" and len(self.contents.get(key, b"")) < item["body"]["bytes"]:
                have = len(self.contents.get(key, b""))
                return 202, {"status": "waiting", "have": have, "for": "bytes"}
            if kind == "attachment":
                assert sha256(self.contents[key]).hexdigest() == item["body"]["sha256"]
                assert item["body"]["contact"] in self.items
            self.times[key] = self.times.get(key, 0) + (key not in self.items)
            self.items.setdefault(key, item)
        return 200, {"status": "received", "conflict": self.conflict or False}

    def part(self, key: str, start: int, body: bytes) -> Answer:
        with self.lock:
            have = self.contents.get(key, b"")
            if start > len(have):
                return 409, {"have": len(have)}
            if start == len(have):
                self.contents[key] = have + body
            return 200, {"have": len(self.contents[key])}


class Handler(BaseHTTPRequestHandler):
    """Faults first: what they say happens to the request, or to its answer."""

    protocol_version = "HTTP/1.1"
    service: FakeService

    def respond(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = urlsplit(self.path).path
        self.service.asked.append((self.command, path))
        fault = self.service.fault(self.command, self.path)
        if fault == "drop":
            return self.hang_up()
        if fault == "500":
            return self.send(500, "text/html", b"<h1>500</h1>")
        if fault == "captive":
            return self.send(200, "text/html", b"<h1>Velkommen til toget</h1>")
        if fault == "delay":
            time.sleep(0.2)
        status, kind, content = self.made(path, body)
        if fault == "twice":
            status, kind, content = self.made(path, body)
        if fault == "unanswered":
            return self.hang_up()
        return self.send(status, kind, content, cut=fault == "cut")

    do_GET = do_POST = do_PUT = respond  # noqa: N815 -- what the library looks for

    def made(self, path: str, body: bytes) -> tuple[int, str, bytes]:
        if path in PAGES:
            kind, content = page_of(path)
            if path == "/felt/sw.js" and self.service.edition:
                content = content.replace(
                    b'"version": "', f'"version": "{self.service.edition}'.encode()
                )
            return 200, kind, content
        if path.startswith("/felt/ikon-"):
            size = int(path.removeprefix("/felt/ikon-").removesuffix(".png"))
            return 200, "image/png", shell.drawn_icon(size)
        if path.startswith("/static/"):
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            return 200, kind, source_of(path.removeprefix("/static/"))
        if path.startswith(CALLS):
            status, answer = self.service.answer(self.command, self.path, body)
            return status, "application/json", json.dumps(answer).encode()
        page = LEFT if self.path.endswith("?afsked") else LOGIN
        return 200, "text/html; charset=utf-8", page.encode()

    def send(self, status: int, kind: str, content: bytes, *, cut: bool = False) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store, private")
        self.send_header("Content-Security-Policy", POLICY + "; manifest-src 'self'")
        self.end_headers()
        self.wfile.write(content[: len(content) // 2] if cut else content)
        if cut:
            self.hang_up()

    def hang_up(self) -> None:
        self.close_connection = True
        self.connection.close()

    def log_message(self, *_: object) -> None:
        """Quiet."""
