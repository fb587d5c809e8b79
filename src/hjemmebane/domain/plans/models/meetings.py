"""Where the plan is made: meetings, who took part, and what each profession brings."""

from django.core.validators import MaxLengthValidator
from django.db import models

from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models.plan import PlanItem
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.privacy import classify


class PlanMeeting(PlanItem):
    """A meeting with the citizen about the plan."""

    item_kind = ItemKind.MEETING

    held_on = models.DateField("Holdt den")
    place = models.CharField("Hvor", max_length=120, blank=True)
    notes = models.TextField("Det talte vi om", blank=True, validators=[MaxLengthValidator(10_000)])

    privacy = PlanItem.privacy + classify(sensitive="notes place", plain="held_on")

    def __str__(self) -> str:
        return f"Planmøde {self.held_on:%d.%m.%Y}"


class PlanMeetingParticipant(CourseRecord):
    """Somebody who took part, by name and role."""

    meeting = models.ForeignKey(PlanMeeting, on_delete=models.CASCADE, related_name="participants")
    name = models.CharField("Navn", max_length=120)
    role = models.CharField("Rolle", max_length=80)

    privacy = CourseRecord.privacy + classify(personal="name", plain="meeting role")

    def __str__(self) -> str:
        return f"{self.name}, {self.role}"


class ProfessionalContribution(PlanItem):
    """What one profession brings to the plan: one of the template's lines."""

    item_kind = ItemKind.CONTRIBUTION

    line = models.CharField("Faglighed", max_length=40)
    text = models.TextField("Bidrag", validators=[MaxLengthValidator(4_000)])
    staff_member = models.ForeignKey(
        StaffMember,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Skrevet af",
    )

    privacy = PlanItem.privacy + classify(sensitive="text", plain="line staff_member")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "line"], name="one_contribution_per_line")
        ]

    def __str__(self) -> str:
        return self.text[:80]
