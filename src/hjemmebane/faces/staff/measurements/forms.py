"""Beginning, one answer, whether the result fits, and putting off."""

from collections.abc import Sequence

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.measurements.choices import Fit, Manner
from hjemmebane.domain.measurements.models import Postponement, Response
from hjemmebane.domain.method.content.measuring import Instrument, Respondent, Scale
from hjemmebane.foundation.forms import RecordForm

SKIP = "spring-over"
CHOOSE_ONE = "Vælg et af svarene, eller spring over."


class BeginForm(RecordForm):
    """Who answers, on which day; `wording` is the words that the page was opened with."""

    wording = forms.CharField(widget=forms.HiddenInput, required=False)
    manner = taken(Response, "manner", widget=forms.RadioSelect)
    measured_on = taken(Response, "measured_on", help_text="Den dag, svarene blev givet.")
    corrects_why = taken(Response, "corrects_why", required=True)

    def fit(self, *, asked: Instrument, is_correction: bool) -> None:
        if asked.respondent is Respondent.STAFF:
            del self.fields["manner"]
        else:
            offered: Sequence[Manner] = (Manner.TOGETHER, Manner.PAPER)
            self.fields["manner"].choices = [(one, one.label) for one in offered]
        if not is_correction:
            del self.fields["corrects_why"]

    def values(self) -> dict[str, object]:
        return {"manner": Manner.RATED, **super().values()}


class AnswerForm(RecordForm):
    """One answer with one press, or none."""

    points = forms.ChoiceField(
        error_messages=dict.fromkeys(("required", "invalid_choice"), CHOOSE_ONE)
    )

    def fit(self, *, scale: Scale) -> None:
        answers = [(str(option.points), option.text) for option in scale.options]
        self.fields["points"].choices = [*answers, (SKIP, "Spring over")]

    def stored(self, record: Response) -> dict[str, object]:
        return {}

    @property
    def said(self) -> int | None:
        pressed = self.cleaned_data["points"]
        return None if pressed == SKIP else int(pressed)


class FitForm(RecordForm):
    """What the citizen says to the result."""

    fits = forms.ChoiceField(
        label="Passer det, synes borgeren?", choices=Fit.choices, widget=forms.RadioSelect
    )
    fits_comment = taken(
        Response,
        "fits_comment",
        label="Hvad siger borgeren til det?",
        help_text="Helst med borgerens egne ord.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class PostponeForm(RecordForm):
    """Why not now, and when again."""

    reason = taken(Postponement, "reason", widget=forms.RadioSelect)
    note = taken(Postponement, "note", widget=forms.Textarea(attrs={"rows": 2}))
    until_on = taken(Postponement, "until_on")
