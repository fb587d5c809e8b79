"""What a partner does towards a goal: written, changed, and how far it has come."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from hjemmebane.domain.sharing.actions import change_own_activity, write_activity
from hjemmebane.faces.partner.citizens.forms import ActivityForm, StatusForm
from hjemmebane.faces.partner.citizens.pages.citizen import anchor_of
from hjemmebane.faces.partner.visits import Visit, at_the_door
from hjemmebane.foundation.http import ActorRequest, require_form, sent

FORM = "partner/citizens/activity_form.html"


@require_form
@at_the_door(ActivityForm)
def new(request: ActorRequest, citizen_id: UUID, goal_id: UUID) -> HttpResponse:
    visit = Visit(request, citizen_id, what="Ny aktivitet")
    goal, form = visit.goal(goal_id), ActivityForm(sent(request))
    if form.is_sent() and visit.does(
        form,
        write_activity,
        id=form.row_id,
        course_id=visit.course_id,
        goal=goal,
        values=form.values(),
    ):
        messages.success(request, "Det står i planen nu med dit navn.")
        return redirect(f"{visit.url()}#{anchor_of(form.row_id)}")
    context = {"visit": visit, "back": visit.url(), "form": form, "goal": goal}
    return render(request, FORM, context, status=form.status)


@require_form
@at_the_door(ActivityForm)
def edit(request: ActorRequest, citizen_id: UUID, activity_id: UUID) -> HttpResponse:
    visit = Visit(request, citizen_id, what="Egen aktivitet")
    activity = visit.activity(activity_id)
    form, back = ActivityForm(sent(request), record=activity), visit.url()
    if form.is_sent() and visit.does(
        form,
        change_own_activity,
        activity=activity,
        values=form.values(),
        version=form.version_seen,
    ):
        messages.success(request, "Aktiviteten er gemt.")
        return redirect(f"{back}#{anchor_of(activity.pk)}")
    context = {"visit": visit, "back": back, "form": form, "activity": activity}
    return render(request, FORM, context, status=form.status)


@require_POST
@at_the_door(StatusForm)
def status(request: ActorRequest, citizen_id: UUID, activity_id: UUID) -> HttpResponse:
    """One tap on the citizen's page."""
    visit = Visit(request, citizen_id, what="Egen aktivitet")
    activity = visit.activity(activity_id)
    form = StatusForm(request.POST, record=activity)
    if form.is_sent() and visit.does(
        form,
        change_own_activity,
        activity=activity,
        values=form.values(),
        version=form.version_seen,
    ):
        messages.success(request, f"Skrevet op: {activity.get_status_display().lower()}.")
    else:
        messages.warning(request, form.told)
    return redirect(f"{visit.url()}#{anchor_of(activity.pk)}")
