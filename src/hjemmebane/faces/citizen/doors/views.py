"""What the citizen logs in with; and a borrowed device, which its owner unlocks."""

from http import HTTPStatus

from allauth.core import ratelimit
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.faces.citizen.doors.forms import UnlockForm
from hjemmebane.foundation.http import (
    HANDED_OVER_TO,
    UNPROCESSABLE,
    ActorRequest,
    keep_only_login,
    login_of,
    require_form,
    sent,
)
from hjemmebane.foundation.logs import log

logger = log(__name__)

WRONG = "Adgangskoden er ikke rigtig. Prøv igen."
WAIT = "Der er prøvet for mange gange. Vent fem minutter, eller log ud."


@require_safe
def name(request: ActorRequest) -> HttpResponse:
    """The name to write down. On a borrowed device there is none: the login is its owner's."""
    is_borrowed = HANDED_OVER_TO in request.session
    context = {"username": "" if is_borrowed else login_of(request).username}
    return render(request, "citizen/doors/name.html", context)


@require_form
def take_back(request: ActorRequest) -> HttpResponse:
    """Unlock a device that was handed over, with its owner's password."""
    if HANDED_OVER_TO not in request.session:
        return redirect("citizen:plan:page")
    form = UnlockForm(sent(request))
    if form.is_sent() and _unlocks(request, form):
        citizen_id = request.session[HANDED_OVER_TO]
        keep_only_login(request)
        return redirect("staff:citizens:overview", citizen_id)
    context = {"form": form, "owner": str(login_of(request))}
    return render(request, "citizen/doors/take_back.html", context, status=form.status)


def _unlocks(request: ActorRequest, form: UnlockForm) -> bool:
    """Whether it is the owner's password, and not one guess too many."""
    if not ratelimit.consume(request, action="take_back"):
        return _says(form, WAIT, HTTPStatus.TOO_MANY_REQUESTS, reason="TOO_MANY")
    if not login_of(request).check_password(form.cleaned_data["password"]):
        return _says(form, WRONG, UNPROCESSABLE, reason="UNLOCK_FAILED")
    return True


def _says(form: UnlockForm, sentence: str, status: int, *, reason: str) -> bool:
    form.add_error("password", sentence)
    form.status = status
    logger.warning("refused", reason=reason)
    return False
