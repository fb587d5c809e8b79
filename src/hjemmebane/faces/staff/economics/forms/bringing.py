"""A file with a costing or a scenario."""

from collections.abc import Callable, Mapping

from django import forms
from django.core.files.uploadedfile import UploadedFile

from hjemmebane.domain.economics.content.faults import FaultyFile, few
from hjemmebane.foundation.forms import RecordForm

MISSING = "Vælg en fil."
LARGEST = 1_000_000
TOO_LARGE = "Filen er for stor. Den må højst fylde 1 MB."
EMPTY = "Filen er tom."
MOST_FAULTS = 20
ACCEPTED = ".xlsx,.toml"


class BringForm(RecordForm):
    """One file; what is wrong in it is told with its place. files: what was uploaded."""

    file = forms.FileField(
        label="Fil",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text="Excel (.xlsx) eller TOML, højst 1 MB. Formler regnes ikke ud.",
        error_messages={
            **dict.fromkeys(("required", "invalid", "missing"), MISSING),
            "empty": EMPTY,
        },
    )

    def fit(
        self,
        *,
        files: Mapping[str, UploadedFile],
        read: Callable[[str, bytes], object] | None = None,
    ) -> None:
        self.files = files
        self.read = read

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        file = given.get("file")
        if file is None or self.read is None:
            return given
        if file.size > LARGEST:
            self.add_error("file", TOO_LARGE)
            return given
        try:
            self.found = self.read(str(file.name), file.read())
        except FaultyFile as faulty:
            for fault in few(faulty.faults, len(faulty.faults), MOST_FAULTS):
                self.add_error("file", fault)
        return given
