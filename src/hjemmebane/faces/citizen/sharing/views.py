"""To whom something is open. Stopping it takes two presses on the same page."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.sharing.actions import stop_sharing
from hjemmebane.domain.sharing.queries import own_sharing
from hjemmebane.faces.citizen.mine import Mine, mine
from hjemmebane.faces.citizen.sharing.pages import sharing_page, told_to
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest

WHAT = "Hvem ser hvad"


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    return shown(mine(request, what=WHAT), asked=request.GET.get("stop", ""))


@require_POST
def stop(request: ActorRequest, consent_id: UUID) -> HttpResponse:
    """From this moment nothing is open to them. Pressed twice it is stopped all the same."""
    me = mine(request, what=WHAT)
    consent = own_sharing(me.citizen.pk, consent_id)
    if consent is None:
        raise Http404
    form = RecordForm(request.POST, record=consent)
    if consent.withdrawn_at or (
        form.is_sent()
        and form.does(stop_sharing, consent=consent, version=form.version_seen, **me.signed)
    ):
        messages.success(request, f"Det er stoppet. {told_to(consent)} kan ikke se mere.")
        return redirect("citizen:sharing:page")
    return shown(me, asked=str(consent_id), refused=form)


def shown(me: Mine, *, asked: str, refused: RecordForm | None = None) -> HttpResponse:
    context = {
        "page": sharing_page(me, asked=asked, at=now()),
        "refusal": refused.told if refused else "",
    }
    status = refused.status if refused else 200
    return render(me.request, "citizen/sharing/sharing.html", context, status=status)
