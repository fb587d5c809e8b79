"""One answer, and whether the result fits."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.method.content.measuring import Scale
from hjemmebane.domain.sharing.models import Response
from hjemmebane.foundation.forms import RecordForm

SKIP = "spring-over"
CHOOSE_ONE = "Vælg et svar, eller spring over."


class BeginForm(RecordForm):
    """The button that begins; `wording` is the words that were shown."""

    wording = forms.CharField(widget=forms.HiddenInput)


class AnswerForm(RecordForm):
    """One of the answers, or `skip`, which is a button of its own."""

    skip = forms.CharField(widget=forms.HiddenInput, required=False)
    points = forms.ChoiceField(
        label="Dit svar",
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": CHOOSE_ONE},
    )

    def fit(self, *, scale: Scale, chosen: int | None) -> None:
        self.fields["points"].choices = [(str(one.points), one.text) for one in scale.options]
        self.fields["points"].initial = "" if chosen is None else str(chosen)

    def clean(self) -> dict[str, object]:
        typed = super().clean() or self.cleaned_data
        if not typed.get("skip") and not typed.get("points") and "points" not in self.errors:
            self.add_error("points", CHOOSE_ONE)
        return typed

    @property
    def said(self) -> int | None:
        return None if self.cleaned_data["skip"] else int(self.cleaned_data["points"])


class FitForm(RecordForm):
    """Whether it fits, in one of three words, and in words of one's own for who wants to."""

    fits = forms.ChoiceField(
        label="Passer det?",
        choices=Response._meta.get_field("fits").choices,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Vælg et af svarene."),
    )
    fits_comment = taken(Response, "fits_comment", widget=forms.Textarea(attrs={"rows": 2}))
