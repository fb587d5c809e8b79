"""What the team says of itself: of a precondition, and of an item of DACTS."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django import forms

from hjemmebane.design.fields.moments import AROUND_NOW
from hjemmebane.design.fields.scale import Scale
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.fidelity.choices import (
    AssessmentRefusal,
    DactsRefusal,
    JudgementRefusal,
    TalkRefusal,
)
from hjemmebane.domain.fidelity.models import (
    DactsRating,
    DactsSheet,
    PreconditionJudgement,
    QuarterTalk,
    SelfAssessment,
)
from hjemmebane.domain.method.content.dacts import DactsItem
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.foundation.forms import RecordForm

LEVEL, COMMENT = "svar_", "ord_"
LONGEST_COMMENT = 300


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

    average = taken(
        DactsSheet, "average", label="Sådan lægges borgerne sammen", widget=forms.RadioSelect
    )


@dataclass(frozen=True)
class AskedLine:
    """A line with the fields that answer it. has_comment: something is written, or wrong, there."""

    level: forms.BoundField
    comment: forms.BoundField

    @property
    def has_comment(self) -> bool:
        return bool(self.comment.value() or self.comment.errors)


class AssessmentForm(RecordForm):
    """A level for each line of the method, and perhaps a word to it."""

    def fit(self, *, method: MethodPack) -> None:
        numbered = enumerate(method.self_assessment_levels, start=1)
        levels = [("", "– ved ikke"), *((str(n), f"{n} {word.lower()}") for n, word in numbered)]
        self.codes = [line.code for line in method.self_assessments]
        wrong = AssessmentRefusal.NOT_A_LEVEL.label
        for line in method.self_assessments:
            self.fields[f"{LEVEL}{line.code}"] = forms.ChoiceField(
                label=line.title,
                required=False,
                choices=levels,
                widget=Scale,
                error_messages={"invalid_choice": wrong},
            )
            self.fields[f"{COMMENT}{line.code}"] = forms.CharField(
                label="En bemærkning",
                required=False,
                max_length=LONGEST_COMMENT,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def stored(self, record: SelfAssessment) -> dict[str, object]:
        found: dict[str, object] = {}
        for code in self.codes:
            found[f"{LEVEL}{code}"] = str(record.answers.get(code, ""))
            found[f"{COMMENT}{code}"] = record.comments.get(code, "")
        return found

    def values(self) -> dict[str, object]:
        given = self.cleaned_data
        return {
            "answers": {
                code: int(given[f"{LEVEL}{code}"]) for code in self.codes if given[f"{LEVEL}{code}"]
            },
            "comments": {code: given[f"{COMMENT}{code}"] for code in self.codes},
        }

    def asked(self, code: str) -> AskedLine:
        return AskedLine(self[f"{LEVEL}{code}"], self[f"{COMMENT}{code}"])


class TalkForm(RecordForm):
    """When, who, and a note on each of the four themes."""

    held_on = taken(QuarterTalk, "held_on", validators=AROUND_NOW)
    participants = forms.TypedMultipleChoiceField(
        label="Hvem var med?",
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": TalkRefusal.NOBODY.label,
            "invalid_choice": TalkRefusal.STRANGER.label,
        },
    )
    status_note = taken(
        QuarterTalk,
        "status_note",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Hvad lykkes, og hvad er svært? Uden navne på borgere.",
    )
    preconditions_note = taken(
        QuarterTalk,
        "preconditions_note",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Har vi det, der skal til: timer, fag, koordinator, ledelse, viden?",
    )
    plan_note = taken(
        QuarterTalk,
        "plan_note",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Bruger vi den sammen, med borgerne og med partnerne? Hvad står i vejen?",
    )
    practice_note = taken(
        QuarterTalk,
        "practice_note",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Hjælper den os med at se næste skridt?",
    )

    def fit(self, *, people: Iterable[tuple[UUID, str]]) -> None:
        offered: Sequence[tuple[str, str]] = [(str(key), name) for key, name in people]
        self.fields["participants"].choices = offered

    def stored(self, record: QuarterTalk) -> dict[str, object]:
        return {**super().stored(record), "participants": [str(one) for one in record.participants]}


class CloseForm(RecordForm):
    """Nothing to fill in: only which version of the talk is closed."""
