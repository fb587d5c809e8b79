from django.db import models

from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.contacts.models import FollowUp
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.foundation.guards import APPEND_ONLY, Guard
from hjemmebane.foundation.privacy import classify


class OwnLight(CourseRecord):
    """The colour that the citizen says it is, with a word or without. Said to the team alone.

    Append-only: the newest said holds.
    """

    colour = models.CharField("Hvad er dit lys?", max_length=10, choices=Light)
    words = models.CharField("Vil du sige noget om det?", max_length=300, blank=True)
    follow_up = models.ForeignKey(
        FollowUp, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )

    privacy = CourseRecord.privacy + classify(sensitive="colour words", plain="follow_up")
    guard = Guard(course="course_id", write="false", grants=APPEND_ONLY)

    class Meta:
        indexes = [models.Index(fields=["course", "-recorded_at"], name="own_light_newest")]

    def __str__(self) -> str:
        return str(self.get_colour_display())
