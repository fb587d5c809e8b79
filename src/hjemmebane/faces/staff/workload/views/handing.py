"""Giving what stands with somebody who is not there to a colleague: one tap."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.teams.models import StaffMember, Team, TeamMembership
from hjemmebane.domain.teams.queries import memberships_ever, staff_of
from hjemmebane.domain.workload.actions import hand_over
from hjemmebane.domain.workload.queries import Stranded, stands_with, stranded_in
from hjemmebane.faces.staff.contacts.pages.moves import preferred, to_tell
from hjemmebane.faces.staff.workload.forms import HandOverForm
from hjemmebane.faces.staff.workload.pages.handing import chosen, hand_over_page
from hjemmebane.faces.staff.workload.views.writing import address_of, team_of, writing
from hjemmebane.foundation.clock import now, today
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
    shown = hand_over_page(stranded, at=at)
    note_reading(request, shown.citizen_ids, what="Giv videre")
    form = _form(request, team, stranded, shown.items)
    if form.is_sent() and form.does(
        hand_over, **_handed(form.values(), stranded), by=request.actor, at=at
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


def _form(
    request: ActorRequest, team: Team, stranded: Stranded, items: Sequence[tuple[str, str]]
) -> HandOverForm:
    """Proposed is that I take it all over, unless it stands with me."""
    staff = [one for one in staff_of(team.pk, today()) if one != stranded.staff_member]
    keys = [key for key, _ in items]
    return HandOverForm(
        sent(request),
        first={"staff_member": writing(request).me, "items": keys, "tell_citizen": True},
        staff=staff,
        items=items,
        has_appointments=bool(stranded.appointments),
    )


def _handed(values: Mapping[str, object], stranded: Stranded) -> dict[str, object]:
    """The ticked of what stands there, and in words what the citizens are to know."""
    keys, taker, tells = values["items"], values["staff_member"], values.get("tell_citizen")
    appointments = chosen(stranded.appointments, keys)
    return {
        "staff_member": taker,
        "tasks": chosen(stranded.tasks, keys),
        "follow_ups": chosen(stranded.follow_ups, keys),
        "appointments": [(one, _words(one, taker) if tells else "") for one in appointments],
    }


def _words(appointment: Appointment, taker: StaffMember) -> str:
    course = appointment.course
    given_name = course.citizen.given_name
    return to_tell(appointment, taker, given_name=given_name, prefers=preferred(course))
