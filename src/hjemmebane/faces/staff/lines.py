"""What somebody is for, in the lines that the method has for it."""

from collections.abc import Sequence

from django import forms

from hjemmebane.domain.method.content.entries import RoleField
from hjemmebane.domain.partners.models import PartnerFunction
from hjemmebane.domain.teams.models import RoleDescription
from hjemmebane.domain.teams.rules import LONGEST_ANSWER
from hjemmebane.foundation.forms import RecordForm


class LinesForm(RecordForm):
    """A field for each line. A line may be left empty."""

    def fit(self, *, lines: Sequence[RoleField]) -> None:
        for line in lines:
            self.fields[line.code] = forms.CharField(
                label=line.title,
                help_text=line.text,
                required=False,
                max_length=LONGEST_ANSWER,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def stored(self, record: RoleDescription | PartnerFunction) -> dict[str, object]:
        written = {name: record.answers.get(name, "") for name in self.fields}
        return {**written, **super().stored(record)}

    def values(self) -> dict[str, object]:
        return {"answers": super().values()}
