"""What pages have in common: answering with a page or a part of it, and noting who was read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_http_methods
from django_htmx.middleware import HtmxDetails

from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.accounts.second_factor import METHODS
from hjemmebane.foundation.actors import Actor, NobodyActs

UNPROCESSABLE = 422
CONFLICT = 409
NOTHING_NEW = 204

# A view that shows a form and receives it.
require_form = require_http_methods(["GET", "HEAD", "POST"])

type Context = Mapping[str, object]


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
    htmx: HtmxDetails


# In the session of a device that one of the staff has handed over: the citizen it is locked to.
HANDED_OVER_TO = "handed_over_to"
# All that a session keeps of a login: Django's words, allauth's way in, and when it ends.
LOGIN_KEYS = {SESSION_KEY, BACKEND_SESSION_KEY, HASH_SESSION_KEY, METHODS, "_session_expiry"}


def face_of(request: HttpRequest) -> Face:
    """Which face of the service is open to whoever is logged in."""
    return Face.CITIZEN if HANDED_OVER_TO in request.session else Face(login_of(request).face)


def login_of(request: HttpRequest) -> User:
    """The login behind a request. Raises NobodyActs where there is none."""
    if not isinstance(request.user, User):
        raise NobodyActs("nobody is logged in")
    return request.user


def actor_of(request: HttpRequest) -> Actor:
    """Who acts: the person with the login, or the citizen with the device they hold."""
    login = login_of(request)
    if handed_over_to := request.session.get(HANDED_OVER_TO):
        return Actor.together(login.pk, UUID(handed_over_to))
    return login.actor


def keep_only_login(request: HttpRequest, **also: str) -> None:
    """Leave nothing in the session but the login, under a new key, and what is told here.

    Whatever else lies in it, as a receipt's code, belongs to whoever held the device until now.
    """
    for key in set(request.session.keys()) - LOGIN_KEYS:
        del request.session[key]
    request.session.update(also)
    request.session.cycle_key()


def note_reading(
    request: ActorRequest, citizens: Iterable[UUID], *, what: str, reason: str = ""
) -> None:
    """Note that this page shows something about these citizens."""
    request.reading.what = what
    request.reading.reason = reason or request.reading.reason
    request.reading.citizens.update(citizens)


def sent(request: HttpRequest) -> QueryDict | None:
    """The form that was posted; None when a form is only shown."""
    return request.POST if request.method == "POST" else None


def wants_part(request: ActorRequest) -> bool:
    """Whether htmx asked for a part of the page (a boosted or restored page is a whole one)."""
    htmx = request.htmx
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def answer(
    request: ActorRequest,
    template: str,
    part: str,
    context: Context | Callable[[], Context],
    *,
    otherwise: str = "",
    status: int = 200,
) -> HttpResponse:
    """The part `template#part` for htmx; for everybody else a redirect to `otherwise`, or the page.

    A refused form (`status` 422 or 409) is never a redirect: what was typed is in the answer.
    A callable context is not asked for a redirect.
    """
    is_part = wants_part(request)
    if otherwise and status < 300 and not is_part:
        response: HttpResponse = HttpResponseRedirect(otherwise)
    else:
        shown = context() if callable(context) else context
        name = f"{template}#{part}" if is_part else template
        response = render(request, name, dict(shown), status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response
