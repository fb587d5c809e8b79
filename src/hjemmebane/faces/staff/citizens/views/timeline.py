"""The timeline: everything that happened, a page at a time."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.citizens.pages.timeline import timeline_page
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest


@require_safe
def page(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "timeline", what="Tidslinje")
    shown = timeline_page(
        frame, group=request.GET.get("vis", ""), number=request.GET.get("side", "1"), at=now()
    )
    return render(request, "staff/citizens/timeline.html", {"frame": frame, "page": shown})
