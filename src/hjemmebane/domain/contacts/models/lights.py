from django.core.validators import MaxLengthValidator
from django.db import models

from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.foundation.guards import APPEND_ONLY, Guard
from hjemmebane.foundation.privacy import classify


class TrafficLightObservation(CourseRecord):
    """How somebody of the team saw the citizen's state at a moment. The newest holds.

    Append-only: who recorded it saw it, then.
    """

    colour = models.CharField("Hvordan er det lige nu", max_length=10, choices=Light)
    note = models.TextField("Hvad ser vi", blank=True, validators=[MaxLengthValidator(2_000)])

    privacy = CourseRecord.privacy + classify(sensitive="colour note")
    guard = Guard(course="course_id", grants=APPEND_ONLY)

    class Meta:
        indexes = [models.Index(fields=["course", "-recorded_at"], name="light_newest")]

    def __str__(self) -> str:
        return str(self.get_colour_display())
