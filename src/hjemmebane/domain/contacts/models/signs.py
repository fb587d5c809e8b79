from django.db import models
from django.db.models import Q

from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify


class SignRequest(CourseRecord):
    """The team has asked somebody at a partner to tell when the citizen comes by.

    closed_at: when it is no longer needed.
    """

    partner_person = models.ForeignKey(
        PartnerPerson, on_delete=models.PROTECT, related_name="+", editable=False
    )
    closed_at = models.DateTimeField(null=True, editable=False)

    says = ("partner_person",)
    privacy = CourseRecord.privacy + classify(plain="partner_person closed_at")
    guard = Guard(course="course_id", grants=NO_DELETE, columns="version, closed_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["course", "partner_person"],
                name="sign_asked_for_once",
                condition=Q(closed_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return str(self.partner_person_id)


class SignOfLife(CourseRecord):
    """Somebody at a partner has seen the citizen on a day, and tells the team. Theirs by name.

    Once a day each; it is never rewritten.
    """

    partner_person = models.ForeignKey(
        PartnerPerson, on_delete=models.PROTECT, related_name="+", editable=False
    )
    seen_on = models.DateField("Hvilken dag")
    note = models.CharField("Et par ord, hvis du vil", max_length=200, blank=True)

    says = ("partner_person",)
    privacy = CourseRecord.privacy + classify(sensitive="note", plain="partner_person seen_on")
    guard = Guard(course="course_id", write="false", grants=APPEND_ONLY)

    class Meta:
        verbose_name_plural = "signs of life"
        constraints = [
            models.UniqueConstraint(
                fields=["course", "partner_person", "seen_on"], name="sign_once_a_day_each"
            )
        ]
        indexes = [models.Index(fields=["course", "-seen_on"], name="sign_newest")]

    def __str__(self) -> str:
        return f"{self.partner_person_id} {self.seen_on}"
