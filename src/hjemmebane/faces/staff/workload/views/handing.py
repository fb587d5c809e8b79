"""Giving on what stands with somebody who is not there: all of it to one, or each to another."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.contacts.queries import Booking
from hjemmebane.domain.teams.models import StaffMember, TeamMembership
from hjemmebane.domain.teams.queries import memberships_ever
from hjemmebane.domain.workload.actions import HandOver, hand_over
from hjemmebane.domain.workload.queries import Stranded, stands_with, stranded_in
from hjemmebane.faces.staff.clashes import warnings_of
from hjemmebane.faces.staff.contacts.pages.moves import preferred, to_tell
from hjemmebane.faces.staff.workload.forms import HandOverForm
from hjemmebane.faces.staff.workload.pages.handing import at_once, hand_over_page
from hjemmebane.faces.staff.workload.views.writing import address_of, team_of
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, note_reading, require_form, sent


@require_form
def page(request: ActorRequest, staff_member_id: UUID) -> HttpResponse:
    team, at = team_of(request), now()
    place = memberships_ever(team.pk, [staff_member_id]).first()
    if place is None:
        raise Http404
    stranded = stands_with(stranded_in(team, at=at), staff_member_id)
    if stranded is None:
        return _nothing(request, place)
    shown = hand_over_page(stranded, team, at=at)
    note_reading(request, shown.citizen_ids, what="Giv videre")
    first = {"staff_member": shown.takers.proposed, "tell_citizen": True}
    form = HandOverForm(sent(request), first=first, page=shown)
    if form.is_sent():
        given = _given(form, stranded)
        bookings = [
            Booking(one.taker, one.what.slot) for one in given if isinstance(one.what, Appointment)
        ]
        told = [said for one in warnings_of(request, bookings, at=at) for said in one]
        if form.heeds([*told, *at_once(given, at)]) and form.does(
            hand_over, given=given, by=request.actor, at=at
        ):
            messages.success(request, "Det er givet videre.")
            return redirect(address_of(team))
    context = {"page": shown, "form": form, "back": address_of(team)}
    return render(request, "staff/workload/hand_over.html", context, status=form.status)


def _nothing(request: ActorRequest, place: TeamMembership) -> HttpResponse:
    """It is given on already, perhaps by two taps of the same thumb."""
    back = address_of(place.team)
    if request.method == "POST":
        messages.success(request, "Det er allerede givet videre.")
        return redirect(back)
    context = {"name": place.staff_member.name, "back": back}
    return render(request, "staff/workload/hand_over.html", context)


def _given(form: HandOverForm, stranded: Stranded) -> list[HandOver]:
    """What goes to whom, and in words what the citizens are to know."""
    takers, tells = form.takers(), form.cleaned_data.get("tell_citizen")
    going = [(one, takers[str(one.pk)]) for one in stranded.records if str(one.pk) in takers]
    return [
        HandOver(one, taker, _words(one, taker) if tells and isinstance(one, Appointment) else "")
        for one, taker in going
    ]


def _words(appointment: Appointment, taker: StaffMember) -> str:
    course = appointment.course
    given_name = course.citizen.given_name
    return to_tell(appointment, taker, given_name=given_name, prefers=preferred(course))
