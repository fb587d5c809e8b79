"""What was agreed on contact, and what happened in the citizen's life on the way."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from hjemmebane.domain.citizens.choices import Channel
from hjemmebane.domain.courses.choices import LifeEventKind, Place, WhenWithdrawn
from hjemmebane.domain.courses.models.course import SHORT_TEXT, CourseRecord, ends_after_it_starts
from hjemmebane.foundation.guards import APPEND_ONLY, Guard
from hjemmebane.foundation.privacy import classify

A_FIGURE = [MinValueValidator(1), MaxValueValidator(365)]


class ContactAgreement(CourseRecord):
    """How the citizen and the team keep in touch, also when the citizen withdraws.

    Append-only: the newest holds, and the former can be read.
    """

    channels = ArrayField(
        models.CharField(max_length=20, choices=Channel), verbose_name="Helst sådan"
    )
    places = ArrayField(
        models.CharField(max_length=20, choices=Place),
        verbose_name="Helst her",
        blank=True,
        default=list,
    )
    times = models.CharField("Gode tidspunkter", max_length=300, blank=True)
    most_people = models.PositiveSmallIntegerField(
        "Hvor mange forskellige kan borgeren rumme",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
    )
    when_withdrawn = ArrayField(
        models.CharField(max_length=20, choices=WhenWithdrawn),
        verbose_name="Når borgeren trækker sig",
        blank=True,
        default=list,
    )
    withdrawn_how = models.TextField("Sådan gør vi", blank=True, validators=SHORT_TEXT)
    team_expects = models.TextField("Det håber teamet på", blank=True, validators=SHORT_TEXT)
    citizen_expects = models.TextField("Det håber borgeren på", blank=True, validators=SHORT_TEXT)
    days_between = models.PositiveSmallIntegerField(
        "Højst så mange dage mellem vi ses", null=True, blank=True, validators=A_FIGURE
    )
    tries_alone = models.PositiveSmallIntegerField(
        "Så mange forsøg, før en anden fra teamet prøver",
        null=True,
        blank=True,
        validators=A_FIGURE,
    )
    sign_of_life_days = models.PositiveSmallIntegerField(
        "Så mange dage uden livstegn, før vi gør mere", null=True, blank=True, validators=A_FIGURE
    )
    partners_tell = models.TextField(
        "Hvem siger til, når borgeren kommer forbi", blank=True, validators=SHORT_TEXT
    )
    away_how = models.TextField(
        "Ved indlæggelse eller fængsel holder vi kontakten sådan", blank=True, validators=SHORT_TEXT
    )
    talked_on = models.DateField("Talt om den")

    privacy = CourseRecord.privacy + classify(
        sensitive="times withdrawn_how team_expects citizen_expects partners_tell away_how",
        plain="channels places most_people when_withdrawn days_between tries_alone"
        " sign_of_life_days talked_on",
    )
    guard = Guard(course="course_id", grants=APPEND_ONLY)

    def __str__(self) -> str:
        return f"Kontaktaftale {self.talked_on}"

    @property
    def ways(self) -> str:
        """How the citizen would rather be reached, in words."""
        return ", ".join(Channel(code).label for code in self.channels)

    @property
    def wanted_places(self) -> str:
        """Where the citizen would rather be met, in words."""
        return ", ".join(Place(code).label for code in self.places)

    @property
    def ways_when_withdrawn(self) -> str:
        """What is done when the citizen withdraws, in words."""
        return ", ".join(WhenWithdrawn(code).label for code in self.when_withdrawn)


class LifeEvent(CourseRecord):
    """Something that happened to the citizen. By itself it pauses nothing."""

    kind = models.CharField("Hvad skete der", max_length=20, choices=LifeEventKind)
    from_on = models.DateField("Fra")
    until_on = models.DateField("Til og med", null=True, blank=True)
    note = models.TextField("Bemærkning", blank=True, validators=SHORT_TEXT)

    privacy = CourseRecord.privacy + classify(sensitive="kind note from_on until_on")
    guard = Guard(course="course_id")

    class Meta:
        constraints = [ends_after_it_starts("life_event_ends_after_it_starts")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.from_on}"
