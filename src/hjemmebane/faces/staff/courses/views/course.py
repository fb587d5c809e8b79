"""The page Forløb."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.courses.pages.course import course_page
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest


@require_safe
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "overview", what="Forløb")
    context = {"frame": frame, "page": course_page(frame, at=now())}
    return render(request, "staff/courses/course.html", context)
