"""What is open to the partner who acts. The database decides; nothing here filters by consent."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from hjemmebane.domain.citizens.choices import Channel
from hjemmebane.domain.citizens.queries import sealed_place
from hjemmebane.domain.consents.choices import ConsentScope
from hjemmebane.domain.contacts.models import Appointment, Message
from hjemmebane.domain.courses.models import ContactAgreement
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.plans.models import Goal, PlanActivity, SubGoal
from hjemmebane.domain.sharing.models import PartnerAppointment
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.database import ask_guard
from hjemmebane.foundation.letters import alphabetical_key
from hjemmebane.foundation.sealing import unseal


@dataclass(frozen=True)
class OpenedCitizen:
    """A citizen as far as a consent opens them. What is not opened is empty.

    parts: which parts of the record are open (`ConsentScope`). closest_id: the staff member who is
    the citizen's primary contact.
    """

    citizen_id: UUID
    course_id: UUID
    team_id: UUID
    closest_id: UUID | None
    name: str
    parts: frozenset[str]
    phone: str
    email: str
    preferred_channel: str
    address: str

    def opens(self, part: ConsentScope) -> bool:
        return part in self.parts

    @property
    def way(self) -> str:
        """How the citizen would rather be reached, in words."""
        return str(Channel(self.preferred_channel).label) if self.preferred_channel else ""


@dataclass(frozen=True)
class PersonToCall:
    """A member of the citizen's team. is_closest: the citizen's primary contact."""

    member: StaffMember
    profession: str
    is_closest: bool


def partner_of(actor: Actor) -> PartnerPerson | None:
    """Who acts, as the person at a partner that they are; None when they are not."""
    rows = PartnerPerson.objects.select_related("organisation")
    return rows.filter(user_id=actor.user_id).first() if actor.is_person else None


def opened_citizens() -> list[OpenedCitizen]:
    """The citizens whom a consent opens to the partner who acts, by name."""
    found = [_opened(row) for row in ask_guard("opened_citizens")]
    return sorted(found, key=lambda one: (alphabetical_key(one.name), one.course_id))


def opened_citizen(citizen_id: UUID) -> OpenedCitizen | None:
    """One of them; None for everybody else, whether they exist or not."""
    return next((one for one in opened_citizens() if one.citizen_id == citizen_id), None)


def _opened(row: tuple[object, ...]) -> OpenedCitizen:
    citizen_id, course_id, team_id, closest, given, family, parts, phone, email, channel, sealed = (
        row
    )
    key = UUID(str(citizen_id))
    return OpenedCitizen(
        citizen_id=key,
        course_id=UUID(str(course_id)),
        team_id=UUID(str(team_id)),
        closest_id=UUID(str(closest)) if closest else None,
        name=f"{given} {family}".strip(),
        parts=frozenset(parts if isinstance(parts, list) else []),
        phone=str(phone),
        email=str(email),
        preferred_channel=str(channel),
        address=unseal(str(sealed), place=sealed_place(key, "address_sealed")),
    )


def opened_goals(*course_ids: UUID) -> QuerySet[Goal]:
    """The goals that are open in courses, with their steps and the wishes they come from."""
    steps = SubGoal.objects.order_by("position", "pk")
    return (
        Goal.objects.filter(course_id__in=course_ids)
        .prefetch_related(Prefetch("sub_goals", steps), "wishes")
        .order_by("position", "pk")
    )


def opened_activities(*course_ids: UUID) -> QuerySet[PlanActivity]:
    """What is done towards the open goals, as far as it is open, and what one does oneself."""
    return (
        PlanActivity.objects.filter(course_id__in=course_ids)
        .select_related("staff_member", "partner_person__organisation")
        .order_by("position", "pk")
    )


def own_activity(activity_id: UUID, partner: PartnerPerson) -> PlanActivity:
    """What the partner who acts answers for. Raises PlanActivity.DoesNotExist for all else."""
    return PlanActivity.objects.select_related("partner_person__organisation").get(
        pk=activity_id, partner_person=partner
    )


def own_appointment(appointment_id: UUID, partner: PartnerPerson) -> PartnerAppointment:
    """What the partner who acts has agreed. Raises PartnerAppointment.DoesNotExist for all else."""
    return PartnerAppointment.objects.get(pk=appointment_id, partner_person=partner)


def opened_appointments(course_id: UUID) -> QuerySet[Appointment]:
    """The team's coming appointments with the citizen, the nearest first."""
    rows = Appointment.objects.filter(course_id=course_id).select_related("staff_member")
    return rows.order_by("starts_at", "pk")


def partner_appointments(*course_ids: UUID) -> QuerySet[PartnerAppointment]:
    """The partners' own appointments with citizens, the nearest first."""
    rows = PartnerAppointment.objects.filter(course_id__in=course_ids)
    return rows.select_related("partner_person__organisation").order_by("starts_at", "pk")


def opened_contact_agreement(course_id: UUID) -> ContactAgreement | None:
    """How the citizen wants to be met, as agreed now."""
    return ContactAgreement.objects.filter(course_id=course_id).order_by("-recorded_at").first()


def team_to_call(citizen: OpenedCitizen) -> list[PersonToCall]:
    """Whom to call about a citizen: the one closest to them first, then by name."""
    return people_to_call(citizen.team_id, closest_id=citizen.closest_id)


def people_to_call(team_id: UUID, *, closest_id: UUID | None) -> list[PersonToCall]:
    """The people of a team that whoever acts may know of: the closest first, then by name."""
    professions = {
        UUID(str(key)): str(profession)
        for key, profession, _functions in ask_guard("people_of_team", str(team_id))
    }
    people = [
        PersonToCall(member, professions[member.pk], member.pk == closest_id)
        for member in StaffMember.objects.filter(pk__in=list(professions))
    ]
    return sorted(people, key=lambda one: (not one.is_closest, alphabetical_key(one.member.name)))


def messages_about(*activity_ids: UUID) -> QuerySet[Message]:
    """What was written about one or more activities, the oldest first."""
    rows = Message.objects.filter(activity_id__in=activity_ids)
    return rows.select_related("recorded_by").order_by("recorded_at", "pk")
