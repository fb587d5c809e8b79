from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.domain.workload.choices import TimeKind
from hjemmebane.foundation.guards import Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

MINUTES_IN_A_DAY = 24 * 60
MY_TEAMS = "team_id IN (SELECT guard.my_team_ids())"


class TimeEntry(Record):
    """Time somebody spent for a team on a day that belongs to no contact.

    meeting_id: the meeting it was written down from, in a room above this one.
    """

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", editable=False)
    staff_member = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="+", editable=False
    )
    worked_on = models.DateField("Dag")
    kind = models.CharField("Hvad", max_length=20, choices=TimeKind)
    minutes = models.PositiveSmallIntegerField(
        "Minutter", validators=[MinValueValidator(1), MaxValueValidator(MINUTES_IN_A_DAY)]
    )
    note = models.CharField("Bemærkning", max_length=200, blank=True)
    meeting_id = models.UUIDField(null=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(editable=False)

    says = ("team", "staff_member")
    privacy = Record.privacy + classify(
        sensitive="note",
        plain="team staff_member worked_on kind minutes meeting_id recorded_by recorded_at",
    )
    guard = Guard(
        read=MY_TEAMS,
        write=f"{MY_TEAMS} AND (staff_member_id = (SELECT guard.staff_id())"
        " OR team_id IN (SELECT guard.coordinated_team_ids()))",
        # Whoever closes a meeting writes its time down for those who were there.
        insert=f"{MY_TEAMS} AND kind = 'MEETING'"
        " AND staff_member_id IN (SELECT guard.colleague_ids())",
    )

    class Meta:
        verbose_name_plural = "time entries"
        constraints = [
            models.CheckConstraint(
                name="time_entry_fits_in_a_day",
                condition=Q(minutes__gte=1, minutes__lte=MINUTES_IN_A_DAY),
            )
        ]
        indexes = [models.Index(fields=["team", "worked_on"], name="time_entry_of_team")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.worked_on}"
