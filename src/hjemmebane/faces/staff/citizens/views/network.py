"""The page Netværk og samtykke, and writing down those around the citizen."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.citizens.actions import (
    add_around_citizen,
    change_around_citizen,
    remove_around_citizen,
)
from hjemmebane.domain.citizens.models import NetworkPerson, Representative
from hjemmebane.domain.citizens.queries import network_of, representatives_of
from hjemmebane.faces.staff.citizens.forms.network import NetworkPersonForm, RepresentativeForm
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.citizens.pages.network import network_page
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent


@dataclass(frozen=True)
class Around:
    """One of the two kinds of people around a citizen, with what is different about it."""

    heading: str
    model: type[NetworkPerson] | type[Representative]
    form: type[RecordForm]

    def of(self, citizen_id: UUID) -> QuerySet[NetworkPerson] | QuerySet[Representative]:
        return (network_of if self.model is NetworkPerson else representatives_of)(citizen_id)


KINDS = {
    "person": Around("En i netværket", NetworkPerson, NetworkPersonForm),
    "repraesentant": Around("En, der taler for borgeren", Representative, RepresentativeForm),
}
TEMPLATE = "staff/citizens/network_form.html"


def kind_named(kind: str) -> Around:
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]


@require_safe
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "network", what="Netværk og samtykke")
    context = {"frame": frame, "page": network_page(frame, at=now())}
    return render(request, "staff/citizens/network.html", context)


@require_form
def new(request: ActorRequest, citizen_id: UUID, kind: str) -> HttpResponse:
    around = kind_named(kind)
    frame = citizen_frame(request, citizen_id, "network", what="Netværk og samtykke")
    form = around.form(sent(request))
    if form.is_sent() and form.does(
        frame.while_open(add_around_citizen),
        record=around.model(id=form.row_id, citizen=frame.citizen, **form.values()),
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Det er gemt.")
        return redirect("staff:citizens:network", citizen_id)
    context = {"frame": frame, "form": form, "heading": around.heading}
    return render(request, TEMPLATE, context, status=form.status)


@require_form
def edit(request: ActorRequest, citizen_id: UUID, kind: str, person_id: UUID) -> HttpResponse:
    around = kind_named(kind)
    frame = citizen_frame(request, citizen_id, "network", what="Netværk og samtykke")
    record = get_object_or_404(around.of(citizen_id), pk=person_id)
    form = around.form(sent(request), record=record)
    if form.is_sent() and form.does(
        change_around_citizen,
        record=record,
        changes=form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Det er gemt.")
        return redirect("staff:citizens:network", citizen_id)
    context = {"frame": frame, "form": form, "heading": around.heading}
    context |= {"kind": kind, "record": record}
    return render(request, TEMPLATE, context, status=form.status)


@require_POST
def remove(request: ActorRequest, citizen_id: UUID, kind: str, person_id: UUID) -> HttpResponse:
    around = kind_named(kind)
    frame = citizen_frame(request, citizen_id, "network", what="Netværk og samtykke")
    record = get_object_or_404(around.of(citizen_id), pk=person_id)
    form = RecordForm(request.POST, record=record)
    if form.is_sent() and form.does(
        remove_around_citizen,
        record=record,
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Personen er taget ud.")
        return redirect("staff:citizens:network", citizen_id)
    context = {"frame": frame, "form": around.form(record=record), "heading": around.heading}
    context |= {"kind": kind, "record": record, "removing": form}
    return render(request, TEMPLATE, context, status=form.status)
