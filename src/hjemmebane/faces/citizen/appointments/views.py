"""What is agreed, and the faces of those who come."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hjemmebane.domain.sharing.queries import own_team
from hjemmebane.domain.teams.queries import portrait_content, portrait_of
from hjemmebane.faces.citizen.meetings import meetings_to_come
from hjemmebane.faces.citizen.mine import mine
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    me = mine(request, what="Mine aftaler")
    context = {
        "meetings": meetings_to_come(me.course_id, at=now()),
        "is_open": me.is_open,
        "team": own_team(me.course),
    }
    return render(request, "citizen/appointments/appointments.html", context)


@require_safe
def portrait(request: ActorRequest, staff_member_id: UUID) -> HttpResponse:
    """The picture of somebody whom the citizen may know of: the database says who that is."""
    shown = portrait_of(staff_member_id)
    if shown is None:
        raise Http404
    return HttpResponse(portrait_content(shown), content_type="image/jpeg")
