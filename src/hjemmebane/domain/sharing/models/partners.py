import datetime as dt

from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify


class PartnerAppointment(CourseRecord):
    """A time that a partner has agreed with the citizen. Theirs: the team reads it."""

    partner_person = models.ForeignKey(
        PartnerPerson, on_delete=models.PROTECT, related_name="+", editable=False
    )
    starts_at = models.DateTimeField("Hvornår")
    ends_at = models.DateTimeField("Til", null=True, blank=True)
    what = models.CharField("Hvad", max_length=120)
    place = models.CharField("Hvor", max_length=120, blank=True)
    status = models.CharField(
        max_length=20, choices=AppointmentStatus, default=AppointmentStatus.PLANNED, editable=False
    )

    says = ("partner_person",)
    privacy = CourseRecord.privacy + classify(
        sensitive="what place", plain="partner_person starts_at ends_at status"
    )
    guard = Guard(course="course_id", write="false", grants=NO_DELETE, columns="version, status")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="partner_appointment_ends_after_it_starts",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
            )
        ]
        indexes = [models.Index(fields=["course", "starts_at"], name="partner_appointment_next")]

    def __str__(self) -> str:
        return f"{self.what} {self.starts_at:%d.%m.%Y}"

    @property
    def is_planned(self) -> bool:
        return self.status == AppointmentStatus.PLANNED

    def is_to_come(self, at: dt.datetime) -> bool:
        """Whether it stands and is not over yet."""
        return self.is_planned and (self.ends_at or self.starts_at) >= at
