"""One's own calendar on one's own phone: the secret address, made, shown once and closed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.teams.actions import NewFeed, close_feed, open_feed
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import feed_of, staff_member
from hjemmebane.faces.staff.front import turned_away
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest

PAGE = "staff/calendar/phone.html"


def owner(request: ActorRequest) -> StaffMember | None:
    """Whoever works in a team and has a calendar."""
    return staff_member(request.actor) if shell_of(request).teams else None


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    me = owner(request)
    if me is None:
        return turned_away(request)
    return render(request, PAGE, {"feed": feed_of(me.pk), "form": RecordForm(), "address": ""})


@require_POST
def make(request: ActorRequest) -> HttpResponse:
    """The one answer in which the address stands. Sent twice it is not shown again."""
    me, form = owner(request), RecordForm(request.POST)
    if me is None:
        return turned_away(request)
    address = ""
    if form.is_sent() and form.does(
        open_feed, id=form.row_id, staff_member=me, by=request.actor, at=now()
    ):
        if not isinstance(form.result, NewFeed):
            messages.info(request, "Adressen er lavet. Den vises kun én gang: lav en ny her.")
            return redirect("staff:calendar:phone")
        path = reverse("api:calendar:feed", args=[form.result.token])
        address = request.build_absolute_uri(path)
    context = {"feed": feed_of(me.pk), "form": RecordForm(), "address": address}
    return render(request, PAGE, context, status=form.status)


@require_POST
def revoke(request: ActorRequest) -> HttpResponse:
    me = owner(request)
    if me is None:
        return turned_away(request)
    close_feed(staff_member=me, by=request.actor, at=now())
    messages.success(request, "Adressen er lukket. Telefonen får ikke nye aftaler mere.")
    return redirect("staff:calendar:phone")
