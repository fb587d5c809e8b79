"""A partner's view of one citizen as it is now, gathered whole: theirs, or shown to the team."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.contacts.models import Appointment, SignOfLife
from hjemmebane.domain.courses.models import ContactAgreement
from hjemmebane.domain.plans.models import Goal, PlanActivity
from hjemmebane.domain.sharing.models import Mood, PartnerAppointment
from hjemmebane.domain.sharing.queries.moods import moods_of
from hjemmebane.domain.sharing.queries.partner import (
    OpenedCitizen,
    PersonToCall,
    opened_activities,
    opened_appointments,
    opened_citizen,
    opened_contact_agreement,
    opened_goals,
    partner_appointments,
    team_to_call,
)
from hjemmebane.domain.sharing.queries.signs import signs_of
from hjemmebane.foundation.actors import Actor, acting


@dataclass(frozen=True)
class OpenedRecord:
    """Everything that is open of one citizen to the partner who acts."""

    citizen: OpenedCitizen
    goals: Sequence[Goal]
    activities: Sequence[PlanActivity]
    appointments: Sequence[Appointment]
    partner_appointments: Sequence[PartnerAppointment]
    agreement: ContactAgreement | None
    moods: Sequence[Mood]
    signs: Sequence[SignOfLife]
    to_call: Sequence[PersonToCall]


def opened_record(citizen: OpenedCitizen) -> OpenedRecord:
    course_id = citizen.course_id
    return OpenedRecord(
        citizen=citizen,
        goals=list(opened_goals(course_id)),
        activities=list(opened_activities(course_id)),
        appointments=list(opened_appointments(course_id)),
        partner_appointments=list(partner_appointments(course_id)),
        agreement=opened_contact_agreement(course_id),
        moods=list(moods_of(course_id)),
        signs=list(signs_of(course_id)),
        to_call=team_to_call(citizen),
    )


def record_as_seen_by(citizen_id: UUID, *, consent_id: UUID, looker: Actor) -> OpenedRecord | None:
    """What the recipient of a consent reads of the citizen now; None when nothing is open.

    Asked with the recipient's eyes, so the database decides as it does for them.
    """
    with acting(Actor.preview(looker.user_id, consent_id)):
        citizen = opened_citizen(citizen_id)
        return opened_record(citizen) if citizen else None
