"""Somebody spotted: written down, looked for, laid aside and taken out again."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.courses.actions import (
    change_early_contact,
    lay_aside,
    log_early_attempt,
    spot,
    take_out_again,
)
from hjemmebane.domain.courses.models import EarlyContact
from hjemmebane.domain.teams.queries import staff_member, staff_of
from hjemmebane.faces.staff.intake.forms import (
    AttemptForm,
    EarlyContactForm,
    LayAsideForm,
    SpotForm,
)
from hjemmebane.faces.staff.intake.pages.early import early_in_view, early_page
from hjemmebane.faces.staff.intake.pages.listing import listing_url
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent

WHAT = "Spottet borger"
SPOTTING = "Vi har set et menneske"


@require_form
def new(request: ActorRequest) -> HttpResponse:
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    form = SpotForm(sent(request), first={"team": teams[0], "spotted_on": today()}, teams=teams)
    if form.is_sent() and form.does(
        spot, id=form.row_id, **form.values(), by=request.actor, at=now()
    ):
        messages.success(request, "Det er skrevet ned.")
        return redirect("staff:intake:early", form.result.pk)
    context = {"heading": SPOTTING, "form": form, "early": None}
    return render(request, "staff/intake/early_form.html", context, status=form.status)


@require_safe
def page(request: ActorRequest, early_id: UUID) -> HttpResponse:
    return show(request, early_in_view(request, early_id, what=WHAT))


def show(
    request: ActorRequest,
    early: EarlyContact,
    *,
    laying_aside: LayAsideForm | None = None,
    failed: RecordForm | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = early_page(early, at=now(), laying_aside=laying_aside, failed=failed)
    context = {"page": shown, "early": early, "listing_url": listing_url(early.team)}
    return render(request, "staff/intake/early.html", context, status=status)


@require_form
def edit(request: ActorRequest, early_id: UUID) -> HttpResponse:
    early = early_in_view(request, early_id, what=WHAT)
    form = EarlyContactForm(sent(request), record=early)
    if form.is_sent() and form.does(
        change_early_contact,
        early_contact=early,
        changes=form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Det er gemt.")
        return redirect("staff:intake:early", early_id)
    context = {"heading": SPOTTING, "form": form, "early": early}
    return render(request, "staff/intake/early_form.html", context, status=form.status)


@require_form
def attempt(request: ActorRequest, early_id: UUID) -> HttpResponse:
    early, at = early_in_view(request, early_id, what=WHAT), now()
    me, staff = staff_member(request.actor), staff_of(early.team_id, today())
    first = {"at": at, "where": early.where, "staff_member": me}
    form = AttemptForm(sent(request), first=first, staff=staff)
    if form.is_sent() and form.does(
        log_early_attempt,
        id=form.row_id,
        early_contact=early,
        **form.values(),
        by=request.actor,
        at=at,
    ):
        messages.success(request, "Forsøget er gemt.")
        return redirect("staff:intake:early", early_id)
    context = {"heading": "Log forsøg", "form": form, "early": early}
    return render(request, "staff/intake/attempt_form.html", context, status=form.status)


@require_POST
def put_aside(request: ActorRequest, early_id: UUID) -> HttpResponse:
    early = early_in_view(request, early_id, what=WHAT)
    form = LayAsideForm(request.POST, record=early)
    if form.is_sent() and form.does(
        lay_aside,
        early_contact=early,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Lagt væk. I kan tage den frem igen.")
        return redirect(listing_url(early.team))
    return show(request, early, laying_aside=form, status=form.status)


@require_POST
def bring_back(request: ActorRequest, early_id: UUID) -> HttpResponse:
    early = early_in_view(request, early_id, what=WHAT)
    form = RecordForm(request.POST, record=early)
    if form.is_sent() and form.does(
        take_out_again,
        early_contact=early,
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Taget frem igen.")
        return redirect("staff:intake:early", early_id)
    return show(request, early, failed=form, status=form.status)
