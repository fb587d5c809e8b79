"""Starting a course: for somebody who is not written down yet, and for who comes back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from hjemmebane.domain.courses.actions import start_course, start_course_for_new_citizen
from hjemmebane.faces.staff.citizens.forms.person import NewCourseForm, StartForm
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest, require_form, sent
from hjemmebane.foundation.ids import new_id


@require_form
def new(request: ActorRequest) -> HttpResponse:
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    first = {"citizen_id": new_id(), "team": teams[0], "started_on": today()}
    form = StartForm(sent(request), first=first, teams=teams)
    if form.is_sent() and form.does(
        start_course_for_new_citizen,
        course_id=form.row_id,
        **form.values(),
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Forløbet er startet.")
        return redirect("staff:citizens:overview", form.cleaned_data["citizen_id"])
    return render(request, "staff/citizens/start.html", {"form": form}, status=form.status)


@require_form
def again(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """A new course with somebody who has been here before; the earlier ones stay readable."""
    frame, teams = citizen_frame(request, citizen_id, what="Nyt forløb"), shell_of(request).teams
    first = {"team": teams[0], "started_on": today()}
    form = NewCourseForm(sent(request), first=first, teams=teams)
    if form.is_sent() and form.does(
        start_course,
        id=form.row_id,
        citizen=frame.citizen,
        **form.values(),
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Det nye forløb er startet. De tidligere kan stadig læses.")
        return redirect("staff:citizens:overview", citizen_id)
    context = {"frame": frame, "form": form}
    return render(request, "staff/citizens/start_again.html", context, status=form.status)
