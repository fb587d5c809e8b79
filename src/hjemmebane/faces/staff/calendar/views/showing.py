"""Shows a week or a day of a person, a team or a citizen; and whom a new appointment is with."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.design.navigation import Link
from hjemmebane.design.picking import Pick
from hjemmebane.domain.contacts.actions import see_notice
from hjemmebane.domain.contacts.choices import CalendarRefusal
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.contacts.queries import (
    busy_elsewhere,
    calendar_of_course,
    calendar_of_staff,
    calendar_of_team,
    visible_notices,
)
from hjemmebane.domain.contacts.rules import check_has_notice
from hjemmebane.domain.meetings.models import NetworkMeeting
from hjemmebane.domain.meetings.queries import network_meetings_between
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.domain.teams.queries import absences_between, members_of, staff_member
from hjemmebane.faces.staff.calendar.pages.calendar import CalendarPage, calendar_page
from hjemmebane.faces.staff.calendar.pages.weeks import Span, asked_moment, span_of
from hjemmebane.faces.staff.choosing import choose_citizen
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.front import turned_away
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import allowed
from hjemmebane.foundation.http import ActorRequest, note_reading
from hjemmebane.foundation.letters import alphabetical_key

MINE = "mig"


@dataclass(frozen=True)
class Whose:
    """Whose calendar is shown: some of the staff, or all that a team has agreed."""

    key: str
    title: str
    staff: Sequence[StaffMember]
    team: Team | None = None


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    teams, me = shell_of(request).teams, staff_member(request.actor)
    if not teams or me is None:
        return turned_away(request)
    people = {one.staff_member for one in members_of([team.pk for team in teams], today())}
    whose = chosen(request.GET.get("vis", MINE), me, people, teams)
    span = span_of(request.GET.get("uge", ""), request.GET.get("dag", ""), today())
    shown = shown_for(whose, span, pick_of(whose, me, people, teams))
    note_reading(request, shown.citizen_ids, what="Kalender")
    return render(request, "staff/calendar/calendar.html", {"page": shown, "whose": whose})


def chosen(wanted: str, me: StaffMember, people: set[StaffMember], teams: Sequence[Team]) -> Whose:
    """Mine, a team's or a colleague's. Somebody else's does not exist."""
    if wanted == MINE:
        return Whose(MINE, "Min kalender", [me])
    for team in teams:
        if str(team.pk) == wanted:
            members = sorted(people, key=lambda one: alphabetical_key(one.name))
            return Whose(wanted, f"{team.name}s kalender", members, team)
    for one in people:
        if str(one.pk) == wanted:
            return Whose(wanted, f"{one.name}s kalender", [one])
    raise Http404


def pick_of(whose: Whose, me: StaffMember, people: set[StaffMember], teams: Sequence[Team]) -> Pick:
    others = sorted(people - {me}, key=lambda one: alphabetical_key(one.name))
    options = [
        (MINE, "Mig"),
        *((str(team.pk), f"Hele {team.name}") for team in teams),
        *((str(one.pk), one.name) for one in others),
    ]
    return Pick(name="vis", label="Hvis kalender", options=options, chosen=whose.key)


def shown_for(whose: Whose, span: Span, pick: Pick) -> CalendarPage:
    """Six queries, whatever stands in it; one more for each kind that is there."""
    staff = [one.pk for one in whose.staff]
    between = {"first": span.begins, "until": span.until}
    rows = (
        calendar_of_team(whose.team.pk, **between)
        if whose.team
        else calendar_of_staff(staff, **between)
    )
    busy = [] if whose.team else busy_elsewhere(staff, span.begins, span.until)
    base = reverse("staff:calendar:page")
    return calendar_page(
        span,
        appointments=list(rows),
        meetings=[one for one in meetings_in(span) if concerns(one, whose)],
        absences=list(absences_between(staff, span.days[0], span.days[-1])),
        busy=[slot for _, slot in busy],
        address=lambda asked: f"{base}?{urlencode({'vis': whose.key})}&{asked}",
        new_url=reverse("staff:calendar:whom"),
        whose=pick,
        owner="" if whose.team else whose.staff[0].name,
        at=now(),
    )


def meetings_in(span: Span) -> list[NetworkMeeting]:
    return list(network_meetings_between(span.begins, span.until))


def concerns(meeting: NetworkMeeting, whose: Whose) -> bool:
    if whose.team:
        return meeting.course.team_id == whose.team.pk
    asked = {guest.staff_member_id for guest in meeting.invitations.all()}
    return not asked.isdisjoint(one.pk for one in whose.staff)


@require_safe
def citizen(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    frame = citizen_frame(request, citizen_id, "contacts", what="Borgerens kalender")
    span = span_of(request.GET.get("uge", ""), request.GET.get("dag", ""), today())
    base = frame.url("staff:calendar:citizen")
    joint = "&" if "?" in base else "?"
    course = frame.course.pk
    rows: Sequence[Appointment] = list(
        calendar_of_course(course, first=span.begins, until=span.until)
    )
    shown = calendar_page(
        span,
        appointments=rows,
        meetings=[one for one in meetings_in(span) if one.course_id == course],
        absences=[],
        address=lambda asked: f"{base}{joint}{asked}",
        new_url=frame.url("staff:contacts:appointment_new"),
        at=now(),
    )
    return render(request, "staff/calendar/citizen.html", {"frame": frame, "page": shown})


@require_safe
def whom(request: ActorRequest) -> HttpResponse:
    """Whom a new appointment is with, at the time asked for."""
    wanted = request.GET.get("start", "")
    return choose_citizen(
        request,
        "staff:contacts:appointment_new",
        title="Lav aftale",
        question="Hvem er aftalen med?",
        back=Link("Kalender", reverse("staff:calendar:page")),
        asked={"start": wanted} if asked_moment(wanted) else {},
    )


@require_POST
def seen(request: ActorRequest, notice_id: UUID) -> HttpResponse:
    """One tap: it is told no more. What is told a colleague stays with them."""
    notice = get_object_or_404(visible_notices(), pk=notice_id)
    if allowed(check_has_notice, request.actor, notice):
        see_notice(notice=notice, by=request.actor, at=now())
    else:
        messages.warning(request, str(CalendarRefusal.NOT_TOLD.label))
    return redirect("staff:today:page")
