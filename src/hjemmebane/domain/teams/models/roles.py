from django.db import models

from hjemmebane.domain.teams.models.house import STAFF_READS, StaffMember, Team
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record


class RoleDescription(Record):
    """What the team is for, or what one of its members is; `staff_member` is None for the team's.

    answers: the words by the code of the method's line; what nobody has written is not there.
    """

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", editable=False)
    staff_member = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    answers = models.JSONField(default=dict)
    method_pack = models.CharField(max_length=20, editable=False)
    method_version = models.CharField(max_length=10, editable=False)

    says = ("team", "staff_member")
    privacy = Record.privacy + classify(
        personal="answers", plain="team staff_member method_pack method_version"
    )
    guard = Guard(
        read=STAFF_READS,
        write="team_id IN (SELECT guard.my_team_ids()) AND (staff_member_id IS NULL"
        " OR staff_member_id = (SELECT guard.staff_id())"
        " OR team_id IN (SELECT guard.coordinated_team_ids()))",
        grants=NO_DELETE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_role_description_each",
                fields=["team", "staff_member"],
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return f"Funktionsbeskrivelse {self.staff_member_id or self.team_id}"
