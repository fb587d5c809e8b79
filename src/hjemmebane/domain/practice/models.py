from django.core.validators import MaxLengthValidator
from django.db import models

from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.practice.choices import Judgement, Standing
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.guards import APPEND_ONLY, Guard
from hjemmebane.foundation.privacy import classify


class Placement(CourseRecord):
    """A course was placed in a part of the practice model from a day on. The newest holds."""

    part = models.CharField("Del af praksismodellen", max_length=40)
    from_on = models.DateField("Fra")
    reason = models.TextField("Hvorfor", validators=[MaxLengthValidator(2_000)])
    method_pack = models.CharField(max_length=20)
    method_version = models.CharField(max_length=10)

    privacy = CourseRecord.privacy + classify(
        sensitive="reason", plain="part from_on method_pack method_version"
    )
    guard = Guard(course="course_id", grants=APPEND_ONLY)

    class Meta:
        indexes = [
            models.Index(fields=["course", "-from_on", "-recorded_at"], name="placement_newest")
        ]

    def __str__(self) -> str:
        return f"{self.part} fra {self.from_on}"


class MethodNote(CourseRecord):
    """What somebody noted about an entry of the method on a day. For each code the newest holds."""

    code = models.CharField(max_length=40)
    note = models.TextField("Notat", blank=True, validators=[MaxLengthValidator(2_000)])
    noted_on = models.DateField("Dato")
    method_pack = models.CharField(max_length=20)
    method_version = models.CharField(max_length=10)

    privacy = CourseRecord.privacy + classify(
        sensitive="note", plain="code noted_on method_pack method_version"
    )
    guard = Guard(course="course_id", grants=APPEND_ONLY)

    class Meta:
        abstract = True
        indexes = [
            models.Index(
                fields=["course", "code", "-noted_on", "-recorded_at"], name="%(class)s_newest"
            )
        ]


class ActivityStatus(MethodNote):
    """How far a minimum activity had come on a day, and who sees to it."""

    status = models.CharField("Status", max_length=20, choices=Standing)
    staff_member = models.ForeignKey(
        StaffMember,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Hvem",
    )

    privacy = MethodNote.privacy + classify(plain="status staff_member")

    class Meta(MethodNote.Meta):
        abstract = False
        verbose_name_plural = "activity statuses"

    def __str__(self) -> str:
        return f"{self.code}: {self.get_status_display()}"


class IndicatorJudgement(MethodNote):
    """What the team said of an indicator on a day. It opens and closes nothing."""

    judgement = models.CharField("Vurdering", max_length=20, choices=Judgement)

    privacy = MethodNote.privacy + classify(sensitive="judgement")

    class Meta(MethodNote.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"{self.code}: {self.get_judgement_display()}"
