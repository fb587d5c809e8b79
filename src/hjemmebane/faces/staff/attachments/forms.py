"""Adding a sound or a picture to a contact, and putting it in words."""

from collections.abc import Mapping

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.contacts.choices import AttachmentKind, AttachmentRefusal
from hjemmebane.domain.contacts.models import Attachment
from hjemmebane.domain.contacts.queries import kind_of
from hjemmebane.domain.contacts.rules.attachments import LARGEST
from hjemmebane.foundation.forms import RecordForm

ACCEPTED = "audio/*,image/jpeg,image/png,image/webp"
LIMITED = {"data-hjemmebane-most": LARGEST[AttachmentKind.VOICE]}
MISSING = "Optag, eller vælg en fil."
IN_WORDS = "Skriv kort, hvad der bliver sagt, eller hvad man ser. Så kan alle læse det."
LONGEST_SECONDS = 24 * 60 * 60


class AttachmentForm(RecordForm):
    """A sound or a picture that is not kept yet. files: what was uploaded."""

    file = forms.FileField(
        label="Lyd eller billede",
        widget=forms.FileInput(attrs={"accept": ACCEPTED, **LIMITED}),
        error_messages={
            "required": MISSING,
            "invalid": MISSING,
            "missing": MISSING,
            "empty": str(AttachmentRefusal.EMPTY.label),
        },
    )
    text = taken(Attachment, "text", widget=forms.Textarea(attrs={"rows": 4}), help_text=IN_WORDS)
    seconds = forms.CharField(widget=forms.HiddenInput, required=False)

    def fit(self, *, files: Mapping[str, UploadedFile]) -> None:
        self.files = files

    def clean_file(self) -> UploadedFile:
        """By its content; what a file is called, and says it is, is only what its sender thinks."""
        file: UploadedFile = self.cleaned_data["file"]
        self.content = file.read()
        kind = kind_of(self.content)
        if kind is None:
            raise ValidationError(str(AttachmentRefusal.NEITHER.label), code="neither")
        self.kind = kind
        return file

    def clean_seconds(self) -> int | None:
        """What the recorder counted; nobody typed it, so what it cannot be is left out."""
        counted = str(self.cleaned_data["seconds"])
        is_number = counted.isascii() and counted.isdigit() and len(counted) < len(str(2**31))
        return int(counted) if is_number and int(counted) <= LONGEST_SECONDS else None

    @property
    def has_lost_file(self) -> bool:
        """Whether the file must be chosen again: a browser does not get it back."""
        return bool(self.errors) and bool(self.files)

    def values(self) -> dict[str, object]:
        typed = super().values()
        return {
            "kind": self.kind,
            "name": str(typed["file"].name),
            "content": self.content,
            "text": typed["text"],
            "seconds": typed["seconds"] if self.kind == AttachmentKind.VOICE else None,
        }


class WordsForm(RecordForm):
    """What is said or seen, in own words."""

    text = taken(Attachment, "text", widget=forms.Textarea(attrs={"rows": 6}), help_text=IN_WORDS)
