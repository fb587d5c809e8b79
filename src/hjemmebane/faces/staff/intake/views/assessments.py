"""The target group assessment: begun, kept as a draft, and done."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from hjemmebane.domain.courses.actions import (
    complete_assessment,
    open_assessment,
    save_assessment,
)
from hjemmebane.domain.courses.queries import criteria_of
from hjemmebane.faces.staff.intake.forms import AssessmentForm
from hjemmebane.faces.staff.intake.pages.early import assessment_in_view, early_in_view
from hjemmebane.faces.staff.intake.views.early import show
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form, sent

WHAT = "Målgruppevurdering"


@require_POST
def begin(request: ActorRequest, early_id: UUID) -> HttpResponse:
    early = early_in_view(request, early_id, what=WHAT)
    form = RecordForm(request.POST)
    if form.is_sent() and form.does(
        open_assessment, id=form.row_id, early_contact=early, by=request.actor, at=now()
    ):
        return redirect("staff:intake:assessment", early_id, form.result.pk)
    return show(request, early, failed=form, status=form.status)


@require_form
def edit(request: ActorRequest, early_id: UUID, assessment_id: UUID) -> HttpResponse:
    """One form, two buttons: keep the draft, or keep it and say that it is done."""
    early = early_in_view(request, early_id, what=WHAT)
    assessment = assessment_in_view(early, assessment_id)
    if assessment.completed_at and request.method != "POST":
        return redirect("staff:intake:early", early_id)
    form = AssessmentForm(
        sent(request), record=assessment, criteria=criteria_of(assessment.early_contact.team)
    )
    who = {"assessment": assessment, "by": request.actor, "at": now()}
    is_kept = form.is_sent() and form.does(
        save_assessment, **form.values(), version=form.version_seen, **who
    )
    if is_kept and "done" not in request.POST:
        messages.success(request, "Kladden er gemt.")
        return redirect("staff:intake:early", early_id)
    if is_kept:
        form.go_on_from(assessment)
        if form.does(complete_assessment, version=assessment.version, **who):
            messages.success(request, "Vurderingen er færdig. Nu kan I beslutte.")
            return redirect("staff:intake:decision_new", early_id, assessment_id)
    context = {"heading": WHAT, "early": early, "form": form, "is_kept": is_kept}
    return render(request, "staff/intake/assessment_form.html", context, status=form.status)
