"""Answering a citizen, and taking what they suggest or want into the plan."""

from collections.abc import Iterable

from django import forms

from hjemmebane.design.fields.choosing import OneOf
from hjemmebane.domain.plans.choices import PlanRefusal
from hjemmebane.domain.plans.models import Goal
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.ids import new_id

LONGEST_STEP = 1_000
LONGEST_ANSWER = 500
LONGEST_WISH = 2_000
WORDS_MISSING = "Skriv skridtet med få ord."
WISH_MISSING = "Skriv med få ord, hvad borgeren vil."


class TakeInForm(RecordForm):
    """The step a suggestion becomes: the citizen's words unless somebody writes others beside."""

    goal = OneOf(label="Skridt mod målet", empty="Vælg …")
    text = forms.CharField(
        label="Sådan står det i planen",
        max_length=LONGEST_STEP,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Borgerens egne ord bliver stående ved siden af.",
        error_messages={"required": WORDS_MISSING},
    )

    def fit(self, *, goals: Iterable[Goal]) -> None:
        offered = list(goals)
        self.fields["id"].required = True
        self.fields["goal"].error_messages["required"] = PlanRefusal.GOAL_MISSING.label
        self.fields["goal"].offer(offered, lambda goal: goal.text)
        self.goals = offered

    def stored(self, record: Suggestion) -> dict[str, object]:
        """The step has a key of its own, and the goal is the only one there is."""
        only = self.goals[0] if len(self.goals) == 1 else None
        return {"id": new_id(), "goal": record.goal or only, "text": record.text[:LONGEST_STEP]}


class TakeInWishForm(RecordForm):
    """How the team writes a wish in the plan: the citizen's words unless somebody writes others."""

    text = forms.CharField(
        label="Sådan står det i planen",
        max_length=LONGEST_WISH,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Borgerens egne ord og stemme bliver stående ved siden af.",
        error_messages={"required": WISH_MISSING},
    )

    def fit(self) -> None:
        self.fields["id"].required = True

    def stored(self, record: Suggestion) -> dict[str, object]:
        return {"id": new_id(), "text": record.text}


class AnswerForm(RecordForm):
    """A few words back."""

    answer = forms.CharField(
        label="Svar til borgeren",
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Korte ord. Borgeren læser det i Min plan.",
        error_messages={"required": SharingRefusal.NOTHING_SAID.label},
    )

    def stored(self, record: Suggestion) -> dict[str, object]:
        return {}
