"""Writing time that belongs to no contact, mending it, and taking it away."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from hjemmebane.design.navigation import Link
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.workload.actions import correct_time, log_time, remove_time
from hjemmebane.domain.workload.calculations.hours import monday_of
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.domain.workload.queries import visible_time_entries
from hjemmebane.domain.workload.rules import check_can_write_time
from hjemmebane.faces.staff.workload.forms import TimeForm
from hjemmebane.faces.staff.workload.pages.own_week import FROM_HERE, address
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
    day = _day_asked_for(request)
    first, back = {"worked_on": day, "staff_member": desk.me}, _back(request, team, day)
    form = TimeForm(sent(request), first=first, staff=desk.staff(team))
    if form.is_sent() and form.does(
        log_time, id=form.row_id, team=team, **form.values(), by=request.actor, at=now()
    ):
        messages.success(request, "Tiden er skrevet.")
        return redirect(back.url)
    context = {"form": form, "heading": "Skriv tid", "remove_url": "", **_back_in(back)}
    return render(request, FORM_PAGE, context, status=form.status)


@require_form
def edit(request: ActorRequest, entry_id: UUID) -> HttpResponse:
    entry = _one(request, entry_id)
    form = TimeForm(sent(request), record=entry)
    back = _back(request, entry.team, entry.worked_on)
    if form.is_sent() and form.does(
        correct_time,
        entry=entry,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Tiden er rettet.")
        return redirect(back.url)
    context = {
        "form": form,
        "heading": f"Tid: {entry.staff_member.name}",
        **_back_in(back),
        "record": entry,
        "remove_url": _with_origin(request, reverse("staff:workload:time_remove", args=[entry.pk])),
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
    back = _back(request, entry.team, entry.worked_on)
    return taken_away(request, form, "Tiden er slettet.", back.url)


def _one(request: ActorRequest, entry_id: UUID) -> TimeEntry:
    """Time one may write. A colleague's does not exist here."""
    entry = get_object_or_404(visible_time_entries(), pk=entry_id)
    if not allowed(check_can_write_time, request.actor, entry, today=today()):
        raise Http404
    return entry


def _back(request: ActorRequest, team: Team, day: dt.date) -> Link:
    """Where one came from: one's own week of the day, else the team's hours."""
    if request.GET.get("fra") == FROM_HERE:
        return Link("Mine timer", address(team, monday=monday_of(day)))
    return Link(TEAMS_HOURS, address_of(team))


def _back_in(back: Link) -> dict[str, str]:
    return {"back": back.url, "back_label": back.label}


def _with_origin(request: ActorRequest, url: str) -> str:
    return f"{url}?fra={FROM_HERE}" if request.GET.get("fra") == FROM_HERE else url


def _day_asked_for(request: ActorRequest) -> dt.date:
    """The day in the address, else today."""
    try:
        day = dt.date.fromisoformat(request.GET.get("dag", ""))
    except ValueError:  # nobody typed it: without a day that is read, today is what it is about
        return today()
    return min(day, today())
