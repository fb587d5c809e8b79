"""The overview and the small forms on it; each form answers with its own region."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.courses.actions import choose_primary_contact
from hjemmebane.domain.practice.actions import place_course
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.citizens.forms.overview import PlacementForm, PrimaryContactForm
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.citizens.pages.overview import overview_page
from hjemmebane.faces.staff.parts import parts_for
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
    return save(request, frame, "primary", form, choose_primary_contact)


@require_POST
def move(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "overview", what="Overblik")
    form = PlacementForm(request.POST, parts=parts_for(frame.course))
    return save(request, frame, "placement", form, place_course)


def save(
    request: ActorRequest,
    frame: CitizenFrame,
    region: str,
    form: RecordForm,
    action: Callable[..., object],
) -> HttpResponse:
    """Do it, and answer with the region for htmx; else the page, with a refused form in it."""
    at = now()
    is_done = form.is_sent() and form.does(
        action,
        id=form.row_id,
        course=frame.course,
        **form.values(),
        by=request.actor,
        at=at,
    )
    failed = {} if is_done else {region: form}
    return answer(
        request,
        TEMPLATE,
        region,
        lambda: {
            "frame": frame,
            "page": overview_page(frame, at=at, failed=failed),
            "form": failed.get(region),
        },
        otherwise=redirect("staff:citizens:overview", frame.citizen.pk).url,
        status=form.status,
    )
