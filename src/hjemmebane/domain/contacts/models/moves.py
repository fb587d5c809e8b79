from django.db import models
from django.db.models import Q

from hjemmebane.domain.contacts.models.appointments import Appointment
from hjemmebane.domain.contacts.models.reminders import Task
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify

SEEN = "version, giver_seen_at, taker_seen_at"


class AppointmentMove(CourseRecord):
    """An appointment went from one colleague to another. Both are told until they have seen it.

    telling: the task to let the citizen know, where they are to know.
    """

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    giver = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    taker = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    giver_seen_at = models.DateTimeField(null=True, editable=False)
    taker_seen_at = models.DateTimeField(null=True, editable=False)
    telling = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, related_name="+")

    privacy = CourseRecord.privacy + classify(
        plain="appointment giver taker giver_seen_at taker_seen_at telling"
    )
    guard = Guard(course="course_id", grants=NO_DELETE, columns=SEEN)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="appointment_moves_to_another", condition=~Q(giver=models.F("taker"))
            )
        ]
        indexes = [
            models.Index(
                fields=["giver"],
                name="move_unseen_by_giver",
                condition=Q(giver_seen_at__isnull=True),
            ),
            models.Index(
                fields=["taker"],
                name="move_unseen_by_taker",
                condition=Q(taker_seen_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.appointment_id}: {self.giver_id} – {self.taker_id}"
