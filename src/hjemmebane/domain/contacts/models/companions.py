from django.db import models

from hjemmebane.domain.contacts.choices import NoticeKind
from hjemmebane.domain.contacts.models.appointments import Appointment
from hjemmebane.domain.contacts.models.reminders import Task
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify


class AppointmentCompanion(CourseRecord):
    """One who goes along: two and two, and it stands in the calendar of both."""

    appointment = models.ForeignKey(
        Appointment, on_delete=models.CASCADE, related_name="companions"
    )
    staff_member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")

    privacy = CourseRecord.privacy + classify(plain="appointment staff_member")
    guard = Guard(course="course_id")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appointment", "staff_member"], name="goes_along_once")
        ]
        indexes = [models.Index(fields=["staff_member"], name="companion_of_staff")]

    def __str__(self) -> str:
        return str(self.staff_member_id)


class AppointmentNotice(CourseRecord):
    """Somebody's appointment was changed by somebody else. They are told until they have seen it.

    starts_before: when it was before the change. others: how many more of its series the same was
    done to. telling: the task to let the citizen know, where they are to know.
    """

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    staff_member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=NoticeKind)
    starts_before = models.DateTimeField()
    others = models.PositiveSmallIntegerField(default=0)
    telling = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, related_name="+")
    seen_at = models.DateTimeField(null=True, editable=False)

    privacy = CourseRecord.privacy + classify(
        plain="appointment staff_member kind starts_before others telling seen_at"
    )
    guard = Guard(course="course_id", grants=NO_DELETE, columns="version, seen_at")

    class Meta:
        indexes = [
            models.Index(
                fields=["staff_member"],
                name="appointment_notice_unseen",
                condition=models.Q(seen_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.appointment_id}: {self.kind}"
