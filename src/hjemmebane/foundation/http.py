"""What pages have in common: answering with a whole page or a part of it, and noting who was read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from hjemmebane.foundation.actors import Actor

UNPROCESSABLE = 422
CONFLICT = 409


@dataclass
class Reading:
    """What a request read about citizens; the door writes it to the access log."""

    what: str = ""
    reason: str = ""
    citizens: set[UUID] = field(default_factory=set)


class ActorRequest(HttpRequest):
    """A request that has passed the door: somebody acts, and readings are noted."""

    actor: Actor
    reading: Reading


def note_reading(
    request: HttpRequest, citizens: Iterable[UUID], *, what: str, reason: str = ""
) -> None:
    """Note that this page shows something about these citizens."""
    reading = request.reading  # type: ignore[attr-defined] -- set by the door, see ActorRequest
    reading.what, reading.reason = what, reason or reading.reason
    reading.citizens.update(citizens)


def wants_part(request: HttpRequest) -> bool:
    """Whether htmx asked for a part of the page (a boosted or restored page is a whole one)."""
    htmx = request.htmx  # type: ignore[attr-defined] -- set by django_htmx's middleware
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def answer(
    request: HttpRequest,
    template: str,
    part: str,
    context: Mapping[str, object],
    *,
    otherwise: str = "",
    status: int = 200,
) -> HttpResponse:
    """The part `template#part` for htmx; for everybody else a redirect to `otherwise`, or the page.

    A refused form (`status` 422 or 409) is never a redirect: what was typed is in the answer.
    """
    if wants_part(request):
        response = render(request, f"{template}#{part}", dict(context), status=status)
    elif otherwise and status < 300:
        response = HttpResponseRedirect(otherwise)
    else:
        response = render(request, template, dict(context), status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response
