"""How it stands with a precondition, in the coordinator's words."""

from django import forms

from hjemmebane.design.fields.moments import AROUND_NOW
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.fidelity.choices import JudgementRefusal
from hjemmebane.domain.fidelity.models import PreconditionJudgement
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
