from django.db import models

from hjemmebane.domain.courses.models import TeamRecord
from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify


class TeamAgenda(TeamRecord):
    """The points a team goes through at a kind of meeting, in its own order.

    points: as the method's AgendaItem, one dict for each; empty for the method's own, whichever
    they are then. A meeting keeps those it was opened with. A team that goes over to another method
    begins with that one's points, and finds its own again if it comes back.
    """

    kind = models.CharField(max_length=10, choices=MeetingKind, editable=False)
    method_pack = models.CharField(max_length=20, default="m-act", editable=False)
    points = models.JSONField(editable=False)

    privacy = TeamRecord.privacy + classify(plain="kind method_pack points")
    guard = Guard(read=TeamRecord.guard.read, grants=NO_DELETE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_agenda_of_a_kind", fields=["team", "kind", "method_pack"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {len(self.points)} punkter"
