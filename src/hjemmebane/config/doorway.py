"""The door: what every request passes before a page sees it, and every answer before it leaves.

Order (see settings): size of the body · login · actor, transaction and access log.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import BadRequest, ObjectDoesNotExist
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils.cache import patch_cache_control

from hjemmebane.config.audiences import OPEN_ROUTES
from hjemmebane.domain.audit.actions import log_access
from hjemmebane.faces.public import refusals
from hjemmebane.faces.staff.field.views.answers import in_json, is_for_phones
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.accounts.second_factor import (
    needs_second_factor,
    showed_second_factor,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import Reading, actor_of, face_of, login_of
from hjemmebane.foundation.logs import log

type Next = Callable[[HttpRequest], HttpResponse]

UTF_8 = "utf-8"
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
logger = log(__name__)

# Whose pages lie under which name, and where a login begins that opens another face than the staff.
FACES = {"staff": Face.STAFF, "partner": Face.PARTNER, "citizen": Face.CITIZEN}
CITIZENS_LOGIN = "public:doors:log_in"
SECOND_FACTOR = "partner:doors:second_factor"
FRONTS = {Face.PARTNER: "partner:citizens:page", Face.CITIZEN: "citizen:plan:page"}


class PhoneMiddleware:
    """Answers a telephone in JSON, also where the house says no before any page is asked."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not is_for_phones(request) or isinstance(response, JsonResponse):
            return response
        return in_json(request, response)


class BodyLimitMiddleware:
    """Answers 413 in Danish before a too large body is read, and 411 to one without a length.

    And 400 to one that claims another alphabet than ours: decoded by UTF-7 or what else Python
    knows, it could hold what no database stores.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if "HTTP_TRANSFER_ENCODING" in request.META and length == "0":
            logger.warning("refused", reason="LENGTH_MISSING", path=request.path)
            return refusals.length_missing(request)
        if not length.isdigit() or int(length) > _largest_body(request, int(length)):
            logger.warning("refused", reason="BODY_TOO_LARGE", path=request.path)
            return refusals.too_large(request)
        if request.content_params.get("charset", UTF_8).lower() not in {UTF_8, "utf8"}:
            return refusals.bad_request(request, BadRequest("charset"))
        return self.get_response(request)


def _largest_body(request: HttpRequest, length: int) -> int:
    """What a request may weigh. More only where recordings go, from a browser with a session."""
    most: int = settings.LARGEST_BODY
    if length <= most or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return most
    try:
        route = resolve(request.path_info).view_name
    except Resolver404:
        return most
    return int(settings.LARGEST_UPLOADS.get(route, most))


class MethodMiddleware:
    """Answers a method that an address does not take with a page instead of nothing."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            return refusals.wrong_method(request, response["Allow"])
        return response


class LoginMiddleware(LoginRequiredMiddleware):
    """Every view needs a login unless its route is on the open list; a refused form is kept.

    Each login opens one face of the service. The pages of the others are not there for it, and
    where a second factor is needed only the page to set one up is.
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponse],
        view_args: tuple[object, ...],
        view_kwargs: dict[str, object],
    ) -> HttpResponse | None:
        match = request.resolver_match
        if match and match.view_name in OPEN_ROUTES:
            return None
        if request.user.is_authenticated:
            return self._of_another_face(request)
        if request.method not in SAFE_METHODS or request.headers.get("HX-Request"):
            logger.warning("refused", reason="LOGGED_OUT", path=request.path)
            return refusals.logged_out(request)
        if match and "citizen" in match.namespaces:
            return redirect(CITIZENS_LOGIN)
        return self.handle_no_permission(request, view_func)

    def _of_another_face(self, request: HttpRequest) -> HttpResponse | None:
        face, match = face_of(request), request.resolver_match
        asked = FACES.get(match.namespaces[0]) if match and match.namespaces else None
        if asked == face and match.view_name != SECOND_FACTOR and _lacks_second_factor(request):
            logger.info("refused", reason="SECOND_FACTOR", path=request.path)
            return redirect(SECOND_FACTOR)
        if asked in {None, face}:
            return None
        if request.path == "/":
            return redirect(FRONTS[face])
        return page_not_found(request, ObjectDoesNotExist())


def _lacks_second_factor(request: HttpRequest) -> bool:
    return needs_second_factor(login_of(request)) and not showed_second_factor(request)


class _ServerError(Exception):
    """Carries a 5xx answer out of the transaction, so that everything in it is undone."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__(response.status_code)
        self.response = response


class ActorMiddleware:
    """One transaction per request, in which the database knows who acts.

    GET and HEAD run read-only. What they read about citizens is logged afterwards, in a transaction
    of its own; when that fails, the answer is an error: nobody reads unseen.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.reading = Reading()
        response = self._answer(request)
        patch_cache_control(response, no_store=True, private=True)
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            request.actor = None
            with transaction.atomic():
                return self.get_response(request)
        request.actor = actor_of(request)
        try:
            response = self._respond(request)
        except _ServerError as error:
            return error.response
        if request.reading.citizens:
            self._log_reading(request)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What somebody took away between the page and the press of a button is a 404."""
        if isinstance(exception, ObjectDoesNotExist):
            return page_not_found(request, exception)
        return None

    def _respond(self, request: HttpRequest) -> HttpResponse:
        with acting(request.actor, read_only=request.method in SAFE_METHODS):
            response = self.get_response(request)
            if response.status_code >= 500:
                raise _ServerError(response)
            if hasattr(response, "render") and callable(response.render):
                response.render()
        return response

    def _log_reading(self, request: HttpRequest) -> None:
        reading = request.reading
        with acting(request.actor):
            log_access(
                citizens=sorted(reading.citizens),
                what=reading.what,
                reason=reading.reason,
                by=request.actor,
                at=now(),
            )


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: also for what exists but is not the reader's."""
    logger.info("refused", reason="NOT_FOUND", path=request.path)
    return refusals.not_found(request)
