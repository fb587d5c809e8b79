"""Who goes to an appointment, and what became of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from hjemmebane.domain.contacts.actions import (
    reassign_appointment,
    settle_appointment,
)
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.contacts.queries import appointments_of, with_companions
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.contacts.forms.appointments import ReassignForm, SettleForm
from hjemmebane.faces.staff.contacts.pages.contacts import contacts_page
from hjemmebane.faces.staff.contacts.pages.moves import ReassignPage, reassign_page, to_tell
from hjemmebane.faces.staff.following import follow_record
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.http import ActorRequest, answer, require_form, sent


@require_form
def reassign(request: ActorRequest, citizen_id: UUID, appointment_id: UUID) -> HttpResponse:
    """The second of two taps: each colleague is a button, with hours left and whom they know."""
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Flyt aftale"), now()
    appointments = with_companions(
        appointments_of(frame.course.pk).select_related("staff_member", "course")
    )
    appointment = get_object_or_404(appointments, pk=appointment_id)
    shown = reassign_page(request, appointment, frame, at=at)
    form = ReassignForm(
        sent(request),
        record=appointment,
        first={"tell_citizen": True},
        staff=shown.staff,
        prefers=shown.prefers,
    )
    if (
        form.is_sent()
        and form.heeds(shown.warnings_of(form.cleaned_data["staff_member"]))
        and form.does(
            reassign_appointment,
            appointment=appointment,
            **moved(form, appointment, frame, shown),
            version=form.version_seen,
            by=request.actor,
            at=at,
        )
    ):
        messages.success(request, f"Aftalen er flyttet. {appointment.staff_member} kommer.")
        return redirect("staff:contacts:page", citizen_id)
    context = {"frame": frame, "page": shown, "form": form}
    return render(request, "staff/contacts/reassign.html", context, status=form.status)


def moved(
    form: ReassignForm, appointment: Appointment, frame: CitizenFrame, shown: ReassignPage
) -> dict[str, object]:
    """Who goes, and in words what the citizen is to know, if anything."""
    values = form.values()
    words = to_tell(
        appointment,
        values["staff_member"],
        given_name=frame.citizen.given_name,
        prefers=shown.prefers,
    )
    return {**values, "tell_citizen": words if values["tell_citizen"] else ""}


@require_POST
def settle(request: ActorRequest, citizen_id: UUID, appointment_id: UUID) -> HttpResponse:
    frame, at = citizen_frame(request, citizen_id, "contacts", what="Kontakt"), now()
    appointment = get_object_or_404(appointments_of(frame.course.pk), pk=appointment_id)
    form = SettleForm(request.POST, record=appointment)
    if form.is_sent() and form.does(
        settle_appointment,
        appointment=appointment,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=at,
    ):
        follow_record(request, frame.course)
    return answer(
        request,
        "staff/contacts/contacts.html",
        "appointments",
        lambda: {
            "frame": frame,
            "page": contacts_page(frame, at=at, reader=request.actor),
            "settling": form,
        },
        otherwise=redirect("staff:contacts:page", citizen_id).url,
        status=form.status,
    )
