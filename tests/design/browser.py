"""A browser without a server: its requests are answered here, so each answer can be chosen."""

import mimetypes
from pathlib import Path

from playwright.sync_api import Page, Route

from tests.design.catalogue import DESIGN

HOST = "http://hjemmebane.test"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "media-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}
LOOKS = (".css", ".woff2", ".svg")


class Service:
    """Answers one page: static files from disk, HTML and posts as the test chooses."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.html = ""
        self.dressed = False
        self.status = 200
        self.answer = '<p id="f" tabindex="-1">Gemt</p>'
        self.sent: list[tuple[str | None, str]] = []
        self.waiting: list[Route] | None = None
        self.offline = False
        page.route("**/*", self._respond)

    def open(self, html: str, *, dressed: bool = False) -> None:
        """Show the page; without its looks, unless it is to be dressed."""
        self.html = html
        self.dressed = dressed
        self.page.goto(HOST + "/plan")

    def _respond(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOST).partition("#")[0]
        if path.endswith(LOOKS) and not self.dressed:
            route.fulfill(body="", content_type=kind(path))
        elif path.startswith("/static/"):
            body = (DESIGN / "static" / path.removeprefix("/static/")).read_bytes()
            route.fulfill(body=body, content_type=kind(path))
        elif route.request.method == "POST":
            self._take(route)
        else:
            route.fulfill(body=self.html, headers=HEADERS)

    def _take(self, route: Route) -> None:
        token = route.request.headers.get("x-csrftoken")
        self.sent.append((token, route.request.post_data or ""))
        if self.offline:
            route.abort()
        elif self.waiting is None:
            self.reply(route)
        else:
            self.waiting.append(route)

    def reply(self, route: Route) -> None:
        route.fulfill(status=self.status, body=self.answer, headers=HEADERS)


def kind(path: str) -> str:
    return mimetypes.guess_type(Path(path).name)[0] or "application/octet-stream"
