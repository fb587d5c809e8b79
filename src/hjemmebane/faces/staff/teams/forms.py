"""Who I am, in my own words and with a picture; and what was learned."""

from collections.abc import Iterable, Mapping

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from hjemmebane.design.fields.choosing import SomeOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.teams.choices import TrainingRefusal
from hjemmebane.domain.teams.models import (
    Persona,
    StaffMember,
    TrainingRecord,
)
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import UNPROCESSABLE
from hjemmebane.foundation.logs import log
from hjemmebane.gateways.clamav.client import Scanner, ScannerDown

logger = log(__name__)

ROWS = forms.Textarea(attrs={"rows": 3})
MEGABYTE = 1024 * 1024
ACCEPTED = "image/jpeg,image/png,image/webp"
CHOOSE_ONE = "Vælg et billede."
NOTHING_IN_IT = "Filen er tom. Vælg et andet billede."
TOO_LARGE = "Billedet fylder for meget. Det må højst fylde %(most)s MB."
INFECTED = "Filen ser ud til at indeholde virus. Vælg et andet billede."
HOURS_SAID = dict.fromkeys(
    ("invalid", "max_digits", "max_whole_digits", "max_decimal_places"),
    "Skriv et tal med højst én decimal – for eksempel 7,5.",
)
SCANNER_DOWN = "Vi kan ikke se filer efter for virus lige nu. Prøv igen om lidt."


class PersonaForm(RecordForm):
    """One's own persona. All of it is voluntary."""

    can_help_with = taken(Persona, "can_help_with", widget=ROWS)
    asked_about = taken(Persona, "asked_about", widget=ROWS)
    about_me = taken(
        Persona, "about_me", widget=ROWS, help_text="Kun det, du har lyst til, at alle ved."
    )
    reached_how = taken(Persona, "reached_how", widget=ROWS)

    def values(self) -> dict[str, object]:
        return {"values": super().values()}


class PortraitForm(RecordForm):
    """A picture of oneself. files: what was uploaded."""

    picture = forms.FileField(
        label="Billede",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text="JPEG, PNG eller WebP, højst 5 MB. Ansigtet skal helst være midt i billedet.",
        error_messages={
            **dict.fromkeys(("required", "missing", "invalid"), CHOOSE_ONE),
            "empty": NOTHING_IN_IT,
        },
    )

    def fit(self, *, files: Mapping[str, UploadedFile]) -> None:
        self.files = files

    def clean_picture(self) -> bytes:
        file: UploadedFile = self.cleaned_data["picture"]
        if (file.size or 0) > settings.LARGEST_PICTURE:
            most = settings.LARGEST_PICTURE // MEGABYTE
            raise ValidationError(TOO_LARGE, code="too_large", params={"most": most})
        return file.read()

    def is_harmless(self, scanner: Scanner | None) -> bool:
        """Whether the scanner finds nothing in the file; without an answer it is not taken.

        Where there is no scanner the picture is taken: nothing of the file itself is kept.
        """
        try:
            found = scanner.finds(self.cleaned_data["picture"]) if scanner else ""
        except ScannerDown:
            return self._refuse_file("SCANNER_DOWN", SCANNER_DOWN)
        return self._refuse_file("INFECTED", INFECTED) if found else True

    def _refuse_file(self, code: str, sentence: str) -> bool:
        logger.warning("refused", reason=code)
        self.status = UNPROCESSABLE
        self.add_error("picture", sentence)
        return False


class TrainingForm(RecordForm):
    """A day on which some of the team learned something."""

    kind = taken(TrainingRecord, "kind")
    held_on = taken(TrainingRecord, "held_on")
    hours = taken(
        TrainingRecord, "hours", error_messages=HOURS_SAID, localize=True, widget=forms.NumberInput
    )
    staff = SomeOf(label="Hvem var med", error_messages={"required": TrainingRefusal.NOBODY.label})
    led_by = taken(TrainingRecord, "led_by")
    about = taken(TrainingRecord, "about", widget=ROWS)

    def fit(self, *, staff: Iterable[StaffMember]) -> None:
        self.fields["staff"].offer(staff, lambda member: member.name)

    def values(self) -> dict[str, object]:
        typed = super().values()
        return {"staff": typed.pop("staff"), "values": typed}
