"""What a partner is told besides the rows that are open to them; the database narrows it."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.meetings.choices import GuestAnswer
from hjemmebane.domain.sharing.choices import AnswerGiven
from hjemmebane.foundation.database import ask_guard, rows_of


@dataclass(frozen=True)
class AskedTo:
    """A network meeting that the partner who acts is asked to, and what they said to it."""

    invitation_id: UUID
    course_id: UUID
    starts_at: dt.datetime
    place: str
    answer: GuestAnswer


@dataclass(frozen=True)
class NewToPartner:
    """How much of one kind is new in a course: `message`, `wish`, `goal`, `step`, `activity`,
    `appointment`,
    `standpoint`.
    """

    course_id: UUID
    about: str
    times: int


@dataclass(frozen=True)
class LetInBy:
    """Who of the staff let a partner in, and their team."""

    name: str
    phone: str
    team: str


def consents_to_me(citizen_id: UUID) -> QuerySet[Consent]:
    """What a citizen has said yes to that the partner who acts may see; the oldest first."""
    rows = Consent.objects.filter(citizen_id=citizen_id, organisation__isnull=False)
    return rows.order_by("from_on", "pk")


def network_meetings_to_come() -> list[AskedTo]:
    """The network meetings that the partner who acts is asked to, the nearest first."""
    asked = [
        AskedTo(UUID(str(key)), UUID(str(course)), starts_at, str(place), GuestAnswer(str(answer)))
        for key, course, starts_at, place, answer in ask_guard("my_network_meetings")
        if isinstance(starts_at, dt.datetime)
    ]
    return sorted(asked, key=lambda one: (one.starts_at, one.invitation_id))


def answers_to_me() -> dict[UUID, AnswerGiven]:
    """What the citizens last said to what the partner who acts does, by the key of the thing."""
    return {
        UUID(str(key)): AnswerGiven(str(answer)) for key, answer, _at in ask_guard("answers_to_me")
    }


def new_to_me() -> list[NewToPartner]:
    """What others wrote since the partner who acts was here last, on an earlier day, and messages
    to them that they have not read.
    """
    return rows_of("sharing_new_to_partner", into=NewToPartner)


def let_in_by() -> LetInBy | None:
    """Whom the partner who acts can call while nothing is open to them."""
    return next(iter(rows_of("guard.who_invited_me", into=LetInBy)), None)
