from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q

from hjemmebane.domain.teams.choices import TrainingKind
from hjemmebane.domain.teams.models.house import StaffMember, Team
from hjemmebane.foundation.guards import Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

HOURS_IN_A_DAY = Decimal(24)
LONGEST_ABOUT = 1_000
MY_TEAMS = "team_id IN (SELECT guard.my_team_ids())"
# Who has learned what is for those who plan it: the team and its manager.
OF_THE_TEAM = Guard(
    read=f"{MY_TEAMS} OR team_id IN (SELECT guard.managed_team_ids())", write=MY_TEAMS
)


class TrainingRecord(Record):
    """A day on which the team, or some of it, learned something."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", editable=False)
    kind = models.CharField("Hvad", max_length=20, choices=TrainingKind)
    held_on = models.DateField("Dag")
    hours = models.DecimalField("Timer", max_digits=3, decimal_places=1)
    led_by = models.CharField("Hvem stod for det", max_length=120)
    about = models.TextField("Hvad det handlede om", validators=[MaxLengthValidator(LONGEST_ABOUT)])
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(editable=False)

    says = ("team",)
    privacy = Record.privacy + classify(
        personal="led_by about", plain="team kind held_on hours recorded_by recorded_at"
    )
    guard = OF_THE_TEAM

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="training_fits_in_a_day",
                condition=Q(hours__gt=0, hours__lte=HOURS_IN_A_DAY),
            )
        ]
        indexes = [models.Index(fields=["team", "-held_on"], name="training_newest")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.held_on}"


class TrainingParticipant(Record):
    """One of those who took part."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", editable=False)
    training = models.ForeignKey(
        TrainingRecord, on_delete=models.PROTECT, related_name="participants", editable=False
    )
    staff_member = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="+", editable=False
    )

    privacy = Record.privacy + classify(plain="team training staff_member")
    guard = OF_THE_TEAM

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="takes_part_in_a_training_once", fields=["training", "staff_member"]
            )
        ]

    def __str__(self) -> str:
        return str(self.staff_member_id)
