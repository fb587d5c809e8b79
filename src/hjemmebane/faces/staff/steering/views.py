"""Shows what the steering group left open, writes down its meetings, and settles its points."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.meetings.actions import (
    change_steering_meeting,
    change_steering_point,
    handle_steering_point,
    hold_steering_meeting,
    raise_steering_point,
    reopen_steering_point,
)
from hjemmebane.domain.meetings.models import SteeringGroupMeeting, SteeringPoint
from hjemmebane.domain.meetings.queries import (
    may_attend_steering,
    steering_attendances_of,
    steering_points,
    visible_steering_meetings,
)
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import managers_of
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.steering.forms import HandleForm, MeetingForm, PointForm
from hjemmebane.faces.staff.steering.pages import (
    point_on_page,
    steering_meeting_page,
    steering_page,
    title_of,
)
from hjemmebane.faces.staff.switching import address_in, chosen_team
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import DONE, RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent

WRITE = "staff/steering/write.html"


def teams_of(request: ActorRequest) -> tuple[Team, ...]:
    """Those one works in, and those one manages."""
    shell = shell_of(request)
    return (*shell.teams, *shell.managed_teams)


def signed(request: ActorRequest) -> dict[str, object]:
    return {"by": request.actor, "at": now()}


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    teams = teams_of(request)
    if not teams:
        return redirect("staff:front")
    shown = steering_page(chosen_team(request, teams), teams, today=today())
    return render(request, "staff/steering/steering.html", {"page": shown})


@require_form
def new(request: ActorRequest) -> HttpResponse:
    teams = teams_of(request)
    if not teams:
        raise Http404
    team = chosen_team(request, teams)
    form = MeetingForm(sent(request), first={"held_on": today()}, **offered(team.pk))
    if form.is_sent() and form.does(
        hold_steering_meeting, id=form.row_id, team=team, **form.values(), **signed(request)
    ):
        messages.success(request, "Mødet er skrevet ned. Skriv nu, hvad I aftalte.")
        return redirect("staff:steering:meeting", form.result.pk)
    return written(request, form, "Skriv et møde ned", address_in(team, "staff:steering:page"))


def offered(team_id: UUID) -> dict[str, object]:
    """Who may have been there, and who of them manages the team."""
    day = today()
    return {"staff": may_attend_steering(team_id, day), "managers": managers_of(team_id, day)}


@require_safe
def meeting(request: ActorRequest, steering_id: UUID) -> HttpResponse:
    return show(request, meeting_of(steering_id), PointForm())


def show(
    request: ActorRequest, held: SteeringGroupMeeting, form: RecordForm, refusal: str = ""
) -> HttpResponse:
    """One meeting, with the form for another point as it was typed."""
    context = {
        "page": steering_meeting_page(held, today=today()),
        "form": form,
        "refusal": refusal,
    }
    return render(request, "staff/steering/meeting.html", context, status=form.status)


@require_form
def edit(request: ActorRequest, steering_id: UUID) -> HttpResponse:
    held = meeting_of(steering_id)
    form = MeetingForm(
        sent(request),
        record=held,
        present=[one.staff_member for one in steering_attendances_of(held.pk)],
        **offered(held.team_id),
    )
    if form.is_sent() and form.does(
        change_steering_meeting,
        meeting=held,
        **form.values(),
        version=form.version_seen,
        **signed(request),
    ):
        return redirect("staff:steering:meeting", held.pk)
    return written(request, form, title_of(held), url_of(held))


@require_POST
def point_new(request: ActorRequest, steering_id: UUID) -> HttpResponse:
    held = meeting_of(steering_id)
    form = PointForm(request.POST)
    if form.is_sent() and form.does(
        raise_steering_point, id=form.row_id, meeting=held, **form.values(), **signed(request)
    ):
        return redirect("staff:steering:meeting", held.pk)
    return show(request, held, form)


@require_form
def point(request: ActorRequest, steering_point_id: UUID) -> HttpResponse:
    found = point_of(steering_point_id)
    form = PointForm(sent(request), record=found)
    if form.is_sent() and form.does(
        change_steering_point,
        point=found,
        **form.values(),
        version=form.version_seen,
        **signed(request),
    ):
        return redirect("staff:steering:meeting", found.meeting_id)
    return written(request, form, found.get_kind_display(), url_of(found.meeting))


@require_form
def handle(request: ActorRequest, steering_point_id: UUID) -> HttpResponse:
    found = point_of(steering_point_id)
    form = HandleForm(sent(request), record=found)
    if form.is_sent() and form.does(
        handle_steering_point,
        point=found,
        **form.values(),
        version=form.version_seen,
        **signed(request),
    ):
        messages.success(request, "Håndteret. Punktet står ikke på flere møder.")
        return redirect(address_in(found.team, "staff:steering:page"))
    context = {
        "form": form,
        "one": point_on_page(found, today()),
        "back": address_in(found.team, "staff:steering:page"),
    }
    return render(request, "staff/steering/handle.html", context, status=form.status)


@require_POST
def reopen(request: ActorRequest, steering_point_id: UUID) -> HttpResponse:
    """Open again; what somebody else did meanwhile is shown instead."""
    found = point_of(steering_point_id)
    form = RecordForm(request.POST, record=found)
    if form.is_sent():
        form.does(
            reopen_steering_point,
            point=found,
            version=form.version_seen,
            **signed(request),
        )
    if form.status == DONE:
        return redirect("staff:steering:meeting", found.meeting_id)
    shown = PointForm()
    shown.status = form.status
    return show(request, found.meeting, shown, form.told)


def written(
    request: ActorRequest, form: MeetingForm | PointForm, heading: str, back: str
) -> HttpResponse:
    """A page with nothing but the form."""
    context = {"form": form, "heading": heading, "back": back}
    return render(request, WRITE, context, status=form.status)


def meeting_of(steering_id: UUID) -> SteeringGroupMeeting:
    """A meeting of a team one works in or manages. Raises Http404."""
    found = visible_steering_meetings().filter(pk=steering_id).first()
    if found is None:
        raise Http404
    return found


def url_of(held: SteeringGroupMeeting) -> str:
    return reverse("staff:steering:meeting", args=[held.pk])


def point_of(steering_point_id: UUID) -> SteeringPoint:
    """A point of such a team. Raises Http404."""
    found = steering_points().filter(pk=steering_point_id).first()
    if found is None:
        raise Http404
    return found
