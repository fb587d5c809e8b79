"""The meetings around a citizen, and calling a new one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.meetings.actions import call_network_meeting, change_network_meeting
from hjemmebane.domain.meetings.queries import network_meetings_of
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.network_meetings.forms import MeetingForm
from hjemmebane.faces.staff.network_meetings.pages.desk import NetworkDesk
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, require_form, sent

FORM = "staff/network_meetings/form.html"


@require_safe
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """All of them, the newest first."""
    frame = citizen_frame(request, citizen_id, "network", what="Netværksmøder")
    context = {"frame": frame, "meetings": network_meetings_of(frame.course.pk)}
    return render(request, "staff/network_meetings/list.html", context)


@require_form
def new(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "network", what="Nyt netværksmøde")
    form = MeetingForm(sent(request))
    if form.is_sent() and form.does(
        call_network_meeting,
        id=form.row_id,
        course=frame.course,
        **form.values(),
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Mødet er skrevet op. Hvem vil borgeren have med?")
        return redirect("staff:network_meetings:meeting", citizen_id, form.row_id)
    context = {
        "frame": frame,
        "form": form,
        "heading": "Nyt netværksmøde",
        "button": "Gem mødet",
        "back": frame.url("staff:network_meetings:page"),
        "back_label": "Netværksmøder",
    }
    return render(request, FORM, context, status=form.status)


@require_form
def edit(request: ActorRequest, citizen_id: UUID, meeting_id: UUID) -> HttpResponse:
    desk = NetworkDesk(request, citizen_id, meeting_id)
    form = MeetingForm(sent(request), record=desk.meeting)
    if form.is_sent() and form.does(
        change_network_meeting,
        meeting=desk.meeting,
        **form.values(),
        version=form.version_seen,
        **desk.signed,
    ):
        messages.success(request, "Det er rettet.")
        return redirect(desk.meeting_url)
    context = {
        "frame": desk.frame,
        "form": form,
        "heading": "Ret mødet",
        "button": "Gem",
        "back": desk.meeting_url,
        "back_label": desk.title,
    }
    return render(request, FORM, context, status=form.status)
