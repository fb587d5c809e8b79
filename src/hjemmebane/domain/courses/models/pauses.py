"""Pauses and low intensity: states on the way, never an end."""

from decimal import Decimal

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value

from hjemmebane.domain.courses.choices import Intensity
from hjemmebane.domain.courses.models.course import SHORT_TEXT, CourseRecord, ends_after_it_starts
from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify

# A weight counts citizens: 1 is an ordinary place in the caseload, 0 is none.
WEIGHT = [MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(3))]


def one_at_a_time(name: str) -> ExclusionConstraint:
    """Periods of one course that do not overlap; the last day is not part of the next period."""
    return ExclusionConstraint(
        name=name,
        expressions=[
            ("course", RangeOperators.EQUAL),
            (
                Func(
                    "from_on",
                    "until_on",
                    Value("[)"),
                    function="daterange",
                    output_field=DateRangeField(),
                ),
                RangeOperators.OVERLAPS,
            ),
        ],
    )


class Hold(CourseRecord):
    """A pause that was decided with the citizen; `until_on` is the day it was taken up again."""

    from_on = models.DateField("Fra")
    until_on = models.DateField("Til", null=True, editable=False)
    reason = models.TextField("Hvorfor", validators=SHORT_TEXT)
    decided_with_citizen = models.BooleanField("Aftalt med borgeren")
    keep_contact_plan = models.TextField("Sådan holder vi kontakten", validators=SHORT_TEXT)
    keeps_reminders = models.BooleanField(
        "Send stadig påmindelser om aftaler på sms", default=False
    )
    review_on = models.DateField("Vi ser på det igen")
    caseload_weight = models.DecimalField(
        "Vægt i caseload", max_digits=3, decimal_places=2, validators=WEIGHT
    )

    privacy = CourseRecord.privacy + classify(
        sensitive="reason keep_contact_plan",
        plain="from_on until_on decided_with_citizen keeps_reminders review_on caseload_weight",
    )
    guard = Guard(course="course_id", grants=NO_DELETE)

    class Meta:
        constraints = [
            one_at_a_time("one_hold_at_a_time"),
            ends_after_it_starts("hold_ends_after_it_starts"),
            models.CheckConstraint(
                name="hold_is_looked_at_after_it_starts", condition=Q(review_on__gt=F("from_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"I bero fra {self.from_on}"


class IntensityAgreement(CourseRecord):
    """How much contact was agreed for a time. Low intensity keeps its place in the caseload."""

    level = models.CharField("Intensitet", max_length=20, choices=Intensity)
    contacts_per_week = models.DecimalField(
        "Kontakter om ugen",
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    minutes_per_week = models.PositiveSmallIntegerField("Minutter om ugen", null=True, blank=True)
    from_on = models.DateField("Fra")
    until_on = models.DateField("Til", null=True, editable=False)
    reason = models.TextField("Hvorfor", blank=True, validators=SHORT_TEXT)
    caseload_weight = models.DecimalField(
        "Vægt i caseload", max_digits=3, decimal_places=2, validators=WEIGHT
    )

    privacy = CourseRecord.privacy + classify(
        sensitive="reason",
        plain="level contacts_per_week minutes_per_week from_on until_on caseload_weight",
    )
    guard = Guard(course="course_id", grants=NO_DELETE)

    class Meta:
        constraints = [
            one_at_a_time("one_intensity_at_a_time"),
            ends_after_it_starts("intensity_ends_after_it_starts"),
            models.CheckConstraint(
                name="intensity_says_how_much",
                condition=Q(contacts_per_week__isnull=False) | Q(minutes_per_week__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_level_display()} fra {self.from_on}"


class Reactivation(CourseRecord):
    """A course taken up again, from a hold or from low intensity. Needs no new referral."""

    on = models.DateField("Taget op igen")
    reason = models.TextField("Hvorfor", validators=SHORT_TEXT)
    hold = models.OneToOneField(
        Hold, on_delete=models.PROTECT, null=True, related_name="reactivation", editable=False
    )

    privacy = CourseRecord.privacy + classify(sensitive="reason", plain="on hold")
    guard = Guard(course="course_id", grants=APPEND_ONLY)

    def __str__(self) -> str:
        return f"Taget op igen {self.on}"
