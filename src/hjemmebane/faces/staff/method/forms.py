"""Going over to another method."""

from collections.abc import Sequence

from django import forms

from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.foundation.forms import RecordForm


class MoveForm(RecordForm):
    """Which of the installed methods the team works after from now on."""

    to = forms.ChoiceField(label="Metode", widget=forms.RadioSelect)

    def fit(self, *, methods: Sequence[MethodPack]) -> None:
        self.fields["to"].choices = [(one.code, one.title) for one in methods]
