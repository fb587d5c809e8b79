"""Correcting what is known of a citizen."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from hjemmebane.domain.citizens.actions import change_citizen
from hjemmebane.faces.staff.citizens.frame import citizen_frame
from hjemmebane.faces.staff.citizens.person_forms import MasterDataForm, values_of
from hjemmebane.faces.staff.submitting import submit, version_of
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, what="Stamdata")
    citizen = frame.citizen
    if request.method == "POST":
        form = MasterDataForm(request.POST, citizen=citizen)
        on = {"citizen": citizen, "by": request.actor, "at": now()}
        if submit(form, change_citizen, lambda: {**arguments(form), **on}):
            messages.success(request, "Stamdata er gemt.")
            return redirect("staff:citizens:overview", citizen_id)
    else:
        form = MasterDataForm(initial=values_of(citizen), citizen=citizen)
    context = {"frame": frame, "form": form}
    return render(request, "staff/citizens/master_data.html", context, status=form.status)


def arguments(form: MasterDataForm) -> dict[str, object]:
    return {
        "changes": form.changes(),
        "address": form.address(),
        "cpr": form.cleaned_data["cpr"] or None,
        "version": version_of(form),
    }
