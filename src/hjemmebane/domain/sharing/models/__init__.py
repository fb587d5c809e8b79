"""What partners and citizens write themselves, and how they are let in."""

from hjemmebane.domain.sharing.models.doors import Invitation
from hjemmebane.domain.sharing.models.notices import Notice
from hjemmebane.domain.sharing.models.partners import PartnerAppointment
from hjemmebane.domain.sharing.models.voices import (
    CitizenAnswer,
    Pictogram,
    Recording,
    Story,
    Suggestion,
)

__all__ = [
    "CitizenAnswer",
    "Invitation",
    "Notice",
    "PartnerAppointment",
    "Pictogram",
    "Recording",
    "Story",
    "Suggestion",
]
