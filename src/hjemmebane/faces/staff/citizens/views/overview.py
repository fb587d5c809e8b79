"""The overview and the small form on it, which answers with its own region."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.courses.actions import choose_primary_contact
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.citizens.forms.overview import PrimaryContactForm
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.citizens.pages.overview import overview_page
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest, answer

TEMPLATE = "staff/citizens/overview.html"


@require_safe
def overview(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "overview", what="Overblik")
    page = overview_page(frame, at=now(), failed={})
    return render(request, TEMPLATE, {"frame": frame, "page": page})


@require_POST
def choose_primary(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """Do it, and answer with the region for htmx; else the page, with a refused form in it."""
    frame, at = citizen_frame(request, citizen_id, "overview", what="Overblik"), now()
    form = PrimaryContactForm(request.POST, staff=staff_of(frame.course.team_id, today()))
    is_done = form.is_sent() and form.does(
        choose_primary_contact,
        id=form.row_id,
        course=frame.course,
        **form.values(),
        by=request.actor,
        at=at,
    )
    failed = {} if is_done else {"primary": form}
    return answer(
        request,
        TEMPLATE,
        "primary",
        lambda: {
            "frame": frame,
            "page": overview_page(frame, at=at, failed=failed),
            "form": failed.get("primary"),
        },
        otherwise=redirect("staff:citizens:overview", citizen_id).url,
        status=form.status,
    )
