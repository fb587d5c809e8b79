"""The frame around every page of the citizen's."""

from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse

from hjemmebane.design.navigation import AccountMenu, Borrowed, Link
from hjemmebane.faces.citizen.looks.pages import looks_of
from hjemmebane.foundation.http import HANDED_OVER_TO, login_of

# label, route, icon
PLACES = (
    ("Min plan", "citizen:plan:page", "home"),
    ("Mine skridt", "citizen:steps:page", "list-check"),
    ("Mine aftaler", "citizen:appointments:page", "calendar-month"),
    ("Hvem ser hvad", "citizen:sharing:page", "visibility"),
    ("Skriv", "citizen:writing:page", "chat"),
)


def shell(request: HttpRequest) -> dict[str, Callable[[], object]]:
    """What the frame shows, asked for only where it is shown."""
    return {
        "navigation": lambda: navigation(request),
        "account_menu": lambda: account_menu(request),
        "borrowed": lambda: borrowed(request),
        "looks": lambda: looks_of(request),
    }


def borrowed(request: HttpRequest) -> Borrowed | None:
    """Whose device this is and how it is given back; None on the citizen's own."""
    if HANDED_OVER_TO not in request.session:
        return None
    return Borrowed(owner=str(request.user), url=reverse("citizen:doors:take_back"))


def navigation(request: HttpRequest) -> list[Link]:
    """Five places, so that they fit under the thumb."""
    return [
        Link(label, url, icon, current=request.path.startswith(url))
        for label, route, icon in PLACES
        for url in (reverse(route),)
    ]


def account_menu(request: HttpRequest) -> AccountMenu:
    return AccountMenu(
        name="Dig", logout_url=reverse("account_logout"), is_demo=login_of(request).is_demo
    )
