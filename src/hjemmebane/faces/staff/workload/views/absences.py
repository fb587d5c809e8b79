"""Writing that somebody is away, mending it, and taking it back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from hjemmebane.domain.teams.actions import cancel_absence, change_absence, register_absence
from hjemmebane.domain.teams.models import Absence
from hjemmebane.domain.teams.queries import absence
from hjemmebane.domain.teams.rules import check_can_write_absence
from hjemmebane.faces.staff.workload.forms import AbsenceForm
from hjemmebane.faces.staff.workload.views.writing import (
    TEAMS_HOURS,
    address_of,
    taken_away,
    team_of,
    writing,
)
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import allowed
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent

FORM_PAGE = "staff/workload/form.html"


@require_form
def new(request: ActorRequest) -> HttpResponse:
    desk, team = writing(request), team_of(request)
    first = {"from_on": today(), "staff_member": desk.me}
    form = AbsenceForm(sent(request), first=first, staff=desk.staff(team))
    if form.is_sent() and form.does(
        register_absence, id=form.row_id, **form.values(), by=request.actor, at=now()
    ):
        messages.success(request, "Fraværet er skrevet. Timerne er regnet om.")
        return redirect(address_of(team))
    context = {"form": form, "heading": "Skriv fravær", "back": address_of(team), "remove_url": ""}
    context["back_label"] = TEAMS_HOURS
    return render(request, FORM_PAGE, context, status=form.status)


@require_form
def edit(request: ActorRequest, absence_id: UUID) -> HttpResponse:
    away, back = _one(request, absence_id), reverse("staff:workload:page")
    form = AbsenceForm(sent(request), record=away)
    if form.is_sent() and form.does(
        change_absence,
        absence=away,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Fraværet er rettet. Timerne er regnet om.")
        return redirect(back)
    context = {
        "form": form,
        "heading": f"Fravær: {away.staff_member.name}",
        "back": back,
        "back_label": TEAMS_HOURS,
        "record": away,
        "remove_url": reverse("staff:workload:absence_cancel", args=[away.pk]),
        "remove_label": "Tag fraværet tilbage",
        "remove_text": "Dagene bliver til arbejdsdage igen.",
    }
    return render(request, FORM_PAGE, context, status=form.status)


@require_POST
def cancel(request: ActorRequest, absence_id: UUID) -> HttpResponse:
    away = _one(request, absence_id)
    form = RecordForm(request.POST, record=away)
    if form.is_sent():
        form.does(
            cancel_absence, absence=away, version=form.version_seen, by=request.actor, at=now()
        )
    return taken_away(request, form, "Fraværet er taget tilbage.", reverse("staff:workload:page"))


def _one(request: ActorRequest, absence_id: UUID) -> Absence:
    """An absence one may write. Somebody else's does not exist here."""
    found = absence(absence_id)
    if found is None:
        raise Http404
    if not allowed(check_can_write_absence, request.actor, found.staff_member, today=today()):
        raise Http404
    return found
