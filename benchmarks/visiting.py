"""Somebody at a browser without one: keeps cookies, reads forms and sends them back.

A visitor reaches the service over HTTP, or calls it in this process.
"""

import http.client
import io
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

HOST = "127.0.0.1"
PATIENCE = 60

type Headers = list[tuple[str, str]]
type Form = dict[str, list[str]]


@dataclass(frozen=True)
class Answer:
    """What came back, and after how many seconds."""

    status: int
    headers: Headers
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def location(self) -> str:
        return next((value for name, value in self.headers if name.lower() == "location"), "")


type Send = Callable[[str, str, Mapping[str, str], bytes], Answer]


@dataclass
class Visitor:
    """One person's browser."""

    send: Send
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, {}, b"")

    def post(self, path: str, form: Mapping[str, Iterable[str]]) -> Answer:
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, kind, urlencode(form, doseq=True).encode())

    def form(self, path: str, having: str) -> Form:
        """The form with that field on the page at `path`, as the browser would send it."""
        return form_in(self.get(path).text, having)

    def log_in(self, username: str, password: str) -> Answer:
        credentials = {"login": [username], "password": [password]}
        return self.post("/login/", self.form("/login/", "password") | credentials)

    def _ask(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        answer = self.send(method, path, {**headers, "Cookie": cookies}, body)
        for name, value in answer.headers:
            if name.lower() == "set-cookie":
                self.cookies |= {key: found.value for key, found in SimpleCookie(value).items()}
        return answer


@contextmanager
def over_http(port: int) -> Iterator[Send]:
    """One kept connection; raises OSError or HTTPException when the server is gone."""
    connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)

    def send(method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        began = time.perf_counter()
        try:
            connection.request(method, path, body or None, dict(headers))
            response = connection.getresponse()
            content = response.read()
        except (OSError, http.client.HTTPException):
            connection.close()
            raise
        seconds = time.perf_counter() - began
        return Answer(response.status, response.getheaders(), content, seconds)

    with closing(connection):
        yield send


def in_process(application: Callable[..., Iterable[bytes]]) -> Send:
    """Calls the WSGI application as the web server would, until its answer is closed."""

    def send(method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        told: list[tuple[str, Headers]] = []
        environ = environ_of(method, path, headers, body)
        began = time.perf_counter()
        parts = application(environ, lambda status, headers, _=None: told.append((status, headers)))
        content = b"".join(parts)
        if close := getattr(parts, "close", None):
            close()
        seconds = time.perf_counter() - began
        status, answered = told[0]
        return Answer(int(status.split()[0]), answered, content, seconds)

    return send


def environ_of(
    method: str, path: str, headers: Mapping[str, str], body: bytes
) -> dict[str, object]:
    address = urlsplit(path)
    return {
        "REQUEST_METHOD": method,
        "PATH_INFO": address.path,
        "QUERY_STRING": address.query,
        "SCRIPT_NAME": "",
        "SERVER_NAME": HOST,
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": HOST,
        "HTTP_HOST": HOST,
        "HTTP_COOKIE": headers["Cookie"],
        "CONTENT_TYPE": headers.get("Content-Type", ""),
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def form_in(page: str, having: str) -> Form:
    """The first form with a field of that name. Raises LookupError."""
    reader = _FormReader()
    reader.feed(page)
    for form in reader.forms:
        if having in form:
            return form
    raise LookupError(f"no form with a field {having!r} on the page: {page[:300]}")


class _FormReader(HTMLParser):
    """Every form of a page with the values it would send."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._text: str | None = None  # the textarea we are in
        self._choice: str | None = None  # the select we are in

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name")
        if tag == "form":
            self.forms.append({})
        elif tag == "option" and self._choice is not None:
            self._offer(self._choice, given)
        elif not name or not self.forms:
            return
        elif tag == "select":
            self._choice = name
            self.forms[-1].setdefault(name, [])
        elif tag == "textarea":
            self._text = name
            self.forms[-1][name] = [""]
        elif tag == "input":
            self._fill_in(name, given)

    def _fill_in(self, name: str, given: Mapping[str, str | None]) -> None:
        values = self.forms[-1].setdefault(name, [])
        is_choice = given.get("type") in {"checkbox", "radio"}
        if not is_choice or "checked" in given:
            values.append(given.get("value", "on" if is_choice else "") or "")

    def _offer(self, name: str, given: Mapping[str, str | None]) -> None:
        values = self.forms[-1][name]
        if "selected" in given or not values:
            values[:] = [given.get("value") or ""]

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self.forms[-1][self._text] = [(self.forms[-1][self._text][0] + data).removeprefix("\n")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._text = None
        elif tag == "select":
            self._choice = None
