"""“Jeg er fremme” and “Af sted igen”: the server remembers, the telephone may be put away."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from hjemmebane.domain.contacts.actions import begin_visit, drop_visit, leave_visit
from hjemmebane.domain.contacts.choices import VisitRefusal
from hjemmebane.domain.contacts.queries import open_start
from hjemmebane.domain.teams.queries import staff_member
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.contacts.pages.beginning import (
    appointment_of,
    from_page,
    log_url,
    way_back,
)
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import DONE, RecordForm
from hjemmebane.foundation.http import ActorRequest


@require_POST
def arrive(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "contacts", what="Jeg er fremme")
    form, me = RecordForm(request.POST), staff_member(request.actor)
    if me is None:
        raise Http404
    if form.is_sent():
        form.does(
            begin_visit,
            id=form.row_id,
            course=frame.course,
            staff_member=me,
            by=request.actor,
            at=now(),
        )
    if form.status != DONE:
        messages.warning(request, form.told)
    return redirect(way_back(request, frame))


@require_POST
def leave(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """The minutes are counted; what came of it is said in the form, now or later."""
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Af sted igen"), now()
    visit = open_start(request.actor)
    if visit is None or visit.course_id != frame.course.pk:
        messages.warning(request, VisitRefusal.CLOSED.label)
        return redirect(way_back(request, frame))
    leave_visit(visit=visit, by=request.actor, at=at)
    agreed = appointment_of(visit, at)
    form_url = log_url(
        frame.url("staff:contacts:new"),
        besoeg=visit.pk,
        aftale=agreed.pk if agreed else "",
        fra=from_page(request),
    )
    return redirect(form_url)


@require_POST
def drop(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "contacts", what="Jeg er fremme")
    visit = open_start(request.actor)
    if visit and visit.course_id == frame.course.pk:
        drop_visit(visit=visit, by=request.actor, at=now())
        messages.success(request, "Det er fjernet. Intet er logget.")
    return redirect(way_back(request, frame))
