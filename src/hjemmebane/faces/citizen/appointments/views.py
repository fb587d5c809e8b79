"""What is agreed, and the faces of those who come."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.sharing.actions import stop_own_reminders
from hjemmebane.domain.sharing.queries import own_reminders, own_team
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
        "reminders": own_reminders(me.course_id),
        "asks_stop": "stop" in request.GET,
    }
    return render(request, "citizen/appointments/appointments.html", context)


@require_POST
def stop_reminders(request: ActorRequest) -> HttpResponse:
    """From now on nothing is sent. Pressed twice it is stopped all the same."""
    me = mine(request, what="Mine aftaler")
    stop_own_reminders(**me.signed)
    messages.success(request, "Det er stoppet. Du får ikke flere sms’er om dine aftaler.")
    return redirect("citizen:appointments:page")


@require_safe
def portrait(request: ActorRequest, staff_member_id: UUID) -> HttpResponse:
    """The picture of somebody whom the citizen may know of: the database says who that is."""
    shown = portrait_of(staff_member_id)
    if shown is None:
        raise Http404
    return HttpResponse(portrait_content(shown), content_type="image/jpeg")
