"""Agreeing on a time with the citizen, once or again and again."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from hjemmebane.domain.contacts.actions import make_appointment, make_series
from hjemmebane.domain.contacts.calculations import Slot
from hjemmebane.domain.contacts.models import AppointmentSeries
from hjemmebane.domain.contacts.queries import Booking
from hjemmebane.domain.contacts.rules import slots_of
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.teams.queries import staff_member, staff_of
from hjemmebane.faces.staff.calendar.forms import AppointmentForm
from hjemmebane.faces.staff.calendar.pages.weeks import asked_moment
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.clashes import bookings_for, heeds_clashes
from hjemmebane.faces.staff.contacts.forms.log import quarter_before
from hjemmebane.faces.staff.following import follow_record
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.http import ActorRequest, require_form, sent


@require_form
def new(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Lav aftale"), now()
    staff = list(staff_of(frame.course.team_id, today()))
    form = AppointmentForm(sent(request), first=first_values(request, at), staff=staff)
    if (
        form.is_sent()
        and heeds_clashes(request, form, booked(form, frame.course), at=at)
        and agree(request, form, frame.course, at=at)
    ):
        follow_record(request, frame.course)
        messages.success(request, done(form))
        return redirect("staff:contacts:page", citizen_id)
    context = {"frame": frame, "form": form}
    return render(request, "staff/calendar/appointment_form.html", context, status=form.status)


def first_values(request: ActorRequest, at: dt.datetime) -> dict[str, object]:
    """I come to the citizen's home at this time tomorrow, or when the address says."""
    asked = asked_moment(request.GET.get("start", ""))
    return {
        "what": "Besøg",
        "starts_at": asked or quarter_before(at) + dt.timedelta(days=1),
        "staff_member": staff_member(request.actor),
        "travel_minutes": None,
    }


def repeated(form: AppointmentForm) -> dict[str, object]:
    return {name: form.cleaned_data[name] for name in ("rhythm", "until_on", "times")}


def booked(form: AppointmentForm, course: Course) -> list[Booking]:
    """Everybody who comes, each time. Why a series cannot be is for the action to say."""
    details, again = form.details(), repeated(form)
    slots = [(details.starts_at, details.ends_at)]
    if again["rhythm"]:
        try:
            slots = slots_of(AppointmentSeries(**details.values, **again))
        except Refused:
            return []
    staff = [details.staff_member, *details.companions]
    times = [Slot(start, end, details.travel_minutes) for start, end in slots]
    besides = [form.row_id] * len(times)
    return bookings_for(times, staff, course, besides=besides)


def agree(request: ActorRequest, form: AppointmentForm, course: Course, *, at: dt.datetime) -> bool:
    details = form.details()
    about = {"id": form.row_id, "course": course, "by": request.actor, "at": at}
    if form.cleaned_data["rhythm"]:
        return form.does(make_series, details=details, **repeated(form), **about)
    along = details.companions
    return form.does(make_appointment, **details.values, companions=along, **about)


def done(form: AppointmentForm) -> str:
    made = form.result
    if not isinstance(made, AppointmentSeries):
        return "Aftalen er lavet."
    return f"{made.appointments.count()} aftaler er lavet."
