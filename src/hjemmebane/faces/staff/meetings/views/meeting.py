"""Opens a meeting of any kind, shows its list and its minutes, and closes it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from hjemmebane.domain.contacts.actions import settle_task
from hjemmebane.domain.contacts.choices import ReminderStatus
from hjemmebane.domain.contacts.queries import visible_tasks
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.meetings.actions import (
    add_to_meeting,
    close_meeting,
    join_meeting,
    leave_meeting,
    move_in_meeting,
    note_at_meeting,
    open_meeting,
)
from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.domain.meetings.queries import meeting_title, meeting_under_way, points_of
from hjemmebane.domain.meetings.rules import check_under_way
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.front import turned_away
from hjemmebane.faces.staff.meetings.forms.meeting import (
    AddForm,
    AttendForm,
    OpenForm,
    PointForm,
    SparringForm,
    TreatmentForm,
)
from hjemmebane.faces.staff.meetings.pages.agenda import kind_in
from hjemmebane.faces.staff.meetings.pages.desk import MeetingDesk
from hjemmebane.faces.staff.meetings.pages.meeting import Failed, meeting_page
from hjemmebane.faces.staff.meetings.pages.minutes import minutes_page
from hjemmebane.faces.staff.meetings.pages.start import StartPage, start_page
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import chosen_team
from hjemmebane.foundation.actions import on_occasion
from hjemmebane.foundation.clock import day_of, now
from hjemmebane.foundation.forms import DONE, RecordForm
from hjemmebane.foundation.http import (
    NOTHING_NEW,
    ActorRequest,
    note_reading,
    require_form,
    sent,
    wants_part,
)

USUAL = {"planned_minutes": 60}


@require_form
def start(request: ActorRequest) -> HttpResponse:
    """The way into the team's meeting: the one under way, or a new one."""
    teams = shell_of(request).teams
    if not teams:
        return turned_away(request)
    team, at = chosen_team(request, teams), now()
    page = start_page(
        team, teams, kind_in(request, team), today=day_of(at), number=request.GET.get("side", "")
    )
    form = open_form(request, page)
    who = {"by": request.actor, "at": at}
    if form.is_sent() and form.does(
        open_meeting, id=form.row_id, team=team, kind=page.kind, **form.values(), **who
    ):
        return redirect("staff:meetings:meeting", form.result.pk)
    under_way = meeting_under_way(team.pk)
    if under_way and not form.is_bound and "slags" not in request.GET:
        return redirect("staff:meetings:meeting", under_way.pk)
    note_reading(request, page.citizen_ids, what=f"{page.agenda.title}, listen")
    context = {
        "page": page,
        "form": form,
        "under_way": under_way,
        "under_way_title": meeting_title(under_way) if under_way else "",
    }
    return render(request, "staff/meetings/start.html", context, status=form.status)


def open_form(request: ActorRequest, page: StartPage) -> OpenForm:
    """What is asked before a meeting of the page's kind."""
    staff = staff_of(page.team.pk, page.today)
    if page.kind == MeetingKind.BOARD:
        return OpenForm(sent(request), first=USUAL, staff=staff)
    offered = {one.course: one.reason for one in page.expected}
    kind = TreatmentForm if page.kind == MeetingKind.TREATMENT else SparringForm
    return kind(sent(request), first=USUAL, staff=staff, courses=offered)


@require_safe
def page(request: ActorRequest, meeting_id: UUID) -> HttpResponse:
    """The list while the meeting goes on, and the minutes at any time."""
    return show(MeetingDesk(request, meeting_id))


def show(desk: MeetingDesk, failed: Failed | None = None, *, part: str = "") -> HttpResponse:
    """The meeting's page; a form that was refused stands in it as it was typed."""
    desk.note_reading()
    context = {
        "page": meeting_page(desk, failed or {}),
        "is_beside": bool(part),
        "minutes": minutes_page(desk),
        "desk": desk,
    }
    status = next((form.status for form in (failed or {}).values()), 200)
    return render(desk.request, f"staff/meetings/meeting.html{part}", context, status=status)


def settle(desk: MeetingDesk, name: str, form: RecordForm, *, done: bool) -> HttpResponse:
    """Back to the list; or the list with the form and why it was refused."""
    return redirect(desk.list_url) if done else show(desk, {name: form})


@require_safe
def news(request: ActorRequest, meeting_id: UUID) -> HttpResponse:
    """The list as it is, if anything happened since `efter`; else 204."""
    desk = MeetingDesk(request, meeting_id)
    if desk.pulse_of_meeting == request.GET.get("efter"):
        return HttpResponse(status=NOTHING_NEW)
    if not desk.meeting.is_open:
        return HttpResponseClientRefresh()
    return show(desk, part="#news")


@require_POST
def finish(request: ActorRequest, meeting_id: UUID, task_id: UUID) -> HttpResponse:
    """What was promised last time is done."""
    desk = MeetingDesk(request, meeting_id)
    desk.hold()
    task = get_object_or_404(visible_tasks(), pk=task_id, team=desk.meeting.team)
    form = RecordForm(request.POST, record=task)
    if form.is_sent() and form.does(check_under_way, meeting=desk.meeting):
        with on_occasion(desk.meeting.occasion):
            form.does(
                settle_task,
                task=task,
                status=ReminderStatus.DONE,
                version=form.version_seen,
                **desk.signed,
            )
    return settle(desk, "finish", form, done=form.status == DONE)


@require_POST
def attend(request: ActorRequest, meeting_id: UUID) -> HttpResponse:
    desk = MeetingDesk(request, meeting_id)
    form = AttendForm(request.POST, staff=desk.staff)
    done = form.is_sent() and form.does(
        join_meeting if form.cleaned_data["here"] else leave_meeting,
        meeting=desk.meeting,
        staff_member=form.cleaned_data["staff_member"],
        **desk.signed,
    )
    return settle(desk, "attend", form, done=done)


@require_POST
def add(request: ActorRequest, meeting_id: UUID) -> HttpResponse:
    desk = MeetingDesk(request, meeting_id)
    form = AddForm(request.POST, courses=open_courses(desk.meeting.team_id))
    done = form.is_sent() and form.does(
        add_to_meeting,
        id=form.row_id,
        meeting=desk.meeting,
        course=form.cleaned_data["course"],
        **desk.signed,
    )
    return settle(desk, "add", form, done=done)


@require_POST
def move(request: ActorRequest, meeting_id: UUID, item_id: UUID) -> HttpResponse:
    desk = MeetingDesk(request, meeting_id)
    item, up = desk.item(item_id), request.POST.get("retning") == "op"
    form = RecordForm(request.POST, record=item)
    done = form.is_sent() and form.does(move_in_meeting, item=item, up=up, **desk.signed)
    if done:
        return redirect(f"{desk.list_url}?raekkefoelge=ret#borgerne")
    return show(desk, {"move": form})


@require_POST
def note(request: ActorRequest, meeting_id: UUID, point: str) -> HttpResponse:
    desk = MeetingDesk(request, meeting_id)
    if point not in {one.code for one in points_of(desk.meeting)}:
        raise Http404
    form = PointForm(request.POST, prefix=point)
    done = form.is_sent() and form.does(
        note_at_meeting,
        id=form.row_id,
        meeting=desk.meeting,
        point=point,
        **form.values(),
        **desk.signed,
    )
    if not wants_part(request):
        return settle(desk, point, form, done=done)
    desk.note_reading()
    page = meeting_page(desk, {} if done else {point: form})
    said = next(one for one in page.points if one.entry.code == point)
    context = {"desk": desk, "page": page, "point": said}
    return render(request, "staff/meetings/meeting.html#said", context, status=form.status)


@require_POST
def close(request: ActorRequest, meeting_id: UUID) -> HttpResponse:
    desk = MeetingDesk(request, meeting_id)
    form = RecordForm(request.POST, record=desk.meeting)
    done = form.is_sent() and form.does(close_meeting, meeting=desk.meeting, **desk.signed)
    if done:
        messages.success(request, "Mødet er lukket. Referatet står her.")
    return settle(desk, "close", form, done=done)
