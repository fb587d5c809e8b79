"""The plan as PDF. Making one is a reading, and says so in the access log."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from hjemmebane.domain.plans.models import Plan
from hjemmebane.domain.plans.queries import plan_of
from hjemmebane.faces.documents.plan_document import plan_pdf
from hjemmebane.faces.documents.simple_plan_document import simple_plan_pdf
from hjemmebane.faces.staff.citizens.pages.frame import course_in_view
from hjemmebane.foundation.clock import day_of, now
from hjemmebane.foundation.http import ActorRequest, note_reading


@require_safe
def plan(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    return answer_pdf(request, citizen_id, plan_pdf, name="plan", what="Planen på papir, med CPR")


@require_safe
def simple_plan(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    return answer_pdf(
        request, citizen_id, simple_plan_pdf, name="min-plan", what="Planen på én side, på papir"
    )


def answer_pdf(
    request: ActorRequest,
    citizen_id: UUID,
    make: Callable[..., bytes],
    *,
    name: str,
    what: str,
) -> HttpResponse:
    course, at = course_in_view(citizen_id), now()
    found = plan_of(course.pk)
    if found is None:
        raise Http404
    note_reading(request, [citizen_id], what=what)
    filename = file_name(found, name=name, at=at)
    headers = {"Content-Disposition": f'inline; filename="{filename}"'}
    return HttpResponse(make(found, at=at), content_type="application/pdf", headers=headers)


def file_name(plan: Plan, *, name: str, at: datetime) -> str:
    """`plan-kim-2026-11-21.pdf`: enough to find it again, no family name and no number."""
    given_name = slugify(plan.course.citizen.given_name) or "borger"
    return f"{name}-{given_name}-{day_of(at).isoformat()}.pdf"
