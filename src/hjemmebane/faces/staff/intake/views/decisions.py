"""Deciding on an assessment, and the letter about a formal decision."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hjemmebane.domain.courses.actions import decide
from hjemmebane.domain.courses.choices import DecisionOutcome
from hjemmebane.domain.method.queries import pack
from hjemmebane.faces.documents.decision_letter import decision_letter_pdf
from hjemmebane.faces.staff.documents.views import as_pdf
from hjemmebane.faces.staff.intake.forms import DecisionForm
from hjemmebane.faces.staff.intake.pages.early import (
    assessment_in_view,
    decision_in_view,
    early_in_view,
)
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import ActorRequest, require_form, sent


@require_form
def new(request: ActorRequest, early_id: UUID, assessment_id: UUID) -> HttpResponse:
    early = early_in_view(request, early_id, what="Beslutning om målgruppe")
    assessment = assessment_in_view(early, assessment_id)
    method = pack(assessment.method_pack, assessment.method_version)
    form = DecisionForm(
        sent(request), first={"decided_on": today()}, bases=method.legal_basis_choices
    )
    if form.is_sent() and form.does(
        decide,
        id=form.row_id,
        assessment=assessment,
        **form.values(),
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Beslutningen er gemt.")
        is_match = form.cleaned_data["outcome"] == DecisionOutcome.MATCH
        return redirect("staff:intake:start" if is_match else "staff:intake:early", early_id)
    context = {
        "heading": "Beslutning",
        "early": early,
        "form": form,
        "bases": method.legal_bases,
        "assessment": assessment,
    }
    return render(request, "staff/intake/decision_form.html", context, status=form.status)


@require_safe
def letter(request: ActorRequest, early_id: UUID, assessment_id: UUID) -> HttpResponse:
    """The letter as PDF; only a formal decision has one."""
    early = early_in_view(request, early_id, what="Brev om afgørelsen")
    decision = decision_in_view(assessment_in_view(early, assessment_id))
    if not decision.is_formal:
        raise Http404
    content = decision_letter_pdf(decision, early, at=now())
    return as_pdf(content, f"afgoerelse-{decision.decided_on}.pdf")
