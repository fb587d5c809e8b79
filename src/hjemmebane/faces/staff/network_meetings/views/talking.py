"""The talk itself: one point at a time, one voice at a time, and what is promised."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from hjemmebane.domain.meetings.actions import (
    promise_at_network_meeting,
    record_voice,
    reword_voice,
)
from hjemmebane.domain.meetings.models import NetworkInvitation
from hjemmebane.domain.plans.queries.milestones import goals_under_way
from hjemmebane.faces.staff.network_meetings.forms import PromiseForm, RewordForm, VoiceForm
from hjemmebane.faces.staff.network_meetings.pages.desk import PROMISES, NetworkDesk, Point
from hjemmebane.foundation.http import ActorRequest, require_form, sent


@require_form
def page(request: ActorRequest, citizen_id: UUID, meeting_id: UUID, point: str) -> HttpResponse:
    """One point of the agenda: what was said, and the next voice."""
    desk = NetworkDesk(request, citizen_id, meeting_id)
    points = desk.points()
    here = place_of(point, points)
    unheard = unheard_at(desk, points[here])
    first = {"guest": unheard[0]} if unheard else {}
    form = VoiceForm(sent(request), first=first, guests=desk.present)
    if form.is_sent() and form.does(
        record_voice,
        id=form.row_id,
        invitation=form.cleaned_data["guest"],
        point=point,
        text=form.cleaned_data["text"],
        stays_here=form.cleaned_data["stays_here"],
        **desk.signed,
    ):
        return redirect(f"{points[here].url}#ord")
    context = {
        "desk": desk,
        "frame": desk.frame,
        "form": form,
        "point": points[here],
        "points": points,
        "before": points[here - 1] if here else None,
        "after": points[here + 1] if here + 1 < len(points) else None,
        "unheard": unheard,
        "is_promising": points[here].entry.shows == PROMISES,
    }
    return render(request, "staff/network_meetings/round.html", context, status=form.status)


def place_of(code: str, points: list[Point]) -> int:
    """Where a point stands on the agenda. Raises Http404."""
    for place, point in enumerate(points):
        if point.entry.code == code:
            return place
    raise Http404


def unheard_at(desk: NetworkDesk, point: Point) -> list[NetworkInvitation]:
    """Those who are here and have not said anything under a point, the citizen first."""
    return [one for one in desk.present if one.pk not in point.heard]


@require_form
def reword(
    request: ActorRequest, citizen_id: UUID, meeting_id: UUID, voice_id: UUID
) -> HttpResponse:
    """Get somebody's words right, or take them back from the others."""
    desk = NetworkDesk(request, citizen_id, meeting_id)
    voice = desk.voice(voice_id)
    # Words typed before somebody closed the meeting are refused aloud, not left out.
    is_closed = desk.words_stand and "text" not in request.POST
    form = RewordForm(sent(request), record=voice, is_closed=is_closed)
    back = desk.url("round", voice.point)
    if form.is_sent() and form.does(
        reword_voice,
        voice=voice,
        **{"text": voice.text, **form.values()},
        version=form.version_seen,
        **desk.signed,
    ):
        messages.success(request, "Det er rettet.")
        return redirect(back)
    context = {
        "frame": desk.frame,
        "form": form,
        "heading": f"{voice.invitation.name} sagde",
        "words": voice.text if desk.words_stand else "",
        "button": "Gem",
        "back": back,
        "back_label": desk.title,
    }
    return render(request, "staff/network_meetings/form.html", context, status=form.status)


@require_form
def promise(request: ActorRequest, citizen_id: UUID, meeting_id: UUID) -> HttpResponse:
    """What somebody will do, written straight into the plan."""
    desk = NetworkDesk(request, citizen_id, meeting_id)
    goals = list(goals_under_way(desk.meeting.course_id))
    form = PromiseForm(sent(request), guests=desk.present, goals=goals)
    if form.is_sent():
        values = form.values()
        guest = values.pop("guest")
        if form.does(
            promise_at_network_meeting,
            id=form.row_id,
            invitation=guest,
            values=values,
            **desk.signed,
        ):
            messages.success(request, "Aftalen står i planen.")
            return redirect(desk.promise_url)
    points = desk.points()
    here = next(one for one in points if one.entry.shows == PROMISES)
    context = {"desk": desk, "frame": desk.frame, "form": form, "point": here}
    return render(request, "staff/network_meetings/promise.html", context, status=form.status)
