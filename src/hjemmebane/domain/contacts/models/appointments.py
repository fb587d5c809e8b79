from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.contacts.calculations import Slot
from hjemmebane.domain.contacts.choices import AppointmentStatus, Place
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.privacy import classify


class Appointment(CourseRecord):
    """An agreed time with the citizen."""

    starts_at = models.DateTimeField("Hvornår")
    ends_at = models.DateTimeField("Til", null=True, blank=True)
    what = models.CharField("Hvad", max_length=120)
    place = models.CharField("Hvor", max_length=20, choices=Place, default=Place.HOME)
    staff_member = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="+", verbose_name="Hvem kommer"
    )
    status = models.CharField(
        max_length=20, choices=AppointmentStatus, default=AppointmentStatus.PLANNED, editable=False
    )

    privacy = CourseRecord.privacy + classify(
        sensitive="what", plain="starts_at ends_at place staff_member status"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="appointment_ends_after_it_starts",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
            )
        ]
        indexes = [
            models.Index(fields=["course", "starts_at"], name="appointment_next"),
            models.Index(fields=["staff_member", "starts_at"], name="appointment_of_staff"),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.starts_at:%d.%m.%Y}"

    @property
    def slot(self) -> Slot:
        """The time it takes."""
        return Slot(self.starts_at, self.ends_at)
