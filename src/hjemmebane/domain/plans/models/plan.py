from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q

from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.plans.choices import AgreementStance, ItemKind
from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify

LONG_TEXT = 10_000


class Plan(CourseRecord):
    """The one plan of a course. Its parts are records of their own; here is what stands alone."""

    purpose = models.TextField(
        "Indsatsformål", blank=True, validators=[MaxLengthValidator(LONG_TEXT)]
    )
    guiding_purposes = ArrayField(
        models.CharField(max_length=40),
        verbose_name="Retningsgivende formål",
        default=list,
        blank=True,
    )
    cross_professional_evaluation = models.TextField(
        "Tværfaglig evaluering", blank=True, validators=[MaxLengthValidator(LONG_TEXT)]
    )
    method_pack = models.CharField(max_length=20, editable=False)
    method_version = models.CharField(max_length=10, editable=False)

    privacy = CourseRecord.privacy + classify(
        sensitive="purpose guiding_purposes cross_professional_evaluation",
        plain="method_pack method_version",
    )
    guard = Guard(course="course_id", grants=NO_DELETE)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["course"], name="one_plan_per_course")]

    def __str__(self) -> str:
        return f"Plan for {self.course_id}"


class PlanItem(CourseRecord):
    """A part of a plan with a place in its list.

    item_kind: which part. listed_with: the fields whose values the items of one list share.
    """

    item_kind: ClassVar[ItemKind]
    listed_with: ClassVar[tuple[str, ...]] = ("plan_id",)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+", editable=False)
    position = models.PositiveSmallIntegerField(default=0, editable=False)

    privacy = CourseRecord.privacy + classify(plain="plan position")

    class Meta:
        abstract = True


class PlanVersion(CourseRecord):
    """The whole plan as it was at a moment, kept for ever and comparable with any other."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    reason = models.CharField("Anledning", max_length=200, blank=True)
    snapshot = models.JSONField()

    privacy = CourseRecord.privacy + classify(sensitive="snapshot reason", plain="plan number")
    guard = Guard(course="course_id", grants=APPEND_ONLY)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="plan_version_number_once")
        ]

    def __str__(self) -> str:
        return f"Version {self.number}"


class Agreement(CourseRecord):
    """What the citizen said of the plan on a day. Append-only: a change of mind is a new one."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="agreements")
    plan_version = models.ForeignKey(
        PlanVersion, on_delete=models.PROTECT, null=True, related_name="agreements"
    )
    stance = models.CharField("Borgeren er", max_length=20, choices=AgreementStance)
    reason = models.CharField("Med borgerens ord", max_length=1_000, blank=True)
    said_on = models.DateField("Sagt den")

    privacy = CourseRecord.privacy + classify(
        sensitive="stance reason", plain="plan plan_version said_on"
    )
    guard = Guard(course="course_id", grants=APPEND_ONLY)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="other_than_agreement_has_a_reason",
                condition=Q(stance=AgreementStance.AGREES) | ~Q(reason=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_stance_display()} {self.said_on}"
