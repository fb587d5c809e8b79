"""The pages every service must have."""

from allauth.account.stages import LoginStageController
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from hjemmebane.faces.public import refusals
from hjemmebane.faces.public.forms import SecondFactorForm
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.database import answers
from hjemmebane.foundation.http import CONFLICT, UNPROCESSABLE, require_form, sent


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """For monitoring: 200 when the database answers."""
    answers()
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def icon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for this name on their own, as beside a PDF, which names no icon."""
    return redirect(static("design/icon.svg"))


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "public/privacy.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "public/accessibility.html")


@require_form
def second_factor(request: HttpRequest) -> HttpResponse:
    """The step after a right password, for whoever has set a second factor up.

    Its keys are read as their owner: the password is known to be theirs.
    """
    stage = LoginStageController.enter(request, AuthenticateStage.key)
    if stage is None:
        return refusals.page(
            request,
            status=CONFLICT,
            heading="Log ind først",
            text="Skriv brugernavn og adgangskode igen. Derefter spørger vi om koden.",
        )
    with acting(stage.login.user.actor):
        form = SecondFactorForm(sent(request), user=stage.login.user)
        if form.is_bound and form.is_valid():
            post_authentication(request, form.authenticator)
            response: HttpResponse = stage.exit()
            return response
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "public/second_factor.html", {"form": form}, status=status)
