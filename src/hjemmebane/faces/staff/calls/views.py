"""A call for help: two taps to send, one to take."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.contacts.actions import call_for_help, close_call, take_call
from hjemmebane.domain.contacts.choices import Caller, Urgency
from hjemmebane.domain.contacts.models import HelpCall
from hjemmebane.domain.contacts.queries import calls_of
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.teams.queries import staff_member, staff_of
from hjemmebane.faces.staff.calls.forms import CallForm, CloseForm
from hjemmebane.faces.staff.calls.pages import call_on_page, helpers_on_page
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, note_reading, require_form, sent
from hjemmebane.foundation.ids import new_id

AS_IT_IS = {"caller": Caller.CITIZEN, "urgency": Urgency.NOW}


@require_safe
def choose(request: ActorRequest) -> HttpResponse:
    """About whom: everybody in one's teams, each with a button. Raises Http404 outside teams."""
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    courses = [course for team in teams for course in open_courses(team.pk)]
    alive = [course for course in courses if not course.citizen.died_on]
    note_reading(request, [course.citizen_id for course in alive], what="Akut")
    rows = [(course.citizen, new_id()) for course in alive]
    return render(request, "staff/calls/choose.html", {"rows": rows})


@require_form
def call(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """Who is there, and a button for each; and for the whole team."""
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Akut"), now()
    staff = list(staff_of(frame.course.team_id, today()))
    form = CallForm(sent(request), first=AS_IT_IS, staff=staff)
    if form.is_sent() and form.does(
        call_for_help,
        id=form.row_id,
        course=frame.course,
        **form.values(),
        by=request.actor,
        at=at,
    ):
        messages.success(request, "Der er kaldt på hjælp. Ring også, hvis det ikke kan vente.")
        return redirect("staff:today:page")
    helpers = helpers_on_page(frame.course, at) if frame.course.is_open else []
    context = {"frame": frame, "form": form, "helpers": helpers}
    return render(request, "staff/calls/call.html", context, status=form.status)


@require_POST
def take(request: ActorRequest, citizen_id: UUID, call_id: UUID) -> HttpResponse:
    """One tap: I go."""
    frame = citizen_frame(request, citizen_id, "contacts", what="Akut")
    call = call_in_view(frame, call_id)
    form = RecordForm(request.POST, record=call)
    if form.is_sent() and form.does(take_call, call=call, by=request.actor, at=now()):
        messages.success(request, f"Du har kaldet om {frame.name}.")
    else:
        messages.warning(request, form.told)
    return redirect("staff:today:page")


@require_form
def close(request: ActorRequest, citizen_id: UUID, call_id: UUID) -> HttpResponse:
    """Closing in words, where no contact tells how it ended."""
    frame = citizen_frame(request, citizen_id, "contacts", what="Akut")
    call = call_in_view(frame, call_id)
    form = CloseForm(sent(request), record=call)
    if form.is_sent() and form.does(
        close_call,
        call=call,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Kaldet er lukket.")
        return redirect("staff:today:page")
    me = staff_member(request.actor)
    shown = call_on_page(call, me.pk if me else None, now())
    context = {"frame": frame, "form": form, "call": shown}
    return render(request, "staff/calls/close.html", context, status=form.status)


def call_in_view(frame: CitizenFrame, call_id: UUID) -> HelpCall:
    return get_object_or_404(calls_of(frame.course.pk), pk=call_id)
