"""Recording that a citizen said yes to a partner, and that they took it back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from hjemmebane.domain.consents.actions import give_consent, withdraw_consent
from hjemmebane.domain.consents.queries import consents_of
from hjemmebane.domain.partners.queries import organisations_of
from hjemmebane.faces.staff.citizens.frame import citizen_frame
from hjemmebane.faces.staff.citizens.network_page import network_page
from hjemmebane.faces.staff.consents.forms import ConsentForm
from hjemmebane.faces.staff.submitting import new_values, submit, version_of
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, answer
from hjemmebane.foundation.ids import new_id


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "network", what="Netværk og samtykke")
    partners = list(organisations_of([frame.course.team.municipality_id]))
    if request.method == "POST":
        form = ConsentForm(request.POST, partners=partners)
        on = {"citizen": frame.citizen, "by": request.actor, "at": now()}
        if submit(form, give_consent, lambda: {**new_values(form), **on}):
            messages.success(request, "Samtykket er gemt.")
            return redirect("staff:citizens:network", citizen_id)
    else:
        form = ConsentForm(initial={"id": new_id(), "from_on": today()}, partners=partners)
    context = {"frame": frame, "form": form, "partners": partners}
    return render(request, "staff/consents/consent_form.html", context, status=form.status)


@require_POST
def withdraw(request: ActorRequest, citizen_id: UUID, consent_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "network", what="Netværk og samtykke")
    consent = get_object_or_404(consents_of(citizen_id), pk=consent_id)
    form, at = RecordForm(request.POST), now()
    on = {"consent": consent, "by": request.actor, "at": at}
    submit(form, withdraw_consent, lambda: {"version": version_of(form), **on})
    page = network_page(frame, at=at)
    context = {"frame": frame, "page": page, "withdrawing": form, "withdrawn_id": consent.pk}
    return answer(
        request,
        "staff/citizens/network.html",
        "consents",
        context,
        otherwise=redirect("staff:citizens:network", citizen_id).url,
        status=form.status,
    )
