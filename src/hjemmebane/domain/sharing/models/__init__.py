"""What partners and citizens write themselves, and how they are let in.

Some are rows of lower rooms: the partner face knows them from here, because it knows no other.
"""

from hjemmebane.domain.contacts.models import Message, SignOfLife
from hjemmebane.domain.courses.models import ContactAgreement
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.models.doors import Invitation
from hjemmebane.domain.sharing.models.lights import OwnLight
from hjemmebane.domain.sharing.models.moods import Mood
from hjemmebane.domain.sharing.models.notices import MailChoice, Notice
from hjemmebane.domain.sharing.models.partners import PartnerAppointment, Standpoint
from hjemmebane.domain.sharing.models.voices import (
    CitizenAnswer,
    Pictogram,
    Recording,
    Story,
    Suggestion,
)

__all__ = [
    "CitizenAnswer",
    "ContactAgreement",
    "Invitation",
    "MailChoice",
    "Message",
    "Mood",
    "Notice",
    "OwnLight",
    "PartnerAppointment",
    "Pictogram",
    "PlanActivity",
    "Recording",
    "Response",
    "SignOfLife",
    "Standpoint",
    "Story",
    "Suggestion",
]
