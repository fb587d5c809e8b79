"""How the house says no: in Danish, with a way on, and never losing what somebody typed.

When a form arrives after the login ran out, or with a stale CSRF token, the answer shows what was
typed and offers to send it again. Only to a form from our own pages: a form posted from elsewhere
is a forgery and gets a plain 403.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import render

from hjemmebane.faces.public.typed import typed_in
from hjemmebane.foundation.logs import log

logger = log(__name__)

MEGABYTE = 1024 * 1024
FILES_LOST = " Filerne kom ikke med. Skal de det, så gå tilbage, genindlæs siden, og vælg dem igen."


def page(request: HttpRequest, *, status: int, heading: str, text: str) -> HttpResponse:
    """A refusal as a page, or as its bare sentence for htmx, which shows it beside the form."""
    if request.headers.get("HX-Request"):
        return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    context = {"heading": heading, "text": text}
    return render(request, "public/refusal.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    logger.warning("refused", reason="BAD_REQUEST", path=request.path)
    return page(
        request,
        status=400,
        heading="Det kunne vi ikke forstå",
        text="Forespørgslen var ikke hel. Gå tilbage, og prøv igen.",
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    logger.warning("refused", reason="FORBIDDEN", path=request.path)
    return page(
        request,
        status=403,
        heading="Det har du ikke adgang til",
        text="Siden findes, men er ikke åben for dig. Spørg din teamkoordinator.",
    )


def not_found(request: HttpRequest) -> HttpResponse:
    return page(
        request,
        status=404,
        heading="Siden findes ikke",
        text="Der er ikke noget her – eller det er ikke åbent for dig.",
    )


def wrong_method(request: HttpRequest, allowed: str) -> HttpResponse:
    logger.warning("refused", reason="METHOD", path=request.path)
    response = page(
        request,
        status=405,
        heading="Det kan man ikke her",
        text="Adressen findes, men den kan ikke bruges på den måde. Gå tilbage, og prøv igen.",
    )
    response["Allow"] = allowed
    return response


def too_many(request: HttpRequest) -> HttpResponse:
    logger.warning("refused", reason="TOO_MANY", path=request.path)
    return page(
        request,
        status=429,
        heading="Vent et øjeblik",
        text="Der er prøvet for mange gange på kort tid. Vent et par minutter, og prøv igen.",
    )


def too_large(request: HttpRequest) -> HttpResponse:
    return page(
        request,
        status=413,
        heading="Det fylder for meget",
        text=f"Det, du sendte, er større end {settings.LARGEST_BODY // MEGABYTE} MB. Gå tilbage –"
        " det, du skrev, står der endnu – og send noget mindre.",
    )


def length_missing(request: HttpRequest) -> HttpResponse:
    return page(
        request,
        status=411,
        heading="Det kom ikke helt frem",
        text="Forbindelsen sendte ikke, hvor meget der kom. Gå tilbage, og prøv igen.",
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return page(
        request,
        status=500,
        heading="Noget gik galt hos os",
        text="Der blev ikke gemt noget. Prøv igen om lidt; bliver det ved, så sig det til jeres"
        " it-drift.",
    )


def logged_out(request: HttpRequest) -> HttpResponse:
    """A form arrived after the login ran out."""
    return _send_again(
        request,
        heading="Du er blevet logget ud",
        text="Log ind igen i en ny fane. Det, du skrev, står her endnu, og kan sendes bagefter.",
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form arrived with a missing or stale token."""
    logger.warning("refused", reason="CSRF", path=request.path)
    if not _from_here(request):
        return forbidden(request, PermissionError(reason))
    return _send_again(
        request,
        heading="Siden var blevet for gammel",
        text="Der blev ikke gemt noget endnu. Se efter, at det er det rigtige, og send det igen."
        + (FILES_LOST if request.FILES else ""),
    )


def _from_here(request: HttpRequest) -> bool:
    """Whether the browser says that the form came from one of our own pages."""
    source = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(source).netloc == request.get_host()


def _is_open(request: HttpRequest) -> bool:
    """Whether the form is one of this face's, which nobody logs in for."""
    return "public" in request.resolver_match.namespaces


def _send_again(request: HttpRequest, *, heading: str, text: str) -> HttpResponse:
    if request.headers.get("HX-Request") or not _from_here(request):
        return page(request, status=403, heading=heading, text=text)
    rotate_token(request)
    context = {
        "heading": heading,
        "text": text,
        "all_typed": typed_in(request.POST),
        "to": request.get_full_path(),
        "needs_login": not request.user.is_authenticated and not _is_open(request),
    }
    return render(request, "public/send_again.html", context, status=403)
