from django.core.validators import MaxLengthValidator
from django.db import models

from hjemmebane.domain.courses.models import CourseRecord
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
