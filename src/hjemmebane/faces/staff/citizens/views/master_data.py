"""Correcting what is known of a citizen."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from hjemmebane.domain.citizens.actions import change_citizen
from hjemmebane.faces.staff.citizens.forms.person import MasterDataForm
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, require_form, sent


@require_form
def edit(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, what="Stamdata")
    form = MasterDataForm(sent(request), record=frame.citizen)
    if form.is_sent() and form.does(
        change_citizen,
        citizen=frame.citizen,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Stamdata er gemt.")
        return redirect("staff:citizens:overview", citizen_id)
    context = {"frame": frame, "form": form}
    return render(request, "staff/citizens/master_data.html", context, status=form.status)
