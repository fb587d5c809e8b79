"""The steering group: what leaders across departments agree on, and what stands in the way.

It names no citizen, and is the one thing of a team's meetings that its managers open.
"""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q

from hjemmebane.domain.courses.models import TeamRecord
from hjemmebane.domain.meetings.choices import SteeringPointKind
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify

MINE_OR_MANAGED = "team_id IN (SELECT guard.my_team_ids() UNION SELECT guard.managed_team_ids())"


class SteeringGroupMeeting(TeamRecord):
    """A meeting that was held. `others`: roles and departments that have no login here."""

    held_on = models.DateField("Hvornår blev mødet holdt?")
    others = ArrayField(
        models.CharField(max_length=120),
        verbose_name="Hvem var ellers med?",
        default=list,
        blank=True,
    )
    talked_about = models.TextField(
        "Det talte I om", blank=True, validators=[MaxLengthValidator(5_000)]
    )

    privacy = TeamRecord.privacy + classify(
        sensitive="talked_about", personal="others", plain="held_on"
    )
    guard = Guard(read=MINE_OR_MANAGED, grants=NO_DELETE)

    class Meta:
        indexes = [models.Index(fields=["team", "-held_on"], name="steering_meeting_newest")]

    def __str__(self) -> str:
        return f"Styregruppe {self.held_on:%d.%m.%Y}"


class SteeringAttendance(TeamRecord):
    """Somebody with a login was at a meeting of the steering group."""

    meeting = models.ForeignKey(
        SteeringGroupMeeting, on_delete=models.PROTECT, related_name="attendances"
    )
    staff_member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")

    privacy = TeamRecord.privacy + classify(plain="meeting staff_member")
    guard = Guard(read=MINE_OR_MANAGED)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="attends_a_steering_meeting_once", fields=["meeting", "staff_member"]
            )
        ]

    def __str__(self) -> str:
        return str(self.staff_member_id)


class SteeringPoint(TeamRecord):
    """An agreement or an obstacle. It stands at every later meeting until it is handled.

    meeting: where it was raised. who: a role, a department or a name; not always one of ours.
    """

    meeting = models.ForeignKey(
        SteeringGroupMeeting, on_delete=models.PROTECT, related_name="points", editable=False
    )
    kind = models.CharField("Hvad er det?", max_length=10, choices=SteeringPointKind)
    text = models.CharField("Kort sagt", max_length=500)
    who = models.CharField("Hvem sørger for det?", max_length=120, blank=True)
    due_on = models.DateField("Hvornår skal det være sket?", null=True, blank=True)
    handled_on = models.DateField(null=True, editable=False)
    outcome = models.CharField("Hvad kom der ud af det?", max_length=500, blank=True)

    says = (*TeamRecord.says, "meeting")
    privacy = TeamRecord.privacy + classify(
        sensitive="text outcome", personal="who", plain="meeting kind due_on handled_on"
    )
    guard = Guard(read=MINE_OR_MANAGED, grants=NO_DELETE)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="steering_agreement_is_somebodys",
                condition=Q(kind=SteeringPointKind.OBSTACLE) | ~Q(who=""),
            )
        ]
        indexes = [
            models.Index(
                fields=["team"],
                name="steering_point_open",
                condition=Q(handled_on__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_open(self) -> bool:
        return self.handled_on is None
