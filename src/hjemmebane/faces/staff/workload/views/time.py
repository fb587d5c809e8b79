"""Writing time that belongs to no contact, mending it, and taking it away."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from hjemmebane.domain.workload.actions import correct_time, log_time, remove_time
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.domain.workload.queries import visible_time_entries
from hjemmebane.domain.workload.rules import check_can_write_time
from hjemmebane.faces.staff.workload.forms import TimeForm
from hjemmebane.faces.staff.workload.views.writing import address_of, taken_away, team_of, writing
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import allowed
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent

FORM_PAGE = "staff/workload/form.html"


@require_form
def new(request: ActorRequest) -> HttpResponse:
    desk, team = writing(request), team_of(request)
    first = {"worked_on": today(), "staff_member": desk.me}
    form = TimeForm(sent(request), first=first, staff=desk.staff(team))
    if form.is_sent() and form.does(
        log_time, id=form.row_id, team=team, **form.values(), by=request.actor, at=now()
    ):
        messages.success(request, "Tiden er skrevet.")
        return redirect(address_of(team))
    context = {"form": form, "heading": "Skriv tid", "back": address_of(team), "remove_url": ""}
    return render(request, FORM_PAGE, context, status=form.status)


@require_form
def edit(request: ActorRequest, entry_id: UUID) -> HttpResponse:
    entry = _one(request, entry_id)
    form, back = TimeForm(sent(request), record=entry), address_of(entry.team)
    if form.is_sent() and form.does(
        correct_time,
        entry=entry,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Tiden er rettet.")
        return redirect(back)
    context = {
        "form": form,
        "heading": f"Tid: {entry.staff_member.name}",
        "back": back,
        "record": entry,
        "remove_url": reverse("staff:workload:time_remove", args=[entry.pk]),
        "remove_label": "Slet tiden",
        "remove_text": "Tiden tæller ikke længere med.",
    }
    return render(request, FORM_PAGE, context, status=form.status)


@require_POST
def remove(request: ActorRequest, entry_id: UUID) -> HttpResponse:
    entry = _one(request, entry_id)
    form = RecordForm(request.POST, record=entry)
    if form.is_sent():
        form.does(remove_time, entry=entry, version=form.version_seen, by=request.actor, at=now())
    return taken_away(request, form, "Tiden er slettet.", address_of(entry.team))


def _one(request: ActorRequest, entry_id: UUID) -> TimeEntry:
    """Time one may write. A colleague's does not exist here."""
    entry = get_object_or_404(visible_time_entries(), pk=entry_id)
    if not allowed(check_can_write_time, request.actor, entry, today=today()):
        raise Http404
    return entry
