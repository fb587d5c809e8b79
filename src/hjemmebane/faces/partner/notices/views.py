"""What the partner was told is put away by them; and whether a letter tells of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from hjemmebane.domain.sharing.actions import choose_letters, see_notices
from hjemmebane.domain.sharing.queries import partner_of, told_to_me, wants_letters
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.http import ActorRequest, require_form


@require_POST
def seen(request: ActorRequest) -> HttpResponse:
    see_notices(keys=_on_the_page(request), by=request.actor, at=now())
    return redirect("partner:citizens:page")


@require_form
def mail(request: ActorRequest) -> HttpResponse:
    """One button, which says what it brings about; pressed twice it is once."""
    if request.method == "POST":
        is_wanted = request.POST.get("mail") == "ja"
        try:
            choose_letters(is_wanted=is_wanted, by=request.actor, at=now())
        except Refused as refused:
            messages.warning(request, refused.sentence)
        else:
            said = "Du får en mail, når der er nyt." if is_wanted else "Du får ingen mail mere."
            messages.success(request, said)
        return redirect("partner:notices:mail")
    context = {"is_wanted": wants_letters(), "partner": partner_of(request.actor)}
    return render(request, "partner/notices/mail.html", context)


def _on_the_page(request: ActorRequest) -> list[UUID]:
    """Those told that the page showed; what came since is told yet, and what is no key is none."""
    shown = set(request.POST.getlist("notice"))
    return [key for told in told_to_me() for key in told.keys if str(key) in shown]
