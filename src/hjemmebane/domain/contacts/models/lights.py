"""The traffic light: what it means for this citizen, and how somebody of the team saw it."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.contacts.choices import Light, LightKind
from hjemmebane.domain.contacts.models.reminders import FollowUp
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify

LONGEST_LINE = 300
LONGEST_INTERVAL = 90


class TrafficLightAgreement(CourseRecord):
    """What green, yellow and red are for one citizen, and what the team does then (Bilag C).

    Never changed: a new one takes its place, and what was seen under the former keeps pointing
    at it. The newest holds until it is ended.
    """

    kind = models.CharField("Hvad er det et lys for?", max_length=10, choices=LightKind)
    person = models.TextField(
        "Hvem er borgeren?", blank=True, validators=[MaxLengthValidator(2_000)]
    )
    every_days = models.PositiveSmallIntegerField(
        "Lyset ses mindst hver … dag",
        default=7,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_INTERVAL)],
    )
    made_on = models.DateField("Aftalt")
    made_with_citizen = models.BooleanField("Lavet sammen med borgeren", default=True)
    without_why = models.CharField("Hvorfor ikke sammen?", max_length=300, blank=True)
    ended_on = models.DateField("Slut", null=True, editable=False)
    ended_why = models.CharField("Hvorfor slutter den?", max_length=300, blank=True, editable=False)

    privacy = CourseRecord.privacy + classify(
        sensitive="kind person without_why ended_why",
        plain="every_days made_on made_with_citizen ended_on",
    )
    guard = Guard(course="course_id", grants=NO_DELETE, columns="version, ended_on, ended_why")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="light_agreement_ends_after_it_is_made",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("made_on")),
            ),
            models.CheckConstraint(
                name="light_agreement_says_why_without_the_citizen",
                condition=Q(made_with_citizen=True) | ~Q(without_why=""),
            ),
        ]
        indexes = [models.Index(fields=["course", "-recorded_at"], name="light_agreement_newest")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, aftalt {self.made_on}"


class LightLine(CourseRecord):
    """One line of an agreement under a colour. Its key is what an observation names."""

    agreement = models.ForeignKey(TrafficLightAgreement, on_delete=models.PROTECT, related_name="+")
    colour = models.CharField("Farve", max_length=10, choices=Light)
    place = models.PositiveSmallIntegerField("Plads")
    text = models.CharField("Ord", max_length=LONGEST_LINE)

    privacy = CourseRecord.privacy + classify(sensitive="text", plain="agreement colour place")
    guard = Guard(course="course_id", grants=APPEND_ONLY)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                name="one_%(class)s_at_a_place", fields=["agreement", "colour", "place"]
            )
        ]

    def __str__(self) -> str:
        return self.text


class LightSign(LightLine):
    """How a colour shows on the citizen, in the citizen's words."""


class LightAction(LightLine):
    """What the team does while the light has a colour."""


class TrafficLightObservation(CourseRecord):
    """How somebody of the team saw the citizen's state at a moment. The newest seen holds.

    Append-only: who recorded it saw it, then. What was wrong is replaced by a new one, and stays.
    """

    colour = models.CharField("Hvordan er det lige nu", max_length=10, choices=Light)
    note = models.TextField("Hvad ser vi", blank=True, validators=[MaxLengthValidator(2_000)])
    observed_at = models.DateTimeField("Hvornår så du det")
    agreement = models.ForeignKey(
        TrafficLightAgreement,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )
    signs = ArrayField(models.UUIDField(), verbose_name="Tegn", blank=True, default=list)
    actions = ArrayField(models.UUIDField(), verbose_name="Det gjorde vi", blank=True, default=list)
    follow_up = models.ForeignKey(
        FollowUp, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="replaced_by", editable=False
    )

    says = ("replaces",)
    privacy = CourseRecord.privacy + classify(
        sensitive="colour note", plain="observed_at agreement signs actions follow_up replaces"
    )
    guard = Guard(course="course_id", grants=APPEND_ONLY)

    class Meta:
        indexes = [models.Index(fields=["course", "-observed_at"], name="light_newest_seen")]

    def __str__(self) -> str:
        return str(self.get_colour_display())
