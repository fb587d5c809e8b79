"""Turning a key into a login, and the citizen's own way in. Opening a page uses nothing up."""

from http import HTTPStatus

from allauth.core import ratelimit
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hjemmebane.domain.sharing.actions import (
    CITIZEN_LOGIN,
    INVITATION,
    accept_invitation,
    forget_failed_logins,
    try_citizen_login,
)
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.faces.public.doors.forms import ComeInForm, DoorForm, LogInForm, PasswordForm
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.accounts.queries import login_called
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import UNPROCESSABLE, require_form, sent
from hjemmebane.foundation.logs import log

logger = log(__name__)

BACKEND = settings.AUTHENTICATION_BACKENDS[0]
WAIT = "Der er prøvet mange gange herfra. Vent ti minutter, og prøv igen."
NAME_COOKIE, YEAR = "login_navn", 365 * 24 * 60 * 60


@require_form
def invitation(request: HttpRequest, code: str) -> HttpResponse:
    """A partner chooses a password; the next page is where the second factor is set up."""
    form = PasswordForm(sent(request))
    if form.is_sent() and _is_within_limit(request, form):
        password = form.cleaned_data["password"]
        if _accepts(form, code=code, password=password, face=Face.PARTNER):
            _let_in(request, login_called(form.result))
            return redirect("partner:doors:second_factor")
    return render(request, "public/doors/invitation.html", {"form": form}, status=form.status)


@require_form
def come_in(request: HttpRequest) -> HttpResponse:
    """A citizen uses the key on their paper; the next page shows the name they log in with."""
    form = ComeInForm(sent(request))
    if form.is_sent() and _is_within_limit(request, form):
        code, pin = form.cleaned_data["code"], form.cleaned_data["pin"]
        if _accepts(form, code=code, password=pin, face=Face.CITIZEN):
            _let_in(request, login_called(form.result))
            return redirect("citizen:doors:name")
    return render(request, "public/doors/come_in.html", {"form": form}, status=form.status)


def _accepts(form: DoorForm, *, code: str, password: str, face: Face) -> bool:
    with acting(INVITATION):
        return form.does(
            accept_invitation, code=code, password=password, face=face, by=INVITATION, at=now()
        )


@require_form
def log_in(request: HttpRequest) -> HttpResponse:
    form = LogInForm(sent(request), first=_remembered(request))
    if form.is_sent() and _is_within_limit(request, form):
        found = _try(form)
        if isinstance(found, User):
            return _inside(request, found, remember=form.cleaned_data["remember"])
        form.add_error(None, found.label)
        form.status = UNPROCESSABLE
        logger.warning("refused", reason=found.value)
    return render(request, "public/doors/log_in.html", {"form": form}, status=form.status)


def _try(form: LogInForm) -> User | SharingRefusal:
    name, pin = form.cleaned_data["name"], form.cleaned_data["pin"]
    with acting(CITIZEN_LOGIN):
        return try_citizen_login(username=name, pin=pin, by=CITIZEN_LOGIN, at=now())


def _inside(request: HttpRequest, user: User, *, remember: bool) -> HttpResponse:
    with acting(user.actor):
        forget_failed_logins(by=user.actor, at=now())
    _let_in(request, user)
    response = redirect("citizen:plan:page")
    if remember:
        response.set_cookie(
            NAME_COOKIE,
            user.username,
            max_age=YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    else:
        response.delete_cookie(NAME_COOKIE, samesite="Lax")
    return response


def _remembered(request: HttpRequest) -> dict[str, object]:
    name = request.COOKIES.get(NAME_COOKIE, "")
    return {"name": name, "remember": bool(name)}


def _let_in(request: HttpRequest, user: User) -> None:
    """A session of its own, gone when the browser is closed; whoever was in it is out."""
    request.session.flush()
    login(request, user, backend=BACKEND)
    request.session.set_expiry(0)


def _is_within_limit(request: HttpRequest, form: DoorForm) -> bool:
    """Whether this address may try once more; else the form says when."""
    if ratelimit.consume(request, action="door"):
        return True
    form.status = HTTPStatus.TOO_MANY_REQUESTS
    form.add_error(None, WAIT)
    logger.warning("refused", reason="TOO_MANY", route=request.resolver_match.view_name)
    return False
