"""What the citizen spoke or photographed, to be heard and seen again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.sharing.choices import RecordingKind
from hjemmebane.domain.sharing.models import Recording


@dataclass(frozen=True)
class Voice:
    """A recording of the citizen's own."""

    key: UUID
    is_sound: bool


def voices_of(recordings: Iterable[Recording]) -> Sequence[Voice]:
    return [Voice(one.pk, is_sound=one.kind == RecordingKind.AUDIO) for one in recordings]
