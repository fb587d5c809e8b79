from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.contacts.choices import Caller, Urgency
from hjemmebane.domain.contacts.models.log import Contact
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify


class HelpCall(CourseRecord):
    """A call for help now: who is asked, who took it, and when the citizen was reached.

    Closed by the contact in which they were reached, or in words.
    """

    caller = models.CharField(
        "Hvem har brug for hjælp", max_length=10, choices=Caller, default=Caller.CITIZEN
    )
    urgency = models.CharField("Hvor hurtigt", max_length=10, choices=Urgency, default=Urgency.NOW)
    words = models.TextField("Hvad er der sket", blank=True, validators=[MaxLengthValidator(1_000)])
    asked = models.ForeignKey(
        StaffMember,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Hvem bliver spurgt",
    )
    called_at = models.DateTimeField(editable=False)
    taken_by = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    taken_at = models.DateTimeField(null=True, editable=False)
    reached_at = models.DateTimeField(null=True, editable=False)
    reached_in = models.ForeignKey(
        Contact, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    closed_at = models.DateTimeField(null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )
    closed_words = models.CharField("Hvordan endte det", max_length=300, blank=True, editable=False)

    privacy = CourseRecord.privacy + classify(
        sensitive="words closed_words",
        plain="caller urgency asked called_at taken_by taken_at reached_at reached_in closed_at"
        " closed_by",
    )
    guard = Guard(course="course_id", grants=NO_DELETE)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="helpcall_is_taken_by_somebody",
                condition=Q(taken_at__isnull=True, taken_by__isnull=True)
                | Q(taken_at__isnull=False, taken_by__isnull=False),
            ),
            models.CheckConstraint(
                name="helpcall_is_closed_by_somebody",
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="helpcall_is_reached_after_it_came",
                condition=Q(reached_at__isnull=True) | Q(reached_at__gte=F("called_at")),
            ),
        ]
        indexes = [
            models.Index(fields=["course", "-called_at"], name="helpcall_newest"),
            models.Index(
                fields=["course"], name="helpcall_open", condition=Q(closed_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_urgency_display()} {self.called_at:%d.%m.%Y}"
