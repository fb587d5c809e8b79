"""The large screen in the room: the citizen whom the team has come to, by itself."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hjemmebane.faces.staff.meetings.pages.desk import CitizenDesk, MeetingDesk
from hjemmebane.faces.staff.meetings.pages.screen import current_item, screen_page
from hjemmebane.foundation.http import NOTHING_NEW, ActorRequest

TEMPLATE = "staff/meetings/screen.html"


@require_safe
def page(request: ActorRequest, meeting_id: UUID) -> HttpResponse:
    return show(desk_at(request, meeting_id), TEMPLATE)


@require_safe
def news(request: ActorRequest, meeting_id: UUID) -> HttpResponse:
    """The screen as it is, if there is another citizen or a change since `efter`; else 204."""
    desk = desk_at(request, meeting_id)
    if desk.beat == request.GET.get("efter"):
        return HttpResponse(status=NOTHING_NEW)
    return show(desk, f"{TEMPLATE}#now")


def desk_at(request: ActorRequest, meeting_id: UUID) -> MeetingDesk:
    """The desk of the citizen whom the team is at; of the meeting until it has begun."""
    desk = MeetingDesk(request, meeting_id)
    item = current_item(desk)
    return CitizenDesk(request, meeting_id, item.pk, is_read=False) if item else desk


def show(desk: MeetingDesk, template: str) -> HttpResponse:
    if isinstance(desk, CitizenDesk):
        desk.note_reading()
    return render(desk.request, template, {"desk": desk, "page": screen_page(desk)})
