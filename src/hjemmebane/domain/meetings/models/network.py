"""The network meeting: called by the citizen's wish, and every voice written down alike."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q

from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.meetings.choices import GuestAnswer, NetworkMeetingState
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.plans.choices import ResponsibleKind
from hjemmebane.domain.plans.models.goals import RESPONSIBLE_FIELDS
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify

LONG_TEXT = [MaxLengthValidator(5_000)]
PEOPLE = tuple(RESPONSIBLE_FIELDS.values())


def _is_only(kind: ResponsibleKind) -> Q:
    """Of the fields for people, the one that belongs to the kind is filled in."""
    filled = {f"{name}__isnull": RESPONSIBLE_FIELDS.get(kind) != name for name in PEOPLE}
    return Q(kind=kind, **filled)


class NetworkMeeting(CourseRecord):
    """The citizen and those they wish to have there, around one table."""

    wish = models.TextField("Det vil borgeren bruge mødet til", validators=LONG_TEXT)
    starts_at = models.DateTimeField("Hvornår")
    place = models.CharField("Hvor", max_length=120)
    state = models.CharField(
        max_length=10,
        choices=NetworkMeetingState,
        default=NetworkMeetingState.PLANNED,
        editable=False,
    )
    closed_at = models.DateTimeField(null=True, editable=False)
    cancelled_because = models.CharField(
        "Hvorfor bliver det ikke til noget", max_length=300, blank=True, editable=False
    )
    method_pack = models.CharField(max_length=20, editable=False)
    method_version = models.CharField(max_length=10, editable=False)

    privacy = CourseRecord.privacy + classify(
        sensitive="wish place cancelled_because",
        plain="starts_at state closed_at method_pack method_version",
    )
    guard = Guard(course="course_id", grants=NO_DELETE)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="network_meeting_ends_in_one_way",
                condition=Q(state="PLANNED", closed_at__isnull=True, cancelled_because="")
                | Q(state="HELD", closed_at__isnull=False, cancelled_because="")
                | (Q(state="CANCELLED", closed_at__isnull=True) & ~Q(cancelled_because="")),
            ),
            models.CheckConstraint(name="network_meeting_has_a_wish", condition=~Q(wish="")),
        ]
        indexes = [models.Index(fields=["course", "-starts_at"], name="network_meeting_newest")]

    def __str__(self) -> str:
        return f"Netværksmøde {self.starts_at:%d.%m.%Y}"

    @property
    def is_planned(self) -> bool:
        return self.state == NetworkMeetingState.PLANNED

    @property
    def is_held(self) -> bool:
        return self.state == NetworkMeetingState.HELD

    @property
    def is_cancelled(self) -> bool:
        return self.state == NetworkMeetingState.CANCELLED

    @property
    def occasion(self) -> str:
        """What the change history shows beside what is promised here."""
        return f"meeting:{self.pk}"


class NetworkInvitation(CourseRecord):
    """One who is asked to come: the citizen, or somebody the citizen wishes to have there."""

    meeting = models.ForeignKey(
        NetworkMeeting, on_delete=models.PROTECT, related_name="invitations", editable=False
    )
    kind = models.CharField(max_length=20, choices=ResponsibleKind, editable=False)
    staff_member = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    partner_person = models.ForeignKey(
        PartnerPerson, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    network_person = models.ForeignKey(
        NetworkPerson, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    may_be_said = models.CharField(
        "Det må der tales om, når vedkommende er med", max_length=500, blank=True
    )
    answer = models.CharField(
        max_length=10, choices=GuestAnswer, default=GuestAnswer.INVITED, editable=False
    )

    says = ("meeting", "kind", *PEOPLE)
    privacy = CourseRecord.privacy + classify(
        sensitive="may_be_said",
        plain="meeting kind staff_member partner_person network_person answer",
    )
    guard = Guard(course="course_id", grants=NO_DELETE)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="invitation_is_to_one",
                condition=_is_only(ResponsibleKind.CITIZEN)
                | _is_only(ResponsibleKind.STAFF)
                | _is_only(ResponsibleKind.PARTNER)
                | _is_only(ResponsibleKind.NETWORK),
            ),
            models.UniqueConstraint(
                name="invited_once",
                fields=["meeting", "kind", *PEOPLE],
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_citizen(self) -> bool:
        return self.kind == ResponsibleKind.CITIZEN

    @property
    def is_present(self) -> bool:
        return self.answer == GuestAnswer.PRESENT

    @property
    def person(self) -> StaffMember | PartnerPerson | NetworkPerson | None:
        """Who it is; None means the citizen."""
        return self.staff_member or self.partner_person or self.network_person

    @property
    def name(self) -> str:
        """The room's queries bring what it needs."""
        return str(self.person or self.course.citizen)

    @property
    def as_responsible(self) -> dict[str, object]:
        """The fields of a plan's part that this person answers for."""
        people = {name: getattr(self, name) for name in PEOPLE}
        return {"responsible_kind": self.kind, **people}


class NetworkVoice(CourseRecord):
    """What one of those present said under a point, in their own words."""

    meeting = models.ForeignKey(
        NetworkMeeting, on_delete=models.PROTECT, related_name="voices", editable=False
    )
    invitation = models.ForeignKey(
        NetworkInvitation, on_delete=models.PROTECT, related_name="voices", editable=False
    )
    point = models.CharField(max_length=40, editable=False)
    text = models.TextField("Det blev sagt", validators=LONG_TEXT)
    stays_here = models.BooleanField("Borgeren vil ikke have det sagt videre", default=False)

    says = ("meeting", "invitation", "point")
    privacy = CourseRecord.privacy + classify(
        sensitive="text", plain="meeting invitation point stays_here"
    )
    guard = Guard(course="course_id", grants=NO_DELETE)

    def __str__(self) -> str:
        return self.text[:40]


class MinutesHandover(CourseRecord):
    """The minutes were given to one who was there, in the version they may see.

    rests_on: the keys of the consents that opened it to a partner that day.
    """

    meeting = models.ForeignKey(NetworkMeeting, on_delete=models.PROTECT, related_name="handovers")
    invitation = models.ForeignKey(
        NetworkInvitation, on_delete=models.PROTECT, related_name="handovers"
    )
    rests_on = ArrayField(models.UUIDField(), default=list, editable=False)

    privacy = CourseRecord.privacy + classify(plain="meeting invitation rests_on")
    guard = Guard(course="course_id", grants=APPEND_ONLY)

    def __str__(self) -> str:
        return str(self.invitation_id)
