"""Raising a follow-up by hand, saying what came of it, and taking that back."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from hjemmebane.domain.contacts.actions import (
    raise_follow_up,
    reopen_follow_up,
    settle_follow_up,
)
from hjemmebane.domain.contacts.queries import follow_ups_of
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.tasks.forms import FollowUpForm, SettleFollowUpForm
from hjemmebane.faces.staff.tasks.pages import follow_up_on_page
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent

NEXT_WEEK = dt.timedelta(days=7)


@require_form
def new(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "contacts", what="Ny opfølgning")
    staff = list(staff_of(frame.course.team_id, today()))
    form = FollowUpForm(sent(request), first={"due_on": today() + NEXT_WEEK}, staff=staff)
    if form.is_sent() and form.does(
        raise_follow_up,
        id=form.row_id,
        course=frame.course,
        **form.values(),
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Opfølgningen er skrevet op.")
        return redirect("staff:contacts:page", citizen_id)
    context = {"frame": frame, "form": form}
    return render(request, "staff/tasks/follow_up_form.html", context, status=form.status)


@require_form
def settle(request: ActorRequest, citizen_id: UUID, follow_up_id: UUID) -> HttpResponse:
    """A follow-up by itself, and what came of it."""
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Opfølgning"), now()
    follow_up = get_object_or_404(follow_ups_of(frame.course.pk), pk=follow_up_id)
    form = SettleFollowUpForm(sent(request), record=follow_up)
    if form.is_sent() and form.does(
        settle_follow_up,
        follow_up=follow_up,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=at,
    ):
        messages.success(request, "Opfølgningen er gjort op.")
        return redirect("staff:contacts:page", citizen_id)
    context = {"frame": frame, "form": form, "follow_up": follow_up_on_page(follow_up, at)}
    return render(request, "staff/tasks/follow_up.html", context, status=form.status)


@require_POST
def reopen(request: ActorRequest, citizen_id: UUID, follow_up_id: UUID) -> HttpResponse:
    """One tap, for what was settled by mistake."""
    frame = citizen_frame(request, citizen_id, "contacts", what="Opfølgning")
    follow_up = get_object_or_404(follow_ups_of(frame.course.pk), pk=follow_up_id)
    form = RecordForm(request.POST, record=follow_up)
    if form.is_sent() and form.does(
        reopen_follow_up,
        follow_up=follow_up,
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Opfølgningen er åben igen.")
    else:
        messages.warning(request, form.told)
    return redirect("staff:contacts:page", citizen_id)
