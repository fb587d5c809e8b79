"""The frame around every page of the citizen's."""

from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse

from hjemmebane.design.navigation import AccountMenu, Borrowed, Link
from hjemmebane.foundation.http import HANDED_OVER_TO


def shell(request: HttpRequest) -> dict[str, Callable[[], object]]:
    """What the frame shows, asked for only where it is shown."""
    return {
        "navigation": lambda: navigation(request),
        "account_menu": lambda: account_menu(request),
        "borrowed": lambda: borrowed(request),
    }


def borrowed(request: HttpRequest) -> Borrowed | None:
    """Whose device this is and how it is given back; None on the citizen's own."""
    if HANDED_OVER_TO not in request.session:
        return None
    return Borrowed(owner=str(request.user), url=reverse("citizen:doors:take_back"))


def navigation(request: HttpRequest) -> list[Link]:
    url = reverse("citizen:plan:page")
    return [Link("Min plan", url, "home", current=request.path.startswith(url))]


def account_menu(request: HttpRequest) -> AccountMenu:
    return AccountMenu(
        name="Dig", logout_url=reverse("account_logout"), is_demo=request.user.is_demo
    )
