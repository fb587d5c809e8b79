"""Turns larger letters or more peace on and off, without a script."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from hjemmebane.faces.citizen.looks.pages import COOKIE, SWITCHES, switched_on, written
from hjemmebane.foundation.http import ActorRequest

A_YEAR = 365 * 24 * 60 * 60


@require_POST
def choose(request: ActorRequest) -> HttpResponse:
    """One press turns a switch; then the same page again."""
    turned = {request.POST.get("switch")} & set(SWITCHES)
    response = redirect(back_to(request))
    response.set_cookie(
        COOKIE,
        written(switched_on(request) ^ turned),
        max_age=A_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def back_to(request: ActorRequest) -> str:
    """The page the switch stood on, if it is one of ours."""
    page = request.POST.get("next", "")
    is_ours = page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    return page if is_ours else "citizen:plan:page"
