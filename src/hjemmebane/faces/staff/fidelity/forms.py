"""What the team says of itself: of a precondition, and of an item of DACTS."""

from django import forms

from hjemmebane.design.fields.moments import AROUND_NOW
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.fidelity.choices import DactsRefusal, JudgementRefusal
from hjemmebane.domain.fidelity.models import DactsRating, DactsSheet, PreconditionJudgement
from hjemmebane.domain.method.content.dacts import DactsItem
from hjemmebane.foundation.forms import RecordForm


class JudgementForm(RecordForm):
    """A word and a sentence, on a day, and when it is looked at again."""

    word = taken(
        PreconditionJudgement,
        "word",
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvordan det står til."},
    )
    sentence = taken(
        PreconditionJudgement,
        "sentence",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ledelsen læser det også. Uden navne på borgere.",
        error_messages={"required": JudgementRefusal.NOTHING_SAID.label},
    )
    judged_on = taken(PreconditionJudgement, "judged_on", validators=AROUND_NOW)
    look_again_on = taken(PreconditionJudgement, "look_again_on", validators=AROUND_NOW)


class RatingForm(RecordForm):
    """A level of an item, with what it is built on; the levels are told in the item's words."""

    level = forms.TypedChoiceField(
        label="Hvilket niveau passer bedst?",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), DactsRefusal.LEVEL.label),
    )
    note = taken(
        DactsRating,
        "note",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ledelsen læser det også. Uden navne på borgere.",
        error_messages={"required": DactsRefusal.NO_NOTE.label},
    )
    rated_on = taken(DactsRating, "rated_on", validators=AROUND_NOW)

    def fit(self, *, item: DactsItem) -> None:
        levels = enumerate(item.anchors, start=1)
        self.fields["level"].choices = [(level, f"{level}: {words}") for level, words in levels]


class KeepForm(RecordForm):
    """How the citizens are summed up in the sheet that is kept."""

    average = taken(DactsSheet, "average", widget=forms.RadioSelect)
