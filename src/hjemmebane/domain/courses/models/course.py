from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.courses.choices import Cadence, CourseStatus
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

SHORT_TEXT = [MaxLengthValidator(2_000)]
LONG_TEXT = [MaxLengthValidator(10_000)]


def ends_after_it_starts(name: str) -> models.CheckConstraint:
    """What has an end has it on its first day or later."""
    return models.CheckConstraint(
        name=name, condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on"))
    )


class Course(Record):
    """A citizen's course with a team. Who is active in the team now may see it."""

    citizen = models.ForeignKey(Citizen, on_delete=models.PROTECT, related_name="courses")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="courses")
    status = models.CharField(max_length=10, choices=CourseStatus, default=CourseStatus.ACTIVE)
    legal_basis = models.CharField("Grundlag", max_length=20)
    origin = models.CharField("Sagen kommer fra", max_length=200, blank=True)
    started_on = models.DateField("Forløbet starter")
    ended_on = models.DateField("Afsluttet", null=True, editable=False)
    caseload_weight = models.DecimalField(
        "Vægt i caseload", max_digits=3, decimal_places=2, default=Decimal(1)
    )
    cadence = models.CharField(
        "Tages op på teammødet", max_length=12, choices=Cadence, default=Cadence.WEEKLY
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(editable=False)

    privacy = Record.privacy + classify(
        sensitive="origin",
        plain="citizen team status legal_basis started_on ended_on caseload_weight cadence"
        " recorded_by recorded_at",
    )
    guard = Guard(
        course="id",
        citizen="citizen_id",
        read="team_id IN (SELECT guard.my_team_ids())",
        # Knowing the id of somebody else's citizen must not be enough to open a course on them.
        write="team_id IN (SELECT guard.my_team_ids()) AND"
        " (citizen_id IN (SELECT guard.visible_citizen_ids()) OR guard.is_new_citizen(citizen_id))",
        grants=NO_DELETE,
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="ended_course_has_a_day",
                condition=Q(status=CourseStatus.ENDED, ended_on__isnull=False)
                | (~Q(status=CourseStatus.ENDED) & Q(ended_on__isnull=True)),
            ),
            models.CheckConstraint(
                name="course_ends_after_it_starts",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
            ),
            models.UniqueConstraint(
                name="one_open_course_in_a_team",
                fields=["citizen", "team"],
                condition=~Q(status=CourseStatus.ENDED),
            ),
        ]

    def __str__(self) -> str:
        return f"Forløb fra {self.started_on}"

    @property
    def is_open(self) -> bool:
        return self.status != CourseStatus.ENDED


class CourseRecord(Record):
    """Something that belongs to one course; visible to those who see the course."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(editable=False)

    privacy = Record.privacy + classify(plain="course recorded_by recorded_at")
    guard = Guard(course="course_id")

    class Meta:
        abstract = True


class PrimaryContact(CourseRecord):
    """The staff member closest to the citizen for a time, and whether the citizen chose them."""

    staff_member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField("Fra")
    until_on = models.DateField("Til", null=True, editable=False)
    chosen_by_citizen = models.BooleanField("Borgeren har selv valgt", default=False)
    why = models.CharField("Hvorfor", max_length=300, blank=True)

    privacy = CourseRecord.privacy + classify(
        sensitive="why", plain="staff_member from_on until_on chosen_by_citizen"
    )

    class Meta:
        constraints = [
            ends_after_it_starts("primary_contact_ends_after_it_starts"),
            models.UniqueConstraint(
                name="one_primary_contact_at_a_time",
                fields=["course"],
                condition=Q(until_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff_member_id} fra {self.from_on}"
