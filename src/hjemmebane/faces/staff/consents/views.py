"""Recording that a citizen said yes to a partner, and that they took it back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from hjemmebane.domain.consents.actions import give_consent, withdraw_consent
from hjemmebane.domain.consents.queries import consents_of
from hjemmebane.domain.partners.queries import organisations_of
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.citizens.pages.network import network_page
from hjemmebane.faces.staff.consents.forms import ConsentForm
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, answer, require_form, sent


@require_form
def new(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "network", what="Netværk og samtykke")
    partners = list(organisations_of([frame.course.team.municipality_id]))
    form = ConsentForm(sent(request), first={"from_on": today()}, partners=partners)
    if form.is_sent() and form.does(
        give_consent,
        id=form.row_id,
        citizen=frame.citizen,
        **form.values(),
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Samtykket er gemt.")
        return redirect("staff:citizens:network", citizen_id)
    context = {"frame": frame, "form": form, "partners": partners}
    return render(request, "staff/consents/consent_form.html", context, status=form.status)


@require_POST
def withdraw(request: ActorRequest, citizen_id: UUID, consent_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "network", what="Netværk og samtykke")
    consent = get_object_or_404(consents_of(citizen_id), pk=consent_id)
    form, at = RecordForm(request.POST, record=consent), now()
    if form.is_sent():
        form.does(
            withdraw_consent, consent=consent, version=form.version_seen, by=request.actor, at=at
        )
    return answer(
        request,
        "staff/citizens/network.html",
        "consents",
        lambda: {
            "frame": frame,
            "page": network_page(frame, at=at),
            "withdrawing": form,
            "withdrawn_id": consent.pk,
        },
        otherwise=redirect("staff:citizens:network", citizen_id).url,
        status=form.status,
    )
