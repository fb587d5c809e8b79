"""Shows the day of the person who looks."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.teams.queries import staff_member
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.today.pages.day import Member, today_page
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, note_reading


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    teams, me = shell_of(request).teams, staff_member(request.actor)
    if not teams or me is None:
        return redirect("staff:front")
    member = Member(me, request.actor, teams)
    shown = today_page(member, at=now())
    note_reading(request, shown.citizen_ids, what="I dag")
    return render(request, "staff/today/today.html", {"page": shown})
