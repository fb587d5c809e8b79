from django.core.validators import MaxLengthValidator
from django.db import models

from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.plans.choices import OverlapJudgement, OverlapKind
from hjemmebane.foundation.guards import APPEND_ONLY, Guard
from hjemmebane.foundation.privacy import classify


class Overlap(CourseRecord):
    """What the team said to a question about several efforts. Added to, never changed.

    key: which question. rests_on: a fingerprint of what it was about; the answer holds as long as
    that is so. asked: the question as it was read that day.
    """

    kind = models.CharField(max_length=20, choices=OverlapKind, editable=False)
    key = models.CharField(max_length=200, editable=False)
    rests_on = models.CharField(max_length=64, editable=False)
    asked = models.TextField(editable=False)
    judgement = models.CharField("Hvad siger I?", max_length=10, choices=OverlapJudgement)
    why = models.TextField("Hvorfor?", validators=[MaxLengthValidator(1_000)])

    says = ("key", "rests_on")
    privacy = CourseRecord.privacy + classify(
        sensitive="asked judgement why", plain="kind key rests_on"
    )
    guard = Guard(course="course_id", grants=APPEND_ONLY)

    class Meta:
        indexes = [models.Index(fields=["course", "-recorded_at"], name="overlap_newest")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_judgement_display()}"
