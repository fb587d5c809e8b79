"""Starting a course for somebody who is not written down yet."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from hjemmebane.domain.courses.actions import start_course_for_new_citizen
from hjemmebane.faces.staff.citizens.person_forms import StartForm
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.submitting import submit
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest
from hjemmebane.foundation.ids import new_id


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    if request.method == "POST":
        form = StartForm(request.POST, teams=teams)
        on = {"by": request.actor, "at": now()}
        if submit(form, start_course_for_new_citizen, lambda: {**arguments(form), **on}):
            messages.success(request, "Forløbet er startet.")
            return redirect("staff:citizens:overview", form.cleaned_data["citizen_id"])
    else:
        form = StartForm(initial=blank(teams[0].pk), teams=teams)
    return render(request, "staff/citizens/start.html", {"form": form}, status=form.status)


def blank(team_id: object) -> dict[str, object]:
    keys = {"id": new_id(), "citizen_id": new_id()}
    return {**keys, "team": str(team_id), "started_on": today()}


def arguments(form: StartForm) -> dict[str, object]:
    return {
        "citizen_id": form.cleaned_data["citizen_id"],
        "course_id": form.cleaned_data["id"],
        "details": form.details(),
        "team": form.cleaned_data["team"],
        "start": form.start(),
    }
