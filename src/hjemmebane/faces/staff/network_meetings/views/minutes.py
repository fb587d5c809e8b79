"""The minutes in one person's version: looked at, printed and given to them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from hjemmebane.domain.meetings.actions import hand_over_minutes
from hjemmebane.domain.meetings.models import NetworkInvitation
from hjemmebane.faces.documents.network_minutes_document import network_minutes_pdf
from hjemmebane.faces.staff.network_meetings.pages.desk import NetworkDesk
from hjemmebane.faces.staff.network_meetings.pages.handovers import given_of, given_to
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent

READ = "Referat af netværksmøde, én deltagers udgave"


@require_form
def page(request: ActorRequest, citizen_id: UUID, meeting_id: UUID, guest_id: UUID) -> HttpResponse:
    desk = NetworkDesk(request, citizen_id, meeting_id, what=READ)
    guest = desk.guest(guest_id)
    form = RecordForm(sent(request))
    if form.is_sent() and form.does(
        hand_over_minutes, id=form.row_id, invitation=guest, **desk.signed
    ):
        messages.success(request, f"Det er skrevet ned, at {guest.name} har fået referatet.")
        return redirect(desk.url("minutes", guest.pk))
    if not desk.meeting.is_held:
        raise Http404
    context = {
        "desk": desk,
        "frame": desk.frame,
        "guest": guest,
        "form": form,
        "may_have": desk.may_have_minutes(guest),
        "given": given_to(guest, given_of(desk.meeting)),
        "paper_url": desk.url("paper", guest.pk),
        **version_of(desk, guest),
    }
    return render(request, "staff/network_meetings/minutes.html", context, status=form.status)


def version_of(desk: NetworkDesk, guest: NetworkInvitation) -> dict[str, object]:
    """What the version holds, point by point."""
    version = desk.version_of(guest)
    names = {one.pk: one.name for one in desk.invitations}
    points = [
        (
            entry.title,
            [(names[one.guest], one) for one in version.said if one.point == entry.code],
        )
        for entry in desk.agenda.items
    ]
    return {
        "points": [(title, told) for title, told in points if told],
        "promised": version.promised,
        "note": version.note,
        "present": [one.name for one in desk.invitations if one.is_present],
    }


@require_safe
def paper(
    request: ActorRequest, citizen_id: UUID, meeting_id: UUID, guest_id: UUID
) -> HttpResponse:
    """On paper, for those who may have it. Raises Http404 for others."""
    desk = NetworkDesk(request, citizen_id, meeting_id, what=f"{READ}, på papir")
    guest = desk.guest(guest_id)
    if not desk.may_have_minutes(guest):
        raise Http404
    document = network_minutes_pdf(
        desk.meeting,
        reader=guest.name,
        present=[one.name for one in desk.invitations if one.is_present],
        names={one.pk: one.name for one in desk.invitations},
        points=[(entry.code, entry.title) for entry in desk.agenda.items],
        version=desk.version_of(guest),
        at=desk.at,
    )
    name = f"referat-{slugify(guest.name) or 'deltager'}-{day_of(desk.at).isoformat()}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(document, content_type="application/pdf", headers=headers)
