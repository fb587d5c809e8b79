"""The overview and the small forms on it; each form answers with its own region."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.courses.actions import choose_primary_contact
from hjemmebane.domain.practice.actions import place_course
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.citizens.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.citizens.overview_forms import PlacementForm, PrimaryContactForm
from hjemmebane.faces.staff.citizens.overview_page import overview_page
from hjemmebane.faces.staff.parts import parts_for
from hjemmebane.faces.staff.submitting import new_values, submit
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, answer

TEMPLATE = "staff/citizens/overview.html"


@require_safe
def overview(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "overview", what="Overblik")
    page = overview_page(frame, at=now(), failed={})
    return render(request, TEMPLATE, {"frame": frame, "page": page})


@require_POST
def choose_primary(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "overview", what="Overblik")
    form = PrimaryContactForm(request.POST, staff=staff_of(frame.course.team_id, today()))
    on = {"course": frame.course, "by": request.actor, "at": now()}
    submit(form, choose_primary_contact, lambda: {**new_values(form), **on})
    return show_region(request, frame, "primary", form)


@require_POST
def move(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "overview", what="Overblik")
    form = PlacementForm(request.POST, parts=parts_for(frame.course))
    on = {"course": frame.course, "by": request.actor, "at": now()}
    submit(form, place_course, lambda: {**new_values(form), **on})
    return show_region(request, frame, "placement", form)


def show_region(
    request: ActorRequest, frame: CitizenFrame, region: str, form: RecordForm
) -> HttpResponse:
    """The region for htmx; else the page again, with the form in it when it was refused."""
    failed = {} if form.status == 200 else {region: form}
    page = overview_page(frame, at=now(), failed=failed)
    back = redirect("staff:citizens:overview", frame.citizen.pk).url
    context = {"frame": frame, "page": page, "form": failed.get(region)}
    return answer(request, TEMPLATE, region, context, otherwise=back, status=form.status)
