"""Forms for what is done with the plan as a whole, and for settling a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django import forms

from hjemmebane.design.fields.moments import DateField
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.plans import models
from hjemmebane.domain.plans.choices import AgreementStance, GoalStatus
from hjemmebane.faces.staff.plans.forms.plan_form import PlanForm
from hjemmebane.foundation.records import Record

if TYPE_CHECKING:
    from hjemmebane.faces.staff.plans.views.desk import Desk

SETTLED = [(GoalStatus.REACHED, "Nået"), (GoalStatus.DROPPED, "Lagt væk for nu")]


class PurposeForm(PlanForm):
    prefix = "formaal"

    purpose = taken(
        models.Plan,
        "purpose",
        help_text="Hvad skal hele indsatsen føre til? Skriv det, så borgeren kan genkende det.",
    )
    guiding_purposes = forms.MultipleChoiceField(
        label="Retningsgivende formål", widget=forms.CheckboxSelectMultiple, required=False
    )

    def fit(self, *, desk: Desk) -> None:
        purposes = [(one.code, f"{one.title}. {one.text}") for one in desk.pack.guiding_purposes]
        self.fields["guiding_purposes"].choices = purposes


class EvaluationForm(PlanForm):
    prefix = "evaluering"

    cross_professional_evaluation = taken(
        models.Plan,
        "cross_professional_evaluation",
        help_text="Det, I ser, når fagligheder lægges sammen.",
    )


class SettleForm(PlanForm):
    prefix = "goer-op"

    status = forms.ChoiceField(label="Hvordan gik det?", choices=SETTLED, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Hvorfor",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="En kort grund, når målet lægges væk. Det er ikke et nederlag.",
    )
    on = DateField(label="Dato")

    def stored(self, _record: Record) -> dict[str, object]:
        """Nothing here stands in an open goal, so there is nothing to set beside what was typed."""
        return {}

    def celebrates(self, goal_id: UUID) -> str:
        """The goal to celebrate; nothing when it was laid aside."""
        return str(goal_id) if self.cleaned_data["status"] == GoalStatus.REACHED else ""


class AgreementForm(PlanForm):
    prefix = "enighed"

    stance = forms.ChoiceField(
        label="Svar",
        choices=AgreementStance.choices,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="Med borgerens ord",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Skriv en grund, når borgeren er uenig eller ikke kunne svare.",
    )
    said_on = taken(models.Agreement, "said_on")


class VersionForm(PlanForm):
    prefix = "version"

    reason = taken(
        models.PlanVersion, "reason", help_text="For eksempel: opfølgning efter tre måneder."
    )
