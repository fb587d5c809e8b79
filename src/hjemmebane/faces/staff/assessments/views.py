"""Shows a team's assessments, and writes down how far one of them has come."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from hjemmebane.domain.plans.actions import add_item, change_item
from hjemmebane.domain.plans.choices import AssessmentKind, AssessmentStatus, ItemKind
from hjemmebane.domain.plans.models import Assessment, Plan, PlanItem
from hjemmebane.domain.plans.queries import assessment_gaps, plan_of
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.assessments.forms import AssessmentForm
from hjemmebane.faces.staff.assessments.pages import assessments_page
from hjemmebane.faces.staff.board.views import chosen_team
from hjemmebane.faces.staff.citizens.frame import CitizenFrame, citizen_frame
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.submitting import submit, version_of
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest, note_reading
from hjemmebane.foundation.ids import new_id

BY_SLUG = {kind.lower(): kind for kind in AssessmentKind}


@require_safe
def page(request: ActorRequest) -> HttpResponse:
    teams = shell_of(request).teams
    if not teams:
        return redirect("staff:front")
    shown = assessments_page(
        chosen_team(request, teams), teams, chosen=request.GET.get("vis", ""), today=today()
    )
    note_reading(request, shown.citizen_ids, what="Udredninger")
    return render(request, "staff/assessments/assessments.html", {"page": shown})


@require_http_methods(["GET", "HEAD", "POST"])
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
    assessment = next(state.assessment for state in states if state.kind == asked)
    staff = staff_for(frame, assessment)
    if request.method != "POST":
        return form_page(request, frame, asked, begun(assessment, staff))
    form = AssessmentForm(request.POST, staff=staff)
    if done := save(request, form, plan, asked, assessment):
        messages.success(request, f"{asked.label}: {done.get_status_display().lower()}.")
        return redirect("staff:assessments:page")
    return form_page(request, frame, asked, form)


def save(
    request: ActorRequest,
    form: AssessmentForm,
    plan: Plan,
    kind: AssessmentKind,
    assessment: Assessment | None,
) -> PlanItem | None:
    """The assessment as it was saved. The form that made it, sent twice, makes it once."""
    who = {"by": request.actor, "at": now()}
    if assessment is None or str(assessment.pk) == request.POST.get("id"):
        new = {"plan": plan, "kind": ItemKind.ASSESSMENT, **who}

        def adding() -> dict[str, object]:
            values = {"kind": kind, **form.values()}
            return {"id": form.cleaned_data["id"], "values": values, **new}

        return submit(form, add_item, adding)
    return submit(
        form,
        change_item,
        lambda: {
            "item": assessment,
            "values": form.values(),
            "version": version_of(form),
            **who,
        },
    )


def staff_for(frame: CitizenFrame, assessment: Assessment | None) -> list[StaffMember]:
    """The team of today, and whoever is named already."""
    staff = list(staff_of(frame.course.team_id, today()))
    named = assessment.staff_member if assessment else None
    return [*staff, *([named] if named and named not in staff else [])]


def begun(assessment: Assessment | None, staff: list[StaffMember]) -> AssessmentForm:
    if assessment:
        return AssessmentForm.written(assessment, staff=staff)
    first = {"id": new_id(), "status": AssessmentStatus.NEEDED, "needed_on": today()}
    return AssessmentForm(initial=first, staff=staff)


def form_page(
    request: ActorRequest, frame: CitizenFrame, kind: AssessmentKind, form: AssessmentForm
) -> HttpResponse:
    context = {"frame": frame, "form": form, "kind": kind.label}
    return render(request, "staff/assessments/write.html", context, status=form.status)
