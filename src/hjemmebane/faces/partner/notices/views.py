"""What the partner was told is put away by them, and by nobody else."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from hjemmebane.domain.sharing.actions import see_notices
from hjemmebane.domain.sharing.queries import told_to_me
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest


@require_POST
def seen(request: ActorRequest) -> HttpResponse:
    see_notices(keys=_on_the_page(request), by=request.actor, at=now())
    return redirect("partner:citizens:page")


def _on_the_page(request: ActorRequest) -> list[UUID]:
    """Those told that the page showed; what came since is told yet, and what is no key is none."""
    shown = set(request.POST.getlist("notice"))
    return [key for told in told_to_me() for key in told.keys if str(key) in shown]
