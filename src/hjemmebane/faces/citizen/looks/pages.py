"""How this device shows the citizen's pages. Kept in a cookie: nobody's business but theirs."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

COOKIE = "udseende"
LARGE, CALM = "large", "calm"
SWITCHES = (LARGE, CALM)


@dataclass(frozen=True)
class Looks:
    """What is switched on, and where it is switched."""

    is_large: bool
    is_calm: bool
    url: str


def looks_of(request: HttpRequest) -> Looks:
    """As the device says; what it says else is nothing."""
    chosen = switched_on(request)
    return Looks(LARGE in chosen, CALM in chosen, reverse("citizen:looks:choose"))


def switched_on(request: HttpRequest) -> set[str]:
    return set(SWITCHES) & set(request.COOKIES.get(COOKIE, "").split("."))


def written(chosen: Iterable[str]) -> str:
    return ".".join(sorted(chosen))
