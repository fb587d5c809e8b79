"""Words, a voice or a picture for the team; whichever is easiest."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from hjemmebane.design.fields.choosing import OneOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.sharing.actions import Recorded
from hjemmebane.domain.sharing.choices import RecordingKind, SharingRefusal
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.domain.sharing.rules import LARGEST_RECORDING, PICTURE_TYPE
from hjemmebane.foundation.cpr import holds_cpr
from hjemmebane.foundation.forms import WarnedForm
from hjemmebane.foundation.http import UNPROCESSABLE
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.logs import log
from hjemmebane.foundation.pictures import UnusablePicture, plain_jpeg
from hjemmebane.foundation.sounds import sound_type
from hjemmebane.gateways.clamav.client import Scanner, Verdict, verdict_on

logger = log(__name__)

LONGEST_SIDE = 1_600
PICTURES = "image/jpeg,image/png,image/webp"
EMPTY = "Filen er tom. Vælg en anden."
NOT_SOUND = "Filen er ikke lyd, vi kan høre. Prøv igen, eller skriv i stedet."
NOT_PICTURE = "Filen er ikke et billede, vi kan vise. Vælg et andet."
INFECTED = "Der er måske virus i filen. Vælg en anden."
SCANNER_DOWN = "Vi kan ikke tage filer lige nu. Send uden fil, eller prøv igen om lidt."
CPR = "Der står vist et CPR-nummer. Dit team kender det. Slet det gerne, eller send, som det er."
FILE_AGAIN = "Vælg også din fil igen."
LIMITED = {"data-hjemmebane-most": LARGEST_RECORDING}


class MessageForm(WarnedForm):
    """What the citizen wants to say. goals: those a step can be for; files: what was uploaded."""

    text = taken(Suggestion, "text", widget=forms.Textarea(attrs={"rows": 4}))
    goal = OneOf(
        label="Hvad er det et skridt mod?",
        required=False,
        empty="Det ved jeg ikke",
        widget=forms.RadioSelect,
    )
    sound = forms.FileField(
        label="Din stemme",
        required=False,
        widget=forms.FileInput(attrs={"accept": "audio/*", "capture": "user", **LIMITED}),
        error_messages={"empty": EMPTY},
    )
    picture = forms.FileField(
        label="Et billede",
        required=False,
        widget=forms.FileInput(attrs={"accept": PICTURES, **LIMITED}),
        error_messages={"empty": EMPTY},
    )

    def fit(self, *, goals: Iterable[object], files: Mapping[str, UploadedFile]) -> None:
        self.files = files
        offered = list(goals)
        if offered:
            self.fields["goal"].offer(offered, lambda goal: goal.text)
        else:
            del self.fields["goal"]

    def clean_sound(self) -> Recorded | None:
        content = read_small(self.cleaned_data["sound"])
        if content is None:
            return None
        kind = sound_type(content)
        if kind is None:
            raise ValidationError(NOT_SOUND, code="not_sound")
        return Recorded(new_id(), RecordingKind.AUDIO, kind, content)

    def clean_picture(self) -> Recorded | None:
        """The picture drawn anew: where and when it was taken stays with who took it."""
        content = read_small(self.cleaned_data["picture"])
        if content is None:
            return None
        try:
            drawn = plain_jpeg(content, longest=LONGEST_SIDE)
        except UnusablePicture as unusable:
            raise ValidationError(NOT_PICTURE, code="not_picture") from unusable
        return Recorded(new_id(), RecordingKind.PICTURE, PICTURE_TYPE, drawn)

    @property
    def recorded(self) -> list[Recorded]:
        found = (self.cleaned_data.get(name) for name in ("sound", "picture"))
        return [one for one in found if one]

    def values(self) -> dict[str, object]:
        typed = super().values()
        said = {name: typed[name] for name in ("text", "goal") if name in typed}
        return {**said, "recorded": self.recorded}

    def is_harmless(self, scanner: Scanner | None) -> bool:
        """Whether the scanner finds nothing in the sound; a picture is not the file that was sent.

        Without an answer nothing is taken; where there is no scanner the sound is.
        """
        sounds = [one for one in self.recorded if one.kind == RecordingKind.AUDIO]
        verdicts = {verdict_on(one.content, by=scanner) for one in sounds}
        if Verdict.UNKNOWN in verdicts:
            return self._refuse_file("SCANNER_DOWN", SCANNER_DOWN)
        return Verdict.INFECTED not in verdicts or self._refuse_file("INFECTED", INFECTED)

    def heeds_cpr(self, today: dt.date) -> bool:
        """Whether no CPR number is told, or who wrote it wants it so."""
        if not holds_cpr(self.cleaned_data["text"], today=today):
            return True
        return self.heeds([CPR, FILE_AGAIN] if self.recorded else [CPR])

    def _refuse_file(self, code: str, sentence: str) -> bool:
        logger.warning("refused", reason=code)
        self.status = UNPROCESSABLE
        self.add_error("sound", sentence)
        return False


def read_small(file: UploadedFile | None) -> bytes | None:
    """What was uploaded, if anything was. A recording that is too long is refused in words."""
    if file is None:
        return None
    if (file.size or 0) > LARGEST_RECORDING:
        raise ValidationError(str(SharingRefusal.TOO_LARGE.label), code="too_large")
    return file.read()
