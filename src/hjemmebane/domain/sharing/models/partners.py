import datetime as dt

from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.contacts.choices import AppointmentStatus, MessageSide
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.choices import StandpointGiven
from hjemmebane.foundation.guards import APPEND_ONLY, COURSES, NO_DELETE, Guard
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


class Standpoint(CourseRecord):
    """Whether a partner agrees with what others do, or the team with what a partner does.

    A change of mind is a new one, by whoever gave the former. partner_person: who said it; of the
    team's, to whom.
    """

    activity = models.ForeignKey(
        PlanActivity, on_delete=models.PROTECT, related_name="+", editable=False
    )
    partner_person = models.ForeignKey(
        PartnerPerson, on_delete=models.PROTECT, related_name="+", editable=False
    )
    side = models.CharField(max_length=10, choices=MessageSide, editable=False)
    answer = models.CharField("Hvad siger I til det?", max_length=10, choices=StandpointGiven)
    reason = models.CharField("Kort: hvorfor?", max_length=500, blank=True)

    says = ("activity", "side")
    privacy = CourseRecord.privacy + classify(
        sensitive="answer reason", plain="activity partner_person side"
    )
    guard = Guard(
        course="course_id",
        write=f"course_id IN ({COURSES}) AND side = 'TEAM'"
        " AND recorded_by_id = (SELECT guard.user_id())",
        grants=APPEND_ONLY,
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="differing_has_a_reason",
                condition=Q(answer=StandpointGiven.AGREES) | ~Q(reason=""),
            )
        ]
        indexes = [models.Index(fields=["course", "activity"], name="standpoint_of_course")]

    def __str__(self) -> str:
        return str(self.get_answer_display())
