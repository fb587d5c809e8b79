from django.db import models
from django.db.models import Q

from hjemmebane.domain.teams.models.house import StaffMember
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record


class CalendarFeed(Record):
    """A secret address at which one's own calendar can be read, times without names.

    token_hash: of what stands in the address, which is shown once and kept nowhere.
    """

    staff_member = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="+", editable=False
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(editable=False)
    revoked_at = models.DateTimeField(null=True, editable=False)
    last_used_on = models.DateField(null=True, editable=False)

    says = ("staff_member",)
    privacy = Record.privacy + classify(
        personal="token_hash", plain="staff_member made_at revoked_at last_used_on"
    )
    guard = Guard(
        read="staff_member_id = (SELECT guard.staff_id())",
        grants=NO_DELETE,
        columns="version, revoked_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_feed_at_a_time",
                fields=["staff_member"],
                condition=Q(revoked_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"Kalenderadresse {self.pk}"
