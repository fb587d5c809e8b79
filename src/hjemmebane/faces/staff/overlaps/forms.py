"""What the team says to a question about several efforts."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.plans.calculations import Question
from hjemmebane.domain.plans.choices import PlanRefusal
from hjemmebane.domain.plans.models import Overlap
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.forms import RecordForm


class JudgeForm(RecordForm):
    """seen: what the question rested on when it was read. Where that has changed, the question is
    shown as it is now with what was typed, and a second press answers it.
    """

    seen = forms.CharField(widget=forms.HiddenInput)
    judgement = taken(Overlap, "judgement", widget=forms.RadioSelect)
    why = taken(
        Overlap,
        "why",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Hvad har I talt om, og med hvem? Hvad har I gjort?",
    )

    def fit(self, *, question: Question) -> None:
        self.rests_on = question.rests_on

    def _refuse(self, refused: Refused) -> None:
        super()._refuse(refused)
        if refused.reason == PlanRefusal.OVERLAP_CHANGED:
            self.put("seen", self.rests_on)
