"""What happens before a course: somebody is spotted, looked into, and decided about."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.courses.choices import DecisionOutcome, EarlyOutcome
from hjemmebane.domain.courses.models.course import LONG_TEXT, Course
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.foundation.guards import APPEND_ONLY, Guard
from hjemmebane.foundation.privacy import Privacy, classify
from hjemmebane.foundation.records import Record

MY_TEAMS = "team_id IN (SELECT guard.my_team_ids())"


class TeamRecord(Record):
    """Something a team holds about somebody who has no course yet; the team's members see it."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(editable=False)

    says: ClassVar[tuple[str, ...]] = ("team",)
    privacy: ClassVar[Privacy] = Record.privacy + classify(plain="team recorded_by recorded_at")
    guard = Guard(read=MY_TEAMS)

    class Meta:
        abstract = True


class EarlyContact(TeamRecord):
    """A person spotted before any decision; may be nameless for months.

    called: what the team calls them, “manden ved stationen”.
    citizen, course: set when they are somebody known, and when their course starts.
    """

    called = models.CharField("Hvem er det?", max_length=120)
    given_name = models.CharField("Fornavn", max_length=80, blank=True)
    family_name = models.CharField("Efternavn", max_length=80, blank=True)
    born_on = models.DateField("Fødselsdato", null=True, blank=True)
    where = models.CharField("Hvor er personen at finde?", max_length=200, blank=True)
    note = models.TextField("Det ved vi", blank=True, validators=LONG_TEXT)
    spotted_on = models.DateField("Set første gang")
    citizen = models.ForeignKey(
        Citizen, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    course = models.ForeignKey(
        Course, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    closed_on = models.DateField("Lagt væk", null=True, editable=False)
    closed_because = models.CharField("Hvorfor", max_length=300, blank=True, editable=False)

    privacy = TeamRecord.privacy + classify(
        sensitive="note where closed_because",
        personal="called given_name family_name born_on",
        plain="spotted_on citizen course closed_on",
    )
    guard = Guard(read=MY_TEAMS, course="course_id", citizen="citizen_id")

    def __str__(self) -> str:
        return self.name or self.called

    @property
    def name(self) -> str:
        """The name as far as it is known."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def is_open(self) -> bool:
        return self.closed_on is None and self.course_id is None


class EarlyAttempt(TeamRecord):
    """A contact, or an attempt at one, with somebody who has no course yet."""

    early_contact = models.ForeignKey(
        EarlyContact, on_delete=models.PROTECT, related_name="attempts", editable=False
    )
    at = models.DateTimeField("Hvornår")
    where = models.CharField("Hvor", max_length=200, blank=True)
    outcome = models.CharField("Udfald", max_length=20, choices=EarlyOutcome)
    staff_member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    note = models.TextField("Notat", blank=True, validators=LONG_TEXT)

    says = (*TeamRecord.says, "early_contact")
    privacy = TeamRecord.privacy + classify(
        sensitive="note where", plain="early_contact at outcome staff_member"
    )

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} {self.at:%d.%m.%Y}"


class TargetGroupAssessment(TeamRecord):
    """Whether somebody belongs to the target group. A draft until `completed_at`.

    answers: one of {"code", "title", "answer": YES|NO|UNSURE, "reason"} for each criterion of the
    method and each of the team's own, with the title as it stood.
    """

    early_contact = models.ForeignKey(
        EarlyContact, on_delete=models.PROTECT, related_name="assessments", editable=False
    )
    answers = models.JSONField(default=list, blank=True)
    gathered = models.TextField("Det, vi ved", blank=True, validators=LONG_TEXT)
    risks = models.TextField("Risici", blank=True, validators=LONG_TEXT)
    took_part = models.CharField("Hvem har været med", max_length=500, blank=True)
    met_on = models.DateField("Mødet med borgeren", null=True, blank=True)
    own_account = models.TextField("Det fortæller borgeren", blank=True, validators=LONG_TEXT)
    method_pack = models.CharField(max_length=20, editable=False)
    method_version = models.CharField(max_length=10, editable=False)
    completed_at = models.DateTimeField(null=True, editable=False)

    says = (*TeamRecord.says, "early_contact")
    privacy = TeamRecord.privacy + classify(
        sensitive="answers gathered risks took_part own_account",
        plain="early_contact met_on method_pack method_version completed_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_assessment_under_way",
                fields=["early_contact"],
                condition=Q(completed_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"Målgruppevurdering {self.recorded_at:%d.%m.%Y}"


class Decision(TeamRecord):
    """What was decided on an assessment, why and by what provision. Never changed."""

    assessment = models.OneToOneField(
        TargetGroupAssessment, on_delete=models.PROTECT, related_name="decision", editable=False
    )
    outcome = models.CharField("Beslutning", max_length=20, choices=DecisionOutcome)
    reason = models.TextField("Begrundelse", validators=LONG_TEXT)
    decided_on = models.DateField("Besluttet den")
    legal_basis = models.CharField("Grundlag", max_length=20)
    is_formal = models.BooleanField("Det er en afgørelse, som borgeren kan klage over")
    supplier_wish = models.CharField("Borgerens ønske til leverandør", max_length=300, blank=True)
    supplier_reason = models.CharField("Hvorfor ønsket ikke følges", max_length=1_000, blank=True)
    left_shelter_on = models.DateField("Flyttet fra § 110-tilbud", null=True, blank=True)
    method_pack = models.CharField(max_length=20, editable=False)
    method_version = models.CharField(max_length=10, editable=False)

    says = (*TeamRecord.says, "assessment")
    privacy = TeamRecord.privacy + classify(
        sensitive="reason supplier_wish supplier_reason left_shelter_on",
        plain="assessment outcome decided_on legal_basis is_formal method_pack method_version",
    )
    guard = Guard(read=MY_TEAMS, grants=APPEND_ONLY)

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} {self.decided_on}"
