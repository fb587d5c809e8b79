"""Setting up the second factor: the only page open to a partner who has not shown one."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.internal.flows import activate_totp
from allauth.mfa.utils import is_mfa_enabled
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from hjemmebane.faces.partner.doors.forms import SetUpForm
from hjemmebane.faces.partner.doors.pages import new_key
from hjemmebane.foundation.accounts.actions import renew_spare_codes
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.accounts.second_factor import (
    SECOND_FACTOR,
    needs_second_factor,
    showed_second_factor,
)
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import UNPROCESSABLE, ActorRequest, login_of, require_form, sent


@require_form
def second_factor(request: ActorRequest) -> HttpResponse:
    """The picture to photograph, and the code that shows it was; then the spare codes, once."""
    user = login_of(request)
    if showed_second_factor(request):
        return render(request, "partner/doors/in_use.html")
    if is_mfa_enabled(user):
        # Set up elsewhere since this session began: it has to come in anew, with the second factor.
        return redirect("account_logout")
    form = SetUpForm(sent(request), user=user)
    if form.is_bound and form.is_valid():
        key, _codes = activate_totp(request, form)
        record_authentication(request, user, SECOND_FACTOR, id=key.pk, type=key.type)
        return shown_once(request, user)
    context = {
        "form": form,
        "key": new_key(user, form.secret),
        "may_wait": not needs_second_factor(user),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "partner/doors/set_up.html", context, status=status)


@require_POST
def spare_codes(request: ActorRequest) -> HttpResponse:
    """New spare codes; the old ones stop working. Raises Http404 without a second factor."""
    user = login_of(request)
    if not showed_second_factor(request):
        raise Http404
    return shown_once(request, user)


def shown_once(request: ActorRequest, user: User) -> HttpResponse:
    """The spare codes, in the answer to the form: no address shows them again."""
    codes = renew_spare_codes(user=user, by=request.actor, at=now())
    spelled = [f"{code[:4]} {code[4:]}" for code in codes]
    return render(request, "partner/doors/spare_codes.html", {"codes": spelled})
