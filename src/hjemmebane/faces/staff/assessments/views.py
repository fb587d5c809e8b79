"""Shows a team's assessments, and writes down how far one of them has come."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.plans.actions import add_item, change_item
from hjemmebane.domain.plans.choices import AssessmentKind, AssessmentStatus, ItemKind
from hjemmebane.domain.plans.models import Assessment, Plan
from hjemmebane.domain.plans.queries import assessment_gaps, plan_of
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.assessments.forms import AssessmentForm
from hjemmebane.faces.staff.assessments.pages import ROUTE, assessments_page
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.front import turned_away
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.switching import address_in, chosen_team
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest, note_reading, require_form, sent

BY_SLUG = {kind.lower(): kind for kind in AssessmentKind}


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    teams = shell_of(request).teams
    if not teams:
        return turned_away(request)
    shown = assessments_page(
        chosen_team(request, teams), teams, chosen=request.GET.get("vis", ""), today=today()
    )
    note_reading(request, shown.citizen_ids, what="Udredninger")
    return render(request, "staff/assessments/assessments.html", {"page": shown})


@require_form
def write(request: ActorRequest, citizen_id: UUID, kind: str) -> HttpResponse:
    """The newest assessment of a kind is written anew; where there is none, a first one."""
    if kind not in BY_SLUG:
        raise Http404
    frame, asked = citizen_frame(request, citizen_id, "plan", what="Udredninger"), BY_SLUG[kind]
    plan = plan_of(frame.course.pk)
    if plan is None:
        messages.info(request, "Udredninger står i planen. Opret planen først.")
        return redirect("staff:plans:page", citizen_id)
    states = assessment_gaps([frame.course.pk])[frame.course.pk]
    newest = to_edit(request, next(one.assessment for one in states if one.kind == asked))
    form = AssessmentForm(
        sent(request),
        record=newest,
        first=None if newest else {"status": AssessmentStatus.NEEDED, "needed_on": today()},
        staff=staff_of(frame.course.team_id, today()),
    )
    if form.is_sent() and save(request, form, plan, asked):
        messages.success(request, f"{asked.label}: {form.result.get_status_display().lower()}.")
        return redirect(place_of(frame))
    context = {"frame": frame, "form": form, "kind": asked.label, "back": place_of(frame)}
    return render(request, "staff/assessments/write.html", context, status=form.status)


def place_of(frame: CitizenFrame) -> str:
    """Where one came from: the citizen's place on the page of their team, unfolded."""
    return f"{address_in(frame.course.team, ROUTE)}#borger-{frame.citizen.pk}"


def to_edit(request: ActorRequest, newest: Assessment | None) -> Assessment | None:
    """The assessment that is written anew; none when the form that made it is sent twice."""
    given = request.POST
    is_its_maker = newest and given.get("id") == str(newest.pk) and not given.get("version")
    return None if is_its_maker else newest


def save(request: ActorRequest, form: AssessmentForm, plan: Plan, kind: AssessmentKind) -> bool:
    """Whether the assessment was saved; else the form says why."""
    who = {"by": request.actor, "at": now()}
    if form.record:
        return form.does(
            change_item,
            item=form.record,
            values=form.values(),
            version=form.version_seen,
            **who,
        )
    values = {"kind": kind, **form.values()}
    return form.does(
        add_item, id=form.row_id, plan=plan, kind=ItemKind.ASSESSMENT, values=values, **who
    )
