"""The meeting from the outside: who is invited, who is here, and how it ends."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.meetings.actions import (
    answer_invitation,
    cancel_network_meeting,
    close_network_meeting,
    invite_to_network_meeting,
)
from hjemmebane.domain.meetings.choices import GuestAnswer
from hjemmebane.faces.staff.network_meetings.forms import AnswerForm, CancelForm, InviteForm
from hjemmebane.faces.staff.network_meetings.pages.desk import (
    MeetingPage,
    NetworkDesk,
    around_of,
    guests_of,
    refusals_of,
)
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest


@require_safe
def page(request: ActorRequest, citizen_id: UUID, meeting_id: UUID) -> HttpResponse:
    return shown(NetworkDesk(request, citizen_id, meeting_id))


def shown(desk: NetworkDesk, **forms: RecordForm) -> HttpResponse:
    """The meeting; a form that was refused stands in it as it was typed."""
    invite = forms.get("invite") or (
        InviteForm(around=around_of(desk)) if desk.can_change else None
    )
    page_ = MeetingPage(
        guests=guests_of(desk),
        points=desk.points(),
        invite=invite,
        cancel=forms.get("cancel") or CancelForm(record=desk.meeting),
        close=RecordForm(record=desk.meeting),
        refusals=refusals_of(forms, ("answer", "close")),
        is_someone_here=bool(desk.present),
    )
    status = next((form.status for form in forms.values()), 200)
    context = {"desk": desk, "frame": desk.frame, "page": page_}
    return render(desk.request, "staff/network_meetings/meeting.html", context, status=status)


def settled(desk: NetworkDesk, name: str, form: RecordForm, *, done: bool) -> HttpResponse:
    """Back to the meeting; or the meeting with the form and why it was refused."""
    return redirect(desk.meeting_url) if done else shown(desk, **{name: form})


@require_POST
def invite(request: ActorRequest, citizen_id: UUID, meeting_id: UUID) -> HttpResponse:
    desk = NetworkDesk(request, citizen_id, meeting_id)
    form = InviteForm(request.POST, around=around_of(desk, is_sent=True))
    done = form.is_sent() and form.does(
        invite_to_network_meeting,
        id=form.row_id,
        meeting=desk.meeting,
        who=form.cleaned_data["who"].value,
        may_be_said=form.cleaned_data["may_be_said"],
        **desk.signed,
    )
    return settled(desk, "invite", form, done=done)


@require_POST
def answer_for(
    request: ActorRequest, citizen_id: UUID, meeting_id: UUID, guest_id: UUID
) -> HttpResponse:
    desk = NetworkDesk(request, citizen_id, meeting_id)
    invitation = desk.guest(guest_id)
    form = AnswerForm(request.POST, record=invitation)
    done = form.is_sent() and form.does(
        answer_invitation,
        invitation=invitation,
        answer=GuestAnswer(form.cleaned_data["answer"]),
        version=form.version_seen,
        **desk.signed,
    )
    return settled(desk, "answer", form, done=done)


@require_POST
def close(request: ActorRequest, citizen_id: UUID, meeting_id: UUID) -> HttpResponse:
    desk = NetworkDesk(request, citizen_id, meeting_id)
    form = RecordForm(request.POST, record=desk.meeting)
    done = form.is_sent() and form.does(
        close_network_meeting, meeting=desk.meeting, version=form.version_seen, **desk.signed
    )
    if done:
        messages.success(request, "Mødet er afsluttet. Referatet står her.")
    return settled(desk, "close", form, done=done)


@require_POST
def cancel(request: ActorRequest, citizen_id: UUID, meeting_id: UUID) -> HttpResponse:
    desk = NetworkDesk(request, citizen_id, meeting_id)
    form = CancelForm(request.POST, record=desk.meeting)
    done = form.is_sent() and form.does(
        cancel_network_meeting,
        meeting=desk.meeting,
        **form.values(),
        version=form.version_seen,
        **desk.signed,
    )
    if done:
        messages.success(request, "Mødet er aflyst.")
    return settled(desk, "cancel", form, done=done)
