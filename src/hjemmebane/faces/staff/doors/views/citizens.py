"""A citizen's own key, on paper; and the device they are handed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.sharing.actions import (
    cancel_invitation,
    close_citizen_login,
    invite_citizen,
)
from hjemmebane.domain.sharing.queries import invitations_to
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.doors.pages import citizen_door
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import HANDED_OVER_TO, ActorRequest, keep_only_login

PAGE = "staff:doors:citizen"


@require_safe
def citizen(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    return shown(request, frame_of(request, citizen_id), RecordForm())


@require_POST
def citizen_invite(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame, form = frame_of(request, citizen_id), RecordForm(request.POST)
    if form.is_sent() and form.does(
        frame.while_open(invite_citizen),
        id=form.row_id,
        citizen=frame.citizen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Koden er klar. Print siden, og giv den til borgeren.")
        return redirect(PAGE, citizen_id)
    return shown(request, frame, form)


@require_POST
def citizen_cancel(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame, at = frame_of(request, citizen_id), now()
    invitation = invitations_to(citizen_id=citizen_id, at=at).first()
    if invitation is None:
        return redirect(PAGE, citizen_id)
    form = RecordForm(request.POST, record=invitation)
    if form.is_sent() and form.does(
        cancel_invitation,
        invitation=invitation,
        version=form.version_seen,
        by=request.actor,
        at=at,
    ):
        messages.success(request, "Koden virker ikke længere.")
        return redirect(PAGE, citizen_id)
    return shown(request, frame, form)


@require_POST
def citizen_close(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame, form = frame_of(request, citizen_id), RecordForm(request.POST)
    if form.is_sent() and form.does(
        close_citizen_login, citizen=frame.citizen, by=request.actor, at=now()
    ):
        messages.success(request, "Borgerens adgang er lukket. En ny kode åbner den igen.")
        return redirect(PAGE, citizen_id)
    return shown(request, frame, form)


@require_POST
def hand_over(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """Lock the session to the citizen's own pages, until the password of its owner is written.

    What was still to be told goes; what the staff member had half written in this browser is
    taken away by the page that follows. What waits in Felt stays sealed for its owner.
    """
    frame = citizen_frame(request, citizen_id, what="Vis sammen")
    list(messages.get_messages(request))
    keep_only_login(request, **{HANDED_OVER_TO: str(frame.citizen.pk)})
    return redirect("citizen:plan:page")


def frame_of(request: ActorRequest, citizen_id: UUID) -> CitizenFrame:
    return citizen_frame(request, citizen_id, "network", what="Borgerens adgang")


def shown(request: ActorRequest, frame: CitizenFrame, form: RecordForm) -> HttpResponse:
    context = {
        "frame": frame,
        "page": citizen_door(request, frame.citizen, at=now()),
        "form": form,
        "inviting": RecordForm(),
    }
    return render(request, "staff/doors/citizen.html", context, status=form.status)
