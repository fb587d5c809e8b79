"""Raising a follow-up by hand, saying what came of it, and taking that back."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from hjemmebane.domain.contacts.actions import (
    raise_follow_up,
    reopen_follow_up,
    settle_follow_up,
)
from hjemmebane.domain.contacts.choices import ReminderStatus
from hjemmebane.domain.contacts.queries import follow_ups_of
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.tasks.forms import DoneForm, FollowUpForm, LetBeForm
from hjemmebane.faces.staff.tasks.pages import I_DAG, follow_up_on_page, trace_of
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent

NEXT_WEEK = dt.timedelta(days=7)
SAID = {
    ReminderStatus.DONE: "Opfølgningen er gjort.",
    ReminderStatus.DROPPED: "I lader den ligge. Den kommer igen, hvis der sker noget nyt.",
}


@dataclass(frozen=True)
class Back:
    """Where one came from, and goes back to."""

    url: str
    label: str
    code: str = ""


def where_from(request: ActorRequest, frame: CitizenFrame) -> Back:
    """I dag, when the address says so; else the citizen's page."""
    if request.GET.get("fra") == I_DAG:
        return Back(reverse("staff:today:page"), "I dag", I_DAG)
    return Back(frame.url("staff:contacts:page"), frame.name)


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
    """A follow-up by itself, what was tried, and what came of it."""
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Opfølgning"), now()
    follow_up = get_object_or_404(follow_ups_of(frame.course.pk), pk=follow_up_id)
    back = where_from(request, frame)
    typed = sent(request)
    is_let_be = bool(typed) and typed.get("status") == ReminderStatus.DROPPED
    done = DoneForm(None if is_let_be else typed, record=follow_up)
    let_be = LetBeForm(typed if is_let_be else None, record=follow_up)
    let_be.auto_id = "ligge_%s"  # the two stand on one page
    form = let_be if is_let_be else done
    if form.is_sent() and form.does(
        settle_follow_up,
        follow_up=follow_up,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=at,
    ):
        messages.success(request, SAID[form.cleaned_data["status"]])
        return redirect(back.url)
    context = {
        "frame": frame,
        "form": form,
        "done": done,
        "let_be": let_be,
        "back": back,
        "follow_up": follow_up_on_page(follow_up, at, from_page=back.code),
        "trace": trace_of(frame.course, at),
    }
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
