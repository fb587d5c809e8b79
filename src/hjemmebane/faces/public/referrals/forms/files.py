"""Files from strangers: few, small, and of four kinds that their content shows (see ADR 32)."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from hjemmebane.domain.courses.actions import AttachedFile
from hjemmebane.foundation.file_names import tidied_stem

MOST = 3
MEGABYTE = 1024 * 1024
LONGEST_STEM = 100
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# How a file begins, what it is, and the ending its name gets.
KINDS = (
    (b"%PDF-", "application/pdf", ".pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png", ".png"),
    (b"\xff\xd8\xff", "image/jpeg", ".jpg"),
)
ZIP = b"PK\x03\x04"
WORD, MACROS = "word/document.xml", "vbaproject.bin"
ACCEPTED = ".pdf,.png,.jpg,.jpeg,.docx"

TOO_MANY = f"Vælg højst {MOST} filer."
TOO_LARGE = "Filerne må højst fylde %(most)s MB tilsammen."
WRONG_KIND = "“%(name)s” er ikke en fil, vi kan tage imod. Vælg PDF, PNG, JPEG eller Word (docx)."
NOT_HERE = "Der kan ikke sendes filer med her. Skriv hellere, hvilke papirer du har."


def kind_of(content: bytes) -> tuple[str, str] | None:
    """(content type, ending) of a file that may be kept; None of every other."""
    for beginning, content_type, ending in KINDS:
        if content.startswith(beginning):
            return content_type, ending
    return (DOCX, ".docx") if _is_word(content) else None


def _is_word(content: bytes) -> bool:
    """A Word document is a ZIP archive with a certain part; one with macros is not taken.

    Where the macros lie, and in which case their name is written, the document may choose.
    """
    if not content.startswith(ZIP):
        return False
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = set(archive.namelist())
    except (BadZipFile, NotImplementedError, ValueError, OSError):
        # The library's words also for a way of packing it does not know: whatever it is, it is no
        # Word document, and the sender is told so.
        return False
    return WORD in parts and not any(part.casefold().endswith(MACROS) for part in parts)


class FilesInput(forms.FileInput):
    allow_multiple_selected = True

    def __init__(self) -> None:
        super().__init__(attrs={"multiple": True, "accept": ACCEPTED})


class FilesField(forms.FileField):
    """Some files, as `AttachedFile`s. Their names are tidied and end as their content says."""

    widget = FilesInput
    is_open = True  # whether there is a scanner to look through them

    def clean(
        self, data: Sequence[UploadedFile] | None, initial: object = None
    ) -> list[AttachedFile]:
        files = [file for file in data or [] if file is not None]
        if files and not self.is_open:
            raise ValidationError(NOT_HERE, code="not_here")
        if len(files) > MOST:
            raise ValidationError(TOO_MANY, code="too_many")
        if sum(file.size or 0 for file in files) > settings.LARGEST_FILES:
            most = settings.LARGEST_FILES // MEGABYTE
            raise ValidationError(TOO_LARGE, code="too_large", params={"most": most})
        return [self._read(file) for file in files]

    def _read(self, file: UploadedFile) -> AttachedFile:
        content, name = file.read(), str(file.name)
        kind = kind_of(content)
        if kind is None:
            raise ValidationError(WRONG_KIND, code="wrong_kind", params={"name": name})
        content_type, ending = kind
        stem = tidied_stem(name, longest=LONGEST_STEM, otherwise="fil")
        return AttachedFile(stem + ending, content_type, content)
